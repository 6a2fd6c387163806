// How run time grows with the input: estates of stores, plans, selections, vaults and conditions in both languages,
// worlds and loops of templates, each ten times as large as the one before. Usage: bench_growth [STORES, default 1000]

#include "estate.h"

#include "command/analysis.h"
#include "rule/embedded_packs.h"

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <string>

namespace {

using namespace holdfast;

constexpr int kStoresPerPlan = 10;

double cpu_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

/// Independent conditions with some dozen choices each, ten in every table.
std::string estate_of_worlds(int conditions) {
  std::string parameters, formulas, resources;
  for (int i = 0; i < conditions; ++i) {
    const std::string n = std::to_string(i);
    parameters += "  P" + n + ":\n    Type: String\n    AllowedValues: ['true', 'false']\n    Default: 'true'\n";
    formulas += "  C" + n + ": !Equals [!Ref P" + n + ", 'true']\n";
  }
  for (int i = 0; i < conditions * 5 / 4; ++i) {
    const std::string n = std::to_string(i);
    resources += "  T" + n +
                 ":\n    Type: AWS::DynamoDB::Table\n    Properties:\n      PointInTimeRecoverySpecification:\n        "
                 "PointInTimeRecoveryEnabled: !If [C" +
                 std::to_string(i % conditions) + ", true, false]\n      Tags:\n";
    for (int tag = 1; tag < 10; ++tag) {
      const std::string condition = std::to_string((i * 7 + tag * 3) % conditions);
      resources += "        - {Key: k" + std::to_string(tag) + ", Value: !If [C" + condition + ", a, b]}\n";
    }
  }
  return "Parameters:\n" + parameters + "Conditions:\n" + formulas + "Resources:\n" + resources;
}

/// One loop that makes fifty tables each time.
std::string estate_of_loops(int rounds) {
  std::string names, tables;
  for (int i = 0; i < rounds; ++i) names += "n" + std::to_string(i) + ", ";
  for (int i = 0; i < 50; ++i) {
    const std::string n = std::to_string(i);
    tables += "        T" + n +
              "x${N}:\n          Type: AWS::DynamoDB::Table\n          Properties:\n            TableName: !Sub 't" +
              n + "-${N}'\n            PointInTimeRecoverySpecification: {PointInTimeRecoveryEnabled: true}\n";
  }
  return "Transform: AWS::LanguageExtensions\nResources:\n  Fn::ForEach::Tables:\n    - N\n    - [" + names +
         "]\n    -\n" + tables;
}

double run(const std::string& directory, const std::string& file, const std::string& text) {
  const std::filesystem::path folder = directory + "/" + file;
  std::filesystem::create_directories(folder);
  std::ofstream(folder / file, std::ios::binary) << text;
  const double start = cpu_seconds();
  Workspace workspace;
  Packs packs;
  Diagnostics diagnostics;
  load_embedded_packs(packs, workspace, embedded_packs(), diagnostics);
  packs.finish(diagnostics);
  AnalysisStatistics statistics;
  const Report report = analyse(workspace, packs,
                                {.paths = {folder.string()},
                                 .inputs = {},
                                 .profile = packs.default_profile(),
                                 .rules = packs.rules(),
                                 .threads = 1},
                                statistics);
  const double seconds = cpu_seconds() - start;
  std::printf("  %zu resources, %zu bytes, %zu findings: %.3f s\n", statistics.resources, statistics.bytes,
              report.findings.size(), seconds);
  std::filesystem::remove_all(folder);
  return seconds;
}

}  // namespace

int main(int argc, char** argv) {
  const int stores = argc > 1 ? std::stoi(argv[1]) : 1000;
  const std::string directory =
      std::filesystem::temp_directory_path().string() + "/holdfast-growth-" + std::to_string(::getpid());
  struct Estate {
    const char* file;
    std::string (*of_size)(int);
    int size;
  };
  const Estate estates[] = {{"main.tf", [](int n) { return terraform_estate(n, kStoresPerPlan); }, stores},
                            {"template.yaml", [](int n) { return cloudformation_estate(n, kStoresPerPlan); }, stores},
                            {"worlds.yaml", estate_of_worlds, std::max(4, stores / 25)},
                            {"loops.yaml", estate_of_loops, std::max(4, stores / 20)}};
  for (const Estate& estate : estates) {
    std::printf("%s\n", estate.file);
    const double small = run(directory, estate.file, estate.of_size(estate.size));
    const double large = run(directory, estate.file, estate.of_size(estate.size * 10));
    std::printf("  ten times the input takes %.1f times the time\n", large / small);
  }
  std::filesystem::remove_all(directory);
  return 0;
}

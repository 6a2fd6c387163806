// What the analysis costs beyond reading: CPU time of a whole run over a tree of files, divided by the CPU time of
// parsing the same files with the same parsers and doing nothing else. Usage: bench_run_against_parse PATH...

#include "cloudformation/cloudformation.h"
#include "command/analysis.h"
#include "command/files.h"
#include "rule/embedded_packs.h"
#include "syntax/document.h"
#include "syntax/hcl.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <string>
#include <vector>

namespace {

using namespace holdfast;

constexpr int kRounds = 3;

double cpu_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

struct Parsed {
  std::size_t files = 0;
  std::size_t bytes = 0;
};

/// Parses what a run would parse: configurations, and documents that may be templates.
Parsed parse_only(const std::vector<std::string>& paths) {
  Workspace workspace;
  Parsed parsed;
  const FoundFiles found = find_files(paths);
  const auto count = [&](const SourceFile& file) {
    ++parsed.files;
    parsed.bytes += file.text().size();
  };
  for (const std::string& directory : found.terraform_directories) {
    for (const auto& entry : std::filesystem::directory_iterator(directory)) {
      if (entry.path().extension() != ".tf") continue;
      const auto file = workspace.load(entry.path().string());
      if (!file) continue;
      Diagnostics diagnostics;
      hcl::parse_file(*file, workspace.file(*file).text(), diagnostics);
      count(workspace.file(*file));
    }
  }
  for (const std::string& path : found.documents) {
    const auto file = workspace.load(path);
    if (!file || !may_be_cloudformation(workspace.file(*file).text())) continue;
    Diagnostics diagnostics;
    parse_documents(*file, workspace.file(*file).text(), diagnostics);
    count(workspace.file(*file));
  }
  return parsed;
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> paths(argv + 1, argv + argc);
  if (paths.empty()) {
    std::fprintf(stderr, "usage: bench_run_against_parse PATH...\n");
    return 1;
  }
  std::vector<double> parse_times, run_times;
  Parsed parsed;
  std::size_t findings = 0;
  for (int round = 0; round < kRounds; ++round) {
    const double start = cpu_seconds();
    parsed = parse_only(paths);
    const double middle = cpu_seconds();
    Workspace workspace;
    Packs packs;
    Diagnostics diagnostics;
    load_embedded_packs(packs, workspace, embedded_packs(), diagnostics);
    packs.finish(diagnostics);
    AnalysisStatistics statistics;
    const Report report = analyse(
        workspace, packs,
        {.paths = paths, .inputs = {}, .profile = packs.default_profile(), .rules = packs.rules(), .threads = 1},
        statistics);
    const double end = cpu_seconds();
    findings = report.findings.size();
    parse_times.push_back(middle - start);
    run_times.push_back(end - middle);
  }
  std::sort(parse_times.begin(), parse_times.end());
  std::sort(run_times.begin(), run_times.end());
  const double parse = parse_times[kRounds / 2], run = run_times[kRounds / 2];
  std::printf("files %zu, bytes %zu, findings %zu\n", parsed.files, parsed.bytes, findings);
  std::printf("parse only %.3f s, whole run %.3f s, ratio %.2f\n", parse, run, run / parse);
  return 0;
}

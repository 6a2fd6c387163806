// What it takes to survey a large estate: time and memory of `holdfast posture` without its output, in both languages,
// at 100,000 resources with 1,000 plans and 1,000 selections, and at a tenth of that. Usage: bench_posture [PLANS,
// default 1000]

#include "estate.h"

#include "command/analysis.h"
#include "rule/embedded_packs.h"

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>

namespace {

using namespace holdfast;

// A hundred resources for each plan: a vault, perhaps its lock, the plan, its selection, and tables.
constexpr int kStoresPerPlan = 97;

struct Cost {
  double seconds;
  double megabytes;
};

void survey(const std::filesystem::path& folder) {
  Workspace workspace;
  Packs packs;
  Diagnostics diagnostics;
  load_embedded_packs(packs, workspace, embedded_packs(), diagnostics);
  packs.finish(diagnostics);
  AnalysisOptions options{.paths = {folder.string()}, .profile = packs.default_profile(), .rules = {}, .threads = 1};
  options.table = packs.table(kPosture);
  AnalysisStatistics statistics;
  const Report report = analyse(workspace, packs, options, statistics);
  std::printf("  %zu resources, %zu rows, %zu bytes: ", statistics.resources, report.survey.rows.size(),
              statistics.bytes);
  std::fflush(stdout);
}

/// In a process of its own, whose memory is that of this survey alone.
Cost cost_of(const std::filesystem::path& folder) {
  std::fflush(stdout);
  const pid_t child = ::fork();
  if (child == 0) {
    survey(folder);
    ::_exit(0);
  }
  int status = 0;
  rusage usage{};
  ::wait4(child, &status, 0, &usage);
  const double seconds = static_cast<double>(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
                         static_cast<double>(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
  return {seconds, static_cast<double>(usage.ru_maxrss) / 1024};
}

Cost run(const std::filesystem::path& folder, const std::string& file, const std::string& text) {
  std::filesystem::create_directories(folder);
  std::ofstream(folder / file, std::ios::binary) << text;
  const Cost cost = cost_of(folder);
  std::printf("%.2f s, %.0f MB\n", cost.seconds, cost.megabytes);
  std::filesystem::remove_all(folder);
  return cost;
}

}  // namespace

int main(int argc, char** argv) {
  const int plans = argc > 1 ? std::stoi(argv[1]) : 1000;
  const std::filesystem::path folder =
      std::filesystem::temp_directory_path() / ("holdfast-posture-" + std::to_string(::getpid()));
  for (const bool is_terraform : {true, false}) {
    const std::string file = is_terraform ? "main.tf" : "template.yaml";
    std::printf("%s\n", file.c_str());
    std::fflush(stdout);
    const auto estate = is_terraform ? terraform_estate : cloudformation_estate;
    const Cost small = run(folder, file, estate(kStoresPerPlan * plans / 10, kStoresPerPlan));
    const Cost large = run(folder, file, estate(kStoresPerPlan * plans, kStoresPerPlan));
    std::printf("  ten times the input takes %.1f times the time and %.1f times the memory\n",
                large.seconds / small.seconds, large.megabytes / small.megabytes);
  }
  return 0;
}

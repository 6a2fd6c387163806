// Whole estates in fixtures/posture, each with the table that `holdfast posture` shows of it.
#include "command/input_options.h"
#include "command/pack_loading.h"
#include "report/table_report.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

using namespace holdfast;

namespace {

namespace fs = std::filesystem;

const fs::path kEstates = HOLDFAST_SOURCE_DIR "/fixtures/posture";

void check_snapshot(const fs::path& path, const std::string& actual) {
  if (std::getenv("HOLDFAST_UPDATE") != nullptr) std::ofstream(path, std::ios::binary) << actual;
  std::ifstream file(path, std::ios::binary);
  const std::string expected{std::istreambuf_iterator<char>(file), {}};
  CHECK_MESSAGE(actual == expected, path << " differs from:\n" << actual);
}

void check_estate(const Packs& packs, Workspace& workspace, const std::string& name) {
  InputOptions options;
  options.paths = {name};
  AnalysisOptions analysis = *analysis_of(options, workspace, packs);
  analysis.table = packs.table(kPosture);
  AnalysisStatistics statistics;
  Report report = analyse(workspace, packs, analysis, statistics);
  report.version = "0";
  check_snapshot(kEstates / name / "posture.txt", text_table(report, {.width = 160}));
  check_snapshot(kEstates / name / "posture.json", json_table(report, {}));
}

}  // namespace

TEST_CASE("the posture of estates looks as their snapshots do") {
  Workspace workspace;
  Packs packs;
  REQUIRE(load_all_packs(packs, workspace, embedded_packs(), {}));
  const fs::path before = fs::current_path();
  fs::current_path(kEstates);  // paths in tables are those that the user gives
  std::vector<std::string> names;
  for (const fs::directory_entry& entry : fs::directory_iterator(kEstates)) names.push_back(entry.path().filename());
  std::sort(names.begin(), names.end());
  for (const std::string& name : names) check_estate(packs, workspace, name);
  fs::current_path(before);
}

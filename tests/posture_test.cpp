// Whole estates in fixtures/posture, each with the table that `holdfast posture` shows of it.
#include "command/input_options.h"
#include "command/pack_loading.h"
#include "report/table_report.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
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

Report survey_of(const Packs& packs, Workspace& workspace, const std::string& name) {
  InputOptions options;
  options.paths = {name};
  AnalysisOptions analysis = *analysis_of(options, workspace, packs);
  analysis.table = packs.table(kPosture);
  AnalysisStatistics statistics;
  Report report = analyse(workspace, packs, analysis, statistics);
  report.version = "0";
  return report;
}

void check_estate(const Packs& packs, Workspace& workspace, const std::string& name) {
  const Report report = survey_of(packs, workspace, name);
  check_snapshot(kEstates / name / "posture.txt", text_table(report, {.width = 160}));
  check_snapshot(kEstates / name / "posture.json", json_table(report, {}));
}

/// What a table says of its stores in figures, which no names of one language are in. Stores may stand in any order.
std::vector<std::string> figures(const Report& report) {
  static constexpr std::array kColumns = {"tier",
                                          "tier_source",
                                          "rpo_minutes",
                                          "rpo_late_minutes",
                                          "rpo_wanted_minutes",
                                          "retention_days",
                                          "generations_days",
                                          "retention_wanted_days",
                                          "native",
                                          "protected_by",
                                          "restore_test_days",
                                          "alert_minutes"};
  std::vector<std::string> lines;
  for (const Row& row : report.survey.rows) {
    std::string& line = lines.emplace_back();
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      const std::string& name = report.survey.table->columns[i].name;
      if (std::find(kColumns.begin(), kColumns.end(), name) != kColumns.end())
        line += name + " " + in_words(row.cells[i].value->datum) + "; ";
    }
  }
  std::sort(lines.begin(), lines.end());
  return lines;
}

/// Worlds are told by the names of inputs, and these differ, as does the word for universal time.
std::string without_names(std::string line) {
  for (const std::string_view name : {"var.stage", "Stage", "Etc/"}) {
    for (std::size_t at = line.find(name); at != std::string::npos; at = line.find(name)) line.erase(at, name.size());
  }
  return line;
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

TEST_CASE("an estate comes to the same in both languages") {
  Workspace workspace;
  Packs packs;
  REQUIRE(load_all_packs(packs, workspace, embedded_packs(), {}));
  const fs::path before = fs::current_path();
  fs::current_path(kEstates);
  for (const std::string name : {"single-account", "central-vault", "plans-from-a-module", "dr-region", "cdk-output",
                                 "declared-elsewhere", "what-selections-choose"}) {
    CAPTURE(name);
    const std::vector<std::string> here = figures(survey_of(packs, workspace, name));
    const std::vector<std::string> there = figures(survey_of(packs, workspace, name + "-template"));
    REQUIRE(here.size() == there.size());
    for (std::size_t i = 0; i < here.size(); ++i) CHECK(without_names(here[i]) == without_names(there[i]));
  }
  fs::current_path(before);
}

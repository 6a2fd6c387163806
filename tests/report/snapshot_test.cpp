// Whole reports, as users get them. `tests/update` rewrites fixtures/reports/ from what the program now says.
#include "report/baseline.h"
#include "report/control_report.h"
#include "report/diagram_report.h"
#include "report/table_report.h"
#include "sample.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

using namespace holdfast;
using namespace holdfast::test;

namespace {

void check_snapshot(const std::string& name, const std::string& actual) {
  const std::string path = HOLDFAST_SOURCE_DIR "/fixtures/reports/" + name;
  if (std::getenv("HOLDFAST_UPDATE") != nullptr) std::ofstream(path, std::ios::binary) << actual;
  std::ifstream file(path, std::ios::binary);
  const std::string expected{std::istreambuf_iterator<char>(file), {}};
  CHECK_MESSAGE(actual == expected, "fixtures/reports/" << name << " differs from:\n" << actual);
}

}  // namespace

TEST_CASE("reports look as their snapshots do") {
  Sample sample;
  fill_showcase(sample);
  const Report& report = sample.report;
  check_snapshot("showcase.txt", text_report(report, {.width = 100}));
  check_snapshot("showcase-80.txt", text_report(report, {.width = 80}));
  check_snapshot("showcase-audit.txt", text_report(report, {.audit = true, .width = 100}));
  check_snapshot("showcase.concise.txt", concise_report(report, {}));
  check_snapshot("showcase.json", json_report(report, {}));
  check_snapshot("showcase-audit.json", json_report(report, {.audit = true}));
  check_snapshot("showcase.jsonl", json_lines_report(report, {}));
  check_snapshot("showcase.github.txt", github_report(report, {}));
  check_snapshot("showcase.gitlab.json", gitlab_report(report, {}));
  check_snapshot("showcase.junit.xml", junit_report(report, {}));
  check_snapshot("showcase-audit.junit.xml", junit_report(report, {.audit = true}));
  check_snapshot("showcase.csv", csv_report(report, {}));
  check_snapshot("showcase-audit.csv", csv_report(report, {.audit = true}));
  check_snapshot("showcase.md", markdown_report(report, {}));
  check_snapshot("showcase-audit.md", markdown_report(report, {.audit = true}));
  check_snapshot("showcase-audit.html", html_report(report, {.audit = true}));
  check_snapshot("showcase.baseline.json", baseline_text(baseline_of(report)));
  check_snapshot("showcase.sarif", sarif_report(report, {}));
  check_snapshot("showcase-audit.sarif", sarif_report(report, {.audit = true}));
}

TEST_CASE("pages that show what is deployed look as their snapshots do") {
  Sample sample;
  fill_showcase(sample);
  add_survey(sample);
  check_snapshot("survey.md", markdown_report(sample.report, {}));
  check_snapshot("survey.html", html_report(sample.report, {}));
  check_snapshot("survey.graph.json", json_diagram(sample.report, {}));
  check_snapshot("survey-table.md", markdown_table(sample.report, {}));
  check_snapshot("survey-table.html", html_table(sample.report, {}));
}

TEST_CASE("control reports look as their snapshots do") {
  Sample sample;
  fill_showcase(sample);
  add_survey(sample);
  const Report& report = sample.report;
  check_snapshot("controls.md", control_markdown_report(report, {}));
  check_snapshot("controls.html", control_html_report(report, {}));
  check_snapshot("controls.csv", control_csv_report(report, {}));
  check_snapshot("controls.json", control_json_report(report, {}));
  check_snapshot("controls.oscal.json", oscal_report(report, {}));
}

TEST_CASE("a clean run has its snapshots too") {
  Sample sample;
  sample.add_file("main.tf", "");
  check_snapshot("clean.txt", text_report(sample.report, {}));
  check_snapshot("clean.sarif", sarif_report(sample.report, {}));
}

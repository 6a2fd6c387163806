#include "sample.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <chrono>
#include <string>

using namespace holdfast;
using namespace holdfast::test;
using Json = nlohmann::ordered_json;

namespace {

Json run_of(const Sample& sample, const ReportOptions& options = {}) {
  return Json::parse(sarif_report(sample.report, options))["runs"][0];
}

std::string uri_of(const Json& result) { return result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]; }

Json region_of(const Json& result) { return result["locations"][0]["physicalLocation"]["region"]; }

/// A sample with one finding, in a file of that path and text, at the place where `at` stands.
void add_one(Sample& sample, std::string path, std::string text, std::string_view at,
             std::string message = "it is wrong") {
  const FileId file = sample.add_file(std::move(path), std::move(text));
  const Rule& rule =
      sample.rules.empty() ? sample.add_rule("pack/rule", Severity::high, "It is wrong") : sample.rules.front();
  sample.add_finding(rule, sample.span(file, at), std::move(message)).resource = "a_b.c";
}

void check_uri(std::string path, const std::string& expected) {
  Sample sample;
  add_one(sample, std::move(path), "x = 1\n", "x");
  CHECK(uri_of(run_of(sample)["results"][0]) == expected);
  CHECK(faults_of(sample, {}) == "");
}

void check_message(std::string message, const std::string& expected) {
  Sample sample;
  add_one(sample, "main.tf", "x = 1\n", "x", std::move(message));
  CHECK(run_of(sample)["results"][0]["message"]["text"] == expected);
  CHECK(faults_of(sample, {}) == "");
}

}  // namespace

TEST_CASE("both profiles of the showcase are free of faults") {
  Sample sample;
  fill_showcase(sample);
  CHECK(faults_of(sample, {}) == "");
  CHECK(faults_of(sample, {.audit = true}) == "");
}

TEST_CASE("a clean run has no results, and a run of nothing too") {
  Sample sample;
  CHECK(run_of(sample)["results"] == Json::array());
  CHECK(faults_of(sample, {}) == "");
  sample.add_file("empty.tf", "");
  CHECK(run_of(sample)["results"] == Json::array());
  CHECK(faults_of(sample, {.audit = true}) == "");
}

TEST_CASE("paths are relative to the source root, and encoded") {
  check_uri("main.tf", "main.tf");
  check_uri("./a/../b//main.tf", "b/main.tf");
  check_uri("/repository/infra/main.tf", "infra/main.tf");
  check_uri("a b[0]%\\\"<é>.tf", "a%20b%5B0%5D%25%5C%22%3C%C3%A9%3E.tf");
  check_uri("c:/main.tf", "c%3A/main.tf");
  check_uri("what?#.tf", "what%3F%23.tf");
  check_uri("../elsewhere/main.tf", "file:///elsewhere/main.tf");
}

TEST_CASE("columns count UTF-16 units, tabs one, and line ends none") {
  Sample sample;
  add_one(sample, "main.tf", "a\r\n\tb = \"😀\" # é x\r\n", "x");
  CHECK(region_of(run_of(sample)["results"][0])["startLine"] == 2);
  CHECK(region_of(run_of(sample)["results"][0])["startColumn"] == 15);
  CHECK(region_of(run_of(sample)["results"][0])["endColumn"] == 16);
  CHECK(faults_of(sample, {}) == "");
}

TEST_CASE("a byte order mark counts for the hash of the file only") {
  Sample sample;
  add_one(sample, "main.tf", "\xEF\xBB\xBFx = 1\n", "x");
  const Json run = run_of(sample);
  CHECK(region_of(run["results"][0])["startColumn"] == 1);
  CHECK(run["artifacts"][0]["length"] == 9);
  CHECK(faults_of(sample, {}) == "");
}

TEST_CASE("a place in an empty file is its start") {
  Sample sample;
  add_one(sample, "main.tf", "", "");
  CHECK(region_of(run_of(sample)["results"][0])["endColumn"] == 1);
  CHECK(faults_of(sample, {}) == "");
}

TEST_CASE("a finding without a place is shown at the start of the first file") {
  Sample sample;
  sample.add_file("a.tf", "x = 1\n");
  sample.add_finding(sample.add_rule("pack/rule", Severity::low, "It is wrong"), {}, "nothing is there");
  CHECK(uri_of(run_of(sample)["results"][0]) == "a.tf");
  CHECK(faults_of(sample, {}) == "");
}

TEST_CASE("a rule of the user's own has no page among ours") {
  Sample sample;
  const FileId file = sample.add_file("main.tf", "x = 1\n");
  Rule& rule = sample.add_rule("house/rule", Severity::high, "It is wrong");
  rule.has_page = false;
  sample.add_finding(rule, sample.span(file, "x"), "it is wrong");
  CHECK(sarif_report(sample.report, {}).find("\"helpUri\": \"https://holdfast.example\"") != std::string::npos);
  CHECK(faults_of(sample, {}).empty());
}

TEST_CASE("a message is a sentence without placeholders, links and line ends") {
  check_message("it is wrong", "it is wrong.");
  check_message("is it wrong?", "is it wrong?");
  check_message("${var.x} is {a}\nb", "$｛var.x｝ is ｛a｝ b.");
  check_message("a[0](1) is no link", "a[0] (1) is no link.");
  check_message("bytes \xFF stay text", "bytes \uFFFD stay text.");
}

TEST_CASE("evidence is linked from the message, with brackets escaped") {
  Sample sample;
  add_one(sample, "main.tf", "x = 1\ny = 2\n", "x");
  const Span y = sample.span(sample.report.files[0], "y");
  sample.report.findings[0].world = "Environment is prod";
  sample.report.findings[0].evidence = {{.at = y, .text = ""}, {.at = y, .text = "list[0] selects it"}};
  CHECK(run_of(sample)["results"][0]["message"]["text"] ==
        "it is wrong, when Environment is prod. See: [list\\[0\\] selects it](2).");
  CHECK(faults_of(sample, {}) == "");
}

TEST_CASE("a flow runs from the literal to the finding") {
  Sample sample;
  add_one(sample, "main.tf", "x = y\ny = z\nz = 1\n", "y");
  const FileId file = sample.report.files[0];
  sample.report.findings[0].flow = {{.at = sample.span(file, "z"), .text = "z"},
                                    {.at = sample.span(file, "1"), .text = "the 1"}};
  const Json run = run_of(sample);
  const Json& steps = run["results"][0]["codeFlows"][0]["threadFlows"][0]["locations"];
  REQUIRE(steps.size() == 3);
  CHECK(steps[0]["location"]["message"]["text"] == "the 1.");
  CHECK(steps[2]["location"]["physicalLocation"]["region"] ==
        Json{{"startLine", 1}, {"startColumn", 5}, {"endLine", 1}, {"endColumn", 6}});
  CHECK(faults_of(sample, {}) == "");
}

TEST_CASE("a finding in a fetched module is shown at the call in the repository") {
  Sample sample;
  add_one(sample, ".terraform/modules/db/main.tf", "x = 1\n", "x");
  const FileId root = sample.add_file("main.tf", "module \"db\" {}\n");
  sample.report.findings[0].call_chain = {sample.span(root, "module \"db\"")};
  const Json result = run_of(sample)["results"][0];
  CHECK(uri_of(result) == "main.tf");
  CHECK(result["properties"]["definedAt"] == ".terraform/modules/db/main.tf:1");
  CHECK(!result.contains("relatedLocations"));
  CHECK(faults_of(sample, {}) == "");
}

TEST_CASE("a finding in a local module stays there, with the calls besides") {
  Sample sample;
  add_one(sample, "modules/db/main.tf", "x = 1\n", "x");
  const FileId root = sample.add_file("main.tf", "module \"db\" {}\n");
  sample.report.findings[0].call_chain = {sample.span(root, "module \"db\"")};
  const Json result = run_of(sample)["results"][0];
  CHECK(uri_of(result) == "modules/db/main.tf");
  CHECK(result["relatedLocations"].size() == 1);
  CHECK(faults_of(sample, {}) == "");
}

TEST_CASE("only an audit holds what is no open fault, with level none") {
  Sample sample;
  for (const Verdict verdict : {Verdict::pass, Verdict::undecided, Verdict::not_applicable}) {
    add_one(sample, "main.tf", "x = 1\n", "x");
    sample.report.findings.back().verdict = verdict;
  }
  CHECK(run_of(sample)["results"].empty());
  CHECK(run_of(sample)["tool"]["driver"]["rules"].empty());
  const Json results = run_of(sample, {.audit = true})["results"];
  REQUIRE(results.size() == 3);
  for (const Json& result : results) CHECK(result["level"] == "none");
}

TEST_CASE("an audit asks people for what no sources show, for review") {
  Sample sample;
  add_one(sample, "main.tf", "x = 1\n", "x");
  Register source{.key = "S", .name = "Our process", .requirements = {}};
  source.requirements.push_back({.id = "S-1", .label = "Drills are held", .proof = Proof::by_people, .controls = {}});
  source.requirements.push_back({.id = "S-2", .label = "A lock is set", .proof = Proof::statically, .controls = {}});
  sample.report.registers = {&source};
  CHECK(run_of(sample)["results"].size() == 1);
  const Json run = run_of(sample, {.audit = true});
  const Json& review = run["results"][0];
  CHECK(review["kind"] == "review");
  CHECK(review["properties"]["requirement"] == "S-1");
  CHECK(run["tool"]["driver"]["rules"][review["ruleIndex"].get<std::size_t>()]["id"] == review["ruleId"]);
  CHECK(run["results"].size() == 2);
  CHECK(faults_of(sample, {.audit = true}) == "");
}

TEST_CASE("errors make a run unsuccessful, warnings do not") {
  static constexpr DiagnosticKind kWarning{"hcl/odd", Gravity::warning, "`{}` is odd"};
  static constexpr DiagnosticKind kError{"hcl/broken", Gravity::error, "`{}` is broken"};
  Sample sample;
  sample.add_diagnostic(kWarning, {}, "`x` is odd");
  CHECK(run_of(sample)["invocations"][0]["executionSuccessful"] == true);
  sample.add_diagnostic(kError, {}, "`{` is broken");
  CHECK(run_of(sample)["invocations"][0]["executionSuccessful"] == false);
  CHECK(run_of(sample)["tool"]["driver"]["notifications"][0]["shortDescription"]["text"] == "`...` is broken.");
  CHECK(faults_of(sample, {}) == "");
}

TEST_CASE("more findings than code scanning keeps are cut, least severe first, and it is said") {
  Sample sample;
  std::string text;
  for (int i = 0; i < 5200; ++i) text += "key" + std::to_string(i) + " = 1\n";
  const FileId file = sample.add_file("main.tf", text);
  const Rule& low = sample.add_rule("pack/low", Severity::low, "It is odd");
  const Rule& high = sample.add_rule("pack/high", Severity::critical, "It is wrong");
  for (int i = 0; i < 5200; ++i) {
    const Span at = sample.span(file, "key" + std::to_string(i) + " ");
    sample.add_finding(i < 300 ? low : high, at, "it is so").resource = "r" + std::to_string(i);
  }
  const Json run = run_of(sample);
  CHECK(run["results"].size() == 5000);
  CHECK(std::ranges::count(run["results"], "pack/low", [](const Json& r) { return r["ruleId"]; }) == 100);
  CHECK(run["invocations"][0]["toolExecutionNotifications"][0]["descriptor"]["id"] == "report/results-left-out");
  CHECK(faults_of(sample, {}) == "");
  CHECK(run_of(sample, {.audit = true})["results"].size() == 5200);
}

TEST_CASE("more places than code scanning shows are left out, and counted") {
  Sample sample;
  add_one(sample, "main.tf", "x = 1\n" + std::string(2000, 'y'), "x");
  Finding& finding = sample.report.findings[0];
  for (uint32_t i = 0; i < 1500; ++i) {
    const Span at{.file = finding.at.file, .begin = 6 + i, .end = 7 + i};
    finding.flow.push_back({.at = at, .text = "here"});
    if (i < 150) finding.evidence.push_back({.at = at, .text = "there"});
  }
  const Json result = run_of(sample)["results"][0];
  CHECK(result["relatedLocations"].size() == 99);
  CHECK(result["codeFlows"][0]["threadFlows"][0]["locations"].size() == 1000);
  CHECK(result["properties"]["relatedLocationsLeftOut"] == 51);
  CHECK(result["properties"]["stepsLeftOut"] == 501);
  CHECK(faults_of(sample, {}) == "");
}

TEST_CASE("a fingerprint stays when lines are added above, and the line's own changes with the line") {
  const auto prints = [](std::string text) {
    Sample sample;
    add_one(sample, "main.tf", std::move(text), "x");
    return run_of(sample)["results"][0]["partialFingerprints"];
  };
  const Json before = prints("a = 1\nx = 1\n");
  CHECK(prints("# new\n\nb = 2\na = 1\nx = 1\n") == before);
  const Json changed = prints("a = 1\nx = 2\n");
  CHECK(changed["primaryLocationLineHash"] != before["primaryLocationLineHash"]);
  CHECK(changed["resourceRule/v1"] == before["resourceRule/v1"]);
}

TEST_CASE("a category is there when somebody names it") {
  Sample sample;
  add_one(sample, "main.tf", "x = 1\n", "x");
  CHECK(!run_of(sample).contains("automationDetails"));
  CHECK(run_of(sample, {.category = "infra"})["automationDetails"]["id"] == "infra/");
}

TEST_CASE("the order of findings and the time of the run do not matter") {
  Sample sample;
  add_one(sample, "b.tf", "x = 1\n", "x");
  add_one(sample, "a.tf", "x = 1\n", "x");
  const std::string before = sarif_report(sample.report, {});
  std::swap(sample.report.findings[0], sample.report.findings[1]);
  CHECK(sarif_report(sample.report, {}) == before);
}

#include "report/control_report.h"

#include "sample.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <set>
#include <string>

using namespace holdfast;
using namespace holdfast::test;
using Json = nlohmann::ordered_json;

namespace {

/// One rule, with findings of these verdicts, and what the report says of the control that it is evidence for.
std::string standing(const std::vector<Verdict>& verdicts, bool is_accepted = false) {
  Sample sample;
  const FileId file = sample.add_file("main.tf", "x = 1\n");
  const Rule& rule = sample.add_rule("pack/rule", Severity::high, "It is wrong");
  for (const Verdict verdict : verdicts) {
    Finding& finding = sample.add_finding(rule, sample.span(file, "x"), "it is so");
    finding.verdict = verdict;
    if (is_accepted) finding.suppression = Suppression{.reason = "so be it", .owner = {}, .expires = {}, .at = {}};
  }
  const Json report = Json::parse(control_json_report(sample.report, {}));
  for (const Json& control : report["frameworks"][0]["controls"]) {
    if (control["id"] == "A.8.13") return control["evidence"];
  }
  return "no such control";
}

Json result_of(const Sample& sample) {
  return Json::parse(oscal_report(sample.report, {}))["assessment-results"]["results"][0];
}

std::set<std::string> uuids_of(const Json& list) {
  std::set<std::string> uuids;
  for (const Json& item : list) CHECK_MESSAGE(uuids.insert(item["uuid"]).second, "a UUID is there twice");
  return uuids;
}

}  // namespace

TEST_CASE("a control stands as the worst of what was found") {
  CHECK(standing({Verdict::pass, Verdict::fail, Verdict::undecided}) == "evidence against");
  CHECK(standing({Verdict::pass, Verdict::undecided}) == "open");
  CHECK(standing({Verdict::pass, Verdict::not_applicable}) == "evidence for");
  CHECK(standing({Verdict::fail}, true) == "evidence for, with exceptions");
  CHECK(standing({Verdict::not_applicable}) == "nothing that it concerns");
}

TEST_CASE("a control that no rule knows is listed as such") {
  Sample sample;
  sample.frameworks[0].controls.push_back({.id = "A.9.9", .label = "Something else", .aliases = {}});
  CHECK(control_markdown_report(sample.report, {}).find("No rule gives evidence for: ") != std::string::npos);
  CHECK(control_csv_report(sample.report, {}).find("\"A.9.9\",\"Something else\",\"\",\"\",\"\",\"not checked\"") !=
        std::string::npos);
}

TEST_CASE("an exception shows its owner and its end") {
  Sample sample;
  fill_showcase(sample);
  const std::string page = control_markdown_report(sample.report, {});
  CHECK(page.find("| Locked by the landing zone. | platform | 2027-01-31 |") != std::string::npos);
  CHECK(page.find("compliant") == std::string::npos);
  CHECK(page.find('%') == page.find("%20"));
}

TEST_CASE("what only people can show is asked for") {
  Sample sample;
  Register source{.key = "S", .name = "Our process", .requirements = {}};
  source.requirements.push_back({.id = "S-1",
                                 .label = "Drills are held",
                                 .proof = Proof::by_people,
                                 .controls = {{.framework = "iso27001", .control = "A.5.30"}}});
  source.requirements.push_back({.id = "S-2", .label = "A lock is set", .proof = Proof::statically, .controls = {}});
  sample.report.registers = {&source};
  CHECK(control_markdown_report(sample.report, {})
            .find("| S-1 | Drills are held | ISO/IEC 27001:2022 A.5.30 | Our process |\n\n") != std::string::npos);
  CHECK(Json::parse(control_json_report(sample.report, {}))["manual_evidence"].size() == 1);
}

TEST_CASE("references inside assessment results resolve, and no two things share a name") {
  Sample sample;
  fill_showcase(sample);
  sample.report.findings.push_back(sample.report.findings.front());
  const Json result = result_of(sample);
  const std::set<std::string> items = uuids_of(result["local-definitions"]["inventory-items"]);
  const std::set<std::string> observations = uuids_of(result["observations"]);
  for (const Json& observation : result["observations"]) {
    for (const Json& subject : observation["subjects"]) CHECK(items.contains(subject["subject-uuid"]));
  }
  for (const char* list : {"risks", "findings"}) {
    uuids_of(result[list]);
    for (const Json& item : result[list]) {
      for (const Json& related : item["related-observations"])
        CHECK(observations.contains(related["observation-uuid"]));
    }
  }
}

TEST_CASE("assessment results never call a control satisfied") {
  Sample sample;
  const FileId file = sample.add_file("main.tf", "x = 1\n");
  const Rule& rule = sample.add_rule("pack/rule", Severity::high, "It is wrong");
  sample.add_finding(rule, sample.span(file, "x"), "it is right").verdict = Verdict::pass;
  const Json result = result_of(sample);
  CHECK(result["observations"].size() == 1);
  CHECK(!result.contains("findings"));
}

TEST_CASE("ids of assessment results stay from day to day, but for the document") {
  Sample sample;
  fill_showcase(sample);
  const Json before = Json::parse(oscal_report(sample.report, {}));
  sample.report.date = "2026-11-21";
  const Json after = Json::parse(oscal_report(sample.report, {}));
  CHECK(before["assessment-results"]["uuid"] != after["assessment-results"]["uuid"]);
  CHECK(before["assessment-results"]["results"][0]["observations"][0]["uuid"] ==
        after["assessment-results"]["results"][0]["observations"][0]["uuid"]);
}

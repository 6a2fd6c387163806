#include "report/sarif_review.h"

#include "expression/hash.h"
#include "report/control_evidence.h"
#include "report/line_hash.h"
#include "report/sarif_result.h"
#include "report/sarif_text.h"

#include <fmt/format.h>

namespace holdfast {
namespace {

void write_review(JsonWriter& json, const Report& report, SarifArtifacts& artifacts, const ManualEvidence& asked) {
  const Requirement& requirement = *asked.requirement;
  const Span place{.file = report.files.front()};
  const std::string message = fmt::format("{} of {}: {}; no sources can show that, a record of it is needed",
                                          requirement.id, asked.source->name, requirement.label);
  json.text("kind", "review");
  json.text("level", "none");
  json.row("message", [&] { json.text("text", sarif_sentence(message)); });
  json.array("locations", [&] { json.object([&] { artifacts.write_location(json, place, true); }); });
  json.row("partialFingerprints", [&] {
    const std::string identity = fmt::format("{}/{}", sarif_review_rule().id, requirement.id);
    json.text("primaryLocationLineHash", to_string(artifacts.line_hash(place.file, 1)));
    json.text("resourceRule/v1", hexadecimal(digest(Hash::sha256, identity)).substr(0, 32));
  });
  json.object("properties", [&] {
    json.text("requirement", requirement.id);
    json.text_if_any("controls", controls_of(requirement, report));
  });
}

}  // namespace

bool has_sarif_reviews(const Report& report) { return !report.files.empty() && !manual_evidence_of(report).empty(); }

const Rule& sarif_review_rule() {
  static const Rule rule = [] {
    Rule review;
    review.id = "holdfast/manual-evidence";
    review.title = "Evidence is asked for that only people can give";
    review.theme = "evidence";
    review.severity = Severity::info;
    review.why = "A register demands something that no sources can show: a test that was held, a review, a decision.";
    review.fix = "Keep a record of it, with its date and its owner. A control report lists all that is asked for.";
    return review;
  }();
  return rule;
}

bool follows_sarif_reviews(const Report& report, const Finding& finding) {
  const Span place = sarif_place(report, finding);
  return place.file != report.files.front() || place.begin > 0 || finding.rule->id > sarif_review_rule().id;
}

void write_sarif_reviews(JsonWriter& json, const Report& report, SarifArtifacts& artifacts, std::size_t rule_index) {
  for (const ManualEvidence& asked : manual_evidence_of(report)) {
    json.object([&] {
      json.text("ruleId", sarif_review_rule().id);
      json.number("ruleIndex", rule_index);
      write_review(json, report, artifacts, asked);
    });
  }
}

}  // namespace holdfast

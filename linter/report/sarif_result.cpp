#include "report/sarif_result.h"

#include "report/code_scanning.h"
#include "report/fingerprint.h"
#include "report/level.h"
#include "report/named_control.h"
#include "report/place.h"
#include "report/sarif_driver.h"
#include "report/sarif_text.h"
#include "report/shown_findings.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>

namespace holdfast {
namespace {

// A message with more links than that is no sentence any more.
constexpr std::size_t kLinksMax = 3;

std::string_view kind(Verdict verdict) {
  switch (verdict) {
    case Verdict::pass: return "pass";
    case Verdict::fail: return "fail";
    case Verdict::undecided: return "open";
    case Verdict::not_applicable: return "notApplicable";
  }
  return {};
}

std::string_view baseline_state(BaselineState state) {
  switch (state) {
    case BaselineState::added: return "new";
    case BaselineState::unchanged: return "unchanged";
    case BaselineState::absent: return "absent";
  }
  return {};
}

/// Places that the result shows besides its own, in the order of their ids.
std::vector<Evidence> related_places(const Finding& finding, const SarifArtifacts& artifacts, Span place) {
  std::vector<Evidence> places;
  for (const Evidence& evidence : finding.evidence) {
    if (evidence.at.exists()) places.push_back(evidence);
  }
  for (const Span call : finding.call_chain) {
    if (call.exists() && call != place) places.push_back({.at = call, .text = "comes in through this call"});
  }
  std::erase_if(places, [&](const Evidence& related) {
    const SarifArtifact& artifact = artifacts.at(related.at.file);
    return artifact.is_below_root && !artifact.is_in_repository;
  });
  return places;
}

std::string message(const Finding& finding, const std::vector<Evidence>& related) {
  const std::string text = sarif_sentence(statement(finding));
  std::string links;
  for (std::size_t i = 0; i < related.size() && i < kLinksMax; ++i) {
    if (related[i].text.empty()) continue;
    links += (links.empty() ? "" : ", ") + sarif_link(related[i].text, i + 1);
  }
  return links.empty() ? text : text + " See: " + links + '.';
}

void write_resource(JsonWriter& json, const Finding& finding) {
  const auto add = [&](std::string_view name, std::string_view kind) {
    json.row([&] {
      json.text("fullyQualifiedName", name);
      json.text("kind", kind);
    });
  };
  json.array("logicalLocations", [&] {
    add(finding.resource, "resource");
    if (!finding.construct.empty()) add(finding.construct, "construct");
  });
}

void write_related(JsonWriter& json, const SarifArtifacts& artifacts, const std::vector<Evidence>& related) {
  json.array("relatedLocations", [&] {
    for (std::size_t i = 0; i < std::min(related.size(), code_scanning::kRelatedMax); ++i) {
      json.object([&] {
        json.number("id", i + 1);
        artifacts.write_location(json, related[i].at);
        if (!related[i].text.empty()) {
          json.row("message", [&] { json.text("text", sarif_sentence(related[i].text)); });
        }
      });
    }
  });
}

void write_step(JsonWriter& json, const SarifArtifacts& artifacts, Span at, std::string_view text) {
  json.object([&] {
    json.object("location", [&] {
      artifacts.write_location(json, at);
      json.row("message", [&] { json.text("text", sarif_sentence(text)); });
    });
  });
}

/// From the literal to the place where it is wrong.
void write_flow(JsonWriter& json, const SarifArtifacts& artifacts, const Finding& finding, Span place) {
  const std::size_t count = std::min(finding.flow.size(), code_scanning::kStepsMax);
  json.array("codeFlows", [&] {
    json.object([&] {
      json.array("threadFlows", [&] {
        json.object([&] {
          json.array("locations", [&] {
            for (std::size_t i = count; i-- > 0;) {
              const Evidence& step = finding.flow[i];
              if (step.at.exists()) write_step(json, artifacts, step.at, step.text.empty() ? "passed on" : step.text);
            }
            write_step(json, artifacts, place, "used here");
          });
        });
      });
    });
  });
}

/// The rule's own relationships say that direct controls cover every result; the others are said of each.
void write_taxa(JsonWriter& json, const Report& report, const Rule& rule) {
  std::vector<NamedControl> controls = named_controls(rule, report.frameworks);
  std::erase_if(controls, [](const NamedControl& control) { return control.is_direct; });
  if (controls.empty()) return;
  json.array("taxa", [&] {
    for (const NamedControl& control : controls) json.row([&] { write_sarif_control(json, control); });
  });
}

void write_suppression(JsonWriter& json, const SarifArtifacts& artifacts, const Suppression& suppression) {
  json.object([&] {
    json.text("kind", suppression.is_in_source ? "inSource" : "external");
    json.text("status", "accepted");
    json.text("justification", suppression.reason);
    if (suppression.at.exists()) json.object("location", [&] { artifacts.write_location(json, suppression.at); });
    if (suppression.owner.empty() && suppression.expires.empty()) return;
    json.row("properties", [&] {
      json.text_if_any("owner", suppression.owner);
      json.text_if_any("expires", suppression.expires);
    });
  });
}

/// How many items of a list are not in the file, if any.
void write_left_out(JsonWriter& json, std::string_view key, std::size_t count, std::size_t most) {
  if (count > most) json.number(key, count - most);
}

void write_properties(JsonWriter& json, const SarifArtifacts& artifacts, const Finding& finding, Span place,
                      std::size_t related) {
  json.object("properties", [&] {
    write_left_out(json, "relatedLocationsLeftOut", related, code_scanning::kRelatedMax);
    write_left_out(json, "stepsLeftOut", finding.flow.size(), code_scanning::kStepsMax);
    json.text_if_any("resourceType", finding.resource_type);
    json.text_if_any("discriminator", finding.discriminator);
    json.text_if_any("world", finding.world);
    json.list_if_any("reasons", finding.reasons);
    json.list_if_any("inputs", finding.inputs);
    json.list_if_any("because", finding.because);
    if (finding.at.exists() && place != finding.at) {
      const SarifArtifact& artifact = artifacts.at(finding.at.file);
      json.text("definedAt", fmt::format("{}:{}", artifact.path, artifact.file->position(finding.at.begin).line));
    }
  });
}

}  // namespace

std::vector<FileId> sarif_files(const Report& report, const Finding& finding) {
  std::vector<FileId> files;
  const auto add = [&](Span span) {
    if (span.exists()) files.push_back(span.file);
  };
  add(finding.at);
  for (const Evidence& evidence : finding.evidence) add(evidence.at);
  for (const Evidence& step : finding.flow) add(step.at);
  for (const Span call : finding.call_chain) add(call);
  if (finding.suppression) add(finding.suppression->at);
  if (files.empty() && !report.files.empty()) files.push_back(report.files.front());
  return files;
}

Span sarif_place(const Report& report, const Finding& finding) {
  const Span place = shown_place(report, finding);
  return place.exists() ? place : Span{.file = report.files.front()};
}

void write_sarif_result(JsonWriter& json, const Report& report, SarifArtifacts& artifacts, const Finding& finding,
                        const SarifResultOptions& options) {
  const Span place = sarif_place(report, finding);
  const std::vector<Evidence> related = related_places(finding, artifacts, place);
  const SarifArtifact& artifact = artifacts.at(place.file);
  const bool is_fail = finding.verdict == Verdict::fail;

  json.text("ruleId", finding.rule->id);
  json.number("ruleIndex", options.rule_index);
  json.text("kind", kind(finding.verdict));
  json.text("level", is_fail ? level(finding.severity) : "none");
  json.row("message", [&] { json.text("text", message(finding, related)); });
  json.array("locations", [&] {
    json.object([&] {
      artifacts.write_location(json, place, true);
      if (!finding.resource.empty()) write_resource(json, finding);
    });
  });
  if (!related.empty()) write_related(json, artifacts, related);
  if (!finding.flow.empty()) write_flow(json, artifacts, finding, place);
  write_taxa(json, report, *finding.rule);
  json.row("partialFingerprints", [&] {
    const uint32_t line = artifact.file->position(place.begin).line;
    json.text("primaryLocationLineHash", to_string(artifacts.line_hash(place.file, line)));
    json.text("resourceRule/v1", fingerprint(finding, artifact.path));
  });
  if (options.has_baseline && finding.baseline) json.text("baselineState", baseline_state(*finding.baseline));
  if (options.has_suppressions) {
    json.array("suppressions", [&] {
      if (finding.suppression) write_suppression(json, artifacts, *finding.suppression);
    });
  }
  write_properties(json, artifacts, finding, place, related.size());
}

}  // namespace holdfast

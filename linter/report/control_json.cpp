#include "report/control_evidence.h"
#include "report/control_report.h"
#include "report/fingerprint.h"
#include "report/json_writer.h"
#include "report/place.h"
#include "report/shown_findings.h"
#include "report/summary.h"

namespace holdfast {
namespace {

constexpr uint64_t kSchemaVersion = 1;

void write_counts(JsonWriter& json, const EvidenceCounts& counts) {
  json.number("failed", counts.failed);
  json.number("undecided", counts.undecided);
  json.number("accepted", counts.accepted);
  json.number("passed", counts.passed);
}

void write_control(JsonWriter& json, const ControlEvidence& control) {
  json.text("id", control.id);
  json.text("label", control.label);
  json.text("evidence", to_string(control.standing()));
  json.array("rules", [&] {
    for (const RuleEvidence& rule : control.rules) {
      json.row([&] {
        json.text("rule", rule.rule->id);
        json.boolean("direct", rule.is_direct);
        write_counts(json, rule.counts);
      });
    }
  });
}

void write_place(JsonWriter& json, std::string_view key, const std::optional<Place>& place) {
  if (!place) return;
  json.row(key, [&] {
    json.text("path", place->path);
    json.number("line", place->begin.line);
    json.number("column", place->begin.column);
  });
}

void write_resource(JsonWriter& json, const Report& report, const Finding& finding) {
  json.text("resource", finding.resource);
  json.text("verdict", verdict_key(finding.verdict));
  json.text("found", statement(finding));
  json.text("fingerprint", fingerprint(report, finding));
  write_place(json, "location", place_of(report, finding.at));
  if (!finding.suppression) return;
  json.object("accepted", [&] {
    json.text("reason", finding.suppression->reason);
    json.text("owner", finding.suppression->owner);
    json.text("expires", finding.suppression->expires);
    write_place(json, "location", place_of(report, finding.suppression->at));
  });
}

void write_manual(JsonWriter& json, const Register& source, const Requirement& requirement) {
  json.object([&] {
    json.text("requirement", requirement.id);
    json.text("label", requirement.label);
    json.text("source", source.name);
    json.array("controls", [&] {
      for (const ControlReference& reference : requirement.controls) {
        json.row([&] {
          json.text("framework", reference.framework);
          json.text("control", reference.control);
        });
      }
    });
  });
}

void write_rule(JsonWriter& json, const Report& report, const RuleEvidence& evidence) {
  json.text("id", evidence.rule->id);
  json.text("title", evidence.rule->title);
  json.array("resources", [&] {
    for (const Finding* finding : evidence.findings) json.object([&] { write_resource(json, report, *finding); });
  });
}

}  // namespace

std::string control_json_report(const Report& report, const ReportOptions&) {
  JsonWriter json;
  json.object([&] {
    json.number("schema_version", kSchemaVersion);
    json.row("tool", [&] {
      json.text("name", "Holdfast");
      json.text("version", report.version);
    });
    json.text("date", report.date);
    json.number("files_not_read_completely", summarize(report).unread_files);
    json.array("frameworks", [&] {
      for (const FrameworkEvidence& evidence : evidence_of(report)) {
        json.object([&] {
          json.text("name", evidence.framework->name);
          json.text("version", evidence.framework->version);
          json.array("controls", [&] {
            for (const ControlEvidence& control : evidence.controls) json.object([&] { write_control(json, control); });
          });
        });
      }
    });
    json.array("manual_evidence", [&] {
      for (const auto& [source, requirement] : manual_evidence_of(report)) write_manual(json, *source, *requirement);
    });
    json.array("rules", [&] {
      for (const RuleEvidence& evidence : rule_evidence_of(report)) {
        json.object([&] { write_rule(json, report, evidence); });
      }
    });
  });
  return json.take();
}

}  // namespace holdfast

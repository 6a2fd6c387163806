#include "report/fingerprint.h"
#include "report/json_writer.h"
#include "report/level.h"
#include "report/location_path.h"
#include "report/named_control.h"
#include "report/report.h"
#include "report/shown_findings.h"
#include "report/summary.h"

#include <algorithm>

namespace holdfast {
namespace {

// Raised when a field changes its meaning or goes; new fields do not count.
constexpr uint64_t kSchemaVersion = 1;

void write_location(JsonWriter& json, std::string_view key, const Workspace& workspace, Span at) {
  if (!at.exists()) return;
  const SourceFile& file = workspace.file(at.file);
  const Position begin = file.position(at.begin);
  const Position end = file.position(std::max(at.begin, at.end));
  json.row(key, [&] {
    json.text("path", file.path());
    json.number("line", begin.line);
    json.number("column", begin.column);
    json.number("end_line", end.line);
    json.number("end_column", end.column);
  });
}

void write_places(JsonWriter& json, std::string_view key, const Workspace& workspace,
                  const std::vector<Evidence>& places) {
  if (places.empty()) return;
  json.array(key, [&] {
    for (const Evidence& place : places) {
      json.row([&] {
        json.text("text", place.text);
        write_location(json, "location", workspace, place.at);
      });
    }
  });
}

void write_suppression(JsonWriter& json, const Workspace& workspace, const Suppression& suppression) {
  json.object("suppression", [&] {
    json.boolean("in_source", suppression.is_in_source);
    json.text("reason", suppression.reason);
    json.text_if_any("owner", suppression.owner);
    json.text_if_any("expires", suppression.expires);
    write_location(json, "location", workspace, suppression.at);
  });
}

void write_finding(JsonWriter& json, const Report& report, const Finding& finding) {
  const Workspace& workspace = *report.workspace;
  json.text("rule", finding.rule->id);
  json.text("verdict", verdict_key(finding.verdict));
  json.text("severity", to_string(finding.severity));
  json.text("message", finding.message);
  json.text_if_any("resource", finding.resource);
  json.text_if_any("resource_type", finding.resource_type);
  json.text_if_any("construct", finding.construct);
  json.text_if_any("discriminator", finding.discriminator);
  json.text("fingerprint", fingerprint(report, finding));
  write_location(json, "location", workspace, finding.at);
  write_places(json, "evidence", workspace, finding.evidence);
  write_places(json, "flow", workspace, finding.flow);
  if (!finding.call_chain.empty()) {
    json.array("call_chain", [&] {
      for (const Span call : finding.call_chain) write_location(json, {}, workspace, call);
    });
  }
  json.text_if_any("world", finding.world);
  json.list_if_any("reasons", finding.reasons);
  json.list_if_any("inputs", finding.inputs);
  json.list_if_any("because", finding.because);
  if (finding.suppression) write_suppression(json, workspace, *finding.suppression);
}

void write_rule(JsonWriter& json, const Report& report, const Rule& rule) {
  json.text("id", rule.id);
  json.text("title", rule.title);
  json.text_if_any("theme", rule.theme);
  json.text("severity", to_string(rule.severity));
  json.text_if_any("why", rule.why);
  json.text_if_any("fix", rule.fix);
  json.array("controls", [&] {
    for (const NamedControl& control : named_controls(rule, report.frameworks)) {
      json.row([&] {
        json.text("framework", control.framework->name);
        json.text("version", control.framework->version);
        json.text("id", control.id);
        json.text("label", control.label);
        json.boolean("direct", control.is_direct);
      });
    }
  });
  json.list_if_any("covers", rule.covers);
  json.list_if_any("old_ids", rule.old_ids);
}

void write_diagnostic(JsonWriter& json, const Workspace& workspace, const Diagnostic& diagnostic) {
  json.text("id", diagnostic.kind->id);
  json.text("level", level(diagnostic.kind->gravity));
  json.text("message", diagnostic.message);
  write_location(json, "location", workspace, diagnostic.at);
  if (diagnostic.labels.empty()) return;
  json.array("labels", [&] {
    for (const Label& label : diagnostic.labels) {
      json.row([&] {
        json.text("text", label.text);
        write_location(json, "location", workspace, label.at);
      });
    }
  });
}

void write_summary(JsonWriter& json, const Report& report) {
  const Summary summary = summarize(report);
  json.number("files", report.files.size());
  json.number("files_not_read_completely", summary.unread_files);
  json.row("faults", [&] {
    for (const Severity severity : kSeverities) json.number(to_string(severity), summary.of(severity));
  });
  if (summary.comparison) {
    json.row("comparison", [&] {
      json.number("new", summary.comparison->added);
      json.number("unchanged", summary.comparison->unchanged);
      json.number("absent", summary.comparison->absent);
    });
  }
  json.number("suppressed", summary.suppressed);
  json.number("undecided", summary.undecided);
  json.number("passed", summary.passed);
  json.number("not_applicable", summary.not_applicable);
}

void write_tool(JsonWriter& json, const Report& report) {
  json.number("schema_version", kSchemaVersion);
  json.row("tool", [&] {
    json.text("name", "Holdfast");
    json.text("version", report.version);
  });
  json.number("exit_code", static_cast<uint64_t>(report.exit_code));
}

/// One line of its own: an object with one member, whose name says what it is.
template <class Members>
std::string record(std::string_view name, const Members& members) {
  JsonWriter json;
  json.row([&] { json.object(name, [&] { members(json); }); });
  return json.take();
}

}  // namespace

std::string json_report(const Report& report, const ReportOptions& options) {
  JsonWriter json;
  json.object([&] {
    write_tool(json, report);
    json.object("summary", [&] { write_summary(json, report); });
    json.array("diagnostics", [&] {
      for (const Diagnostic& diagnostic : report.diagnostics) {
        json.object([&] { write_diagnostic(json, *report.workspace, diagnostic); });
      }
    });
    json.array("findings", [&] {
      for (const Finding* finding : shown_findings(report, options)) {
        json.object([&] { write_finding(json, report, *finding); });
      }
    });
    json.array("rules", [&] {
      for (const Rule* rule : report.rules) json.object([&] { write_rule(json, report, *rule); });
    });
  });
  return json.take();
}

std::string json_lines_report(const Report& report, const ReportOptions& options) {
  std::string lines = record("run", [&](JsonWriter& json) {
    write_tool(json, report);
    json.object("summary", [&] { write_summary(json, report); });
  });
  for (const Rule* rule : report.rules) {
    lines += record("rule", [&](JsonWriter& json) { write_rule(json, report, *rule); });
  }
  for (const Diagnostic& diagnostic : report.diagnostics) {
    lines += record("diagnostic", [&](JsonWriter& json) { write_diagnostic(json, *report.workspace, diagnostic); });
  }
  for (const Finding* finding : shown_findings(report, options)) {
    lines += record("finding", [&](JsonWriter& json) { write_finding(json, report, *finding); });
  }
  return lines;
}

}  // namespace holdfast

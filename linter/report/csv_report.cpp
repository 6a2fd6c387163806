#include "report/escape.h"
#include "report/fingerprint.h"
#include "report/level.h"
#include "report/named_control.h"
#include "report/place.h"
#include "report/report.h"
#include "report/shown_findings.h"

#include <fmt/format.h>

#include <string>
#include <string_view>

namespace holdfast {
namespace {

constexpr std::string_view kHeader =
    "rule,verdict,severity,resource,resource_type,path,line,column,message,reasons,inputs,controls,suppression,owner,"
    "expires,fingerprint";

std::string controls_of(const Rule& rule, const std::vector<const Framework*>& frameworks) {
  std::string list;
  for (const NamedControl& control : named_controls(rule, frameworks)) {
    list.append(list.empty() ? "" : "; ").append(edition(*control.framework)).append(" ").append(control.id);
    if (!control.is_direct) list += " (supporting)";
  }
  return list;
}

/// What a row says; what it does not have is empty.
struct Row {
  std::string_view rule, verdict, severity;
  std::string message;
  std::optional<Place> place;
  std::string_view resource = {}, resource_type = {};
  std::string reasons = {}, inputs = {}, controls = {};
  Suppression suppression = {};
  std::string fingerprint = {};
};

std::string line(const Row& row) {
  std::string cells;
  const auto add = [&](std::string_view cell) { cells.append(cells.empty() ? "" : ",").append(cell); };
  const auto add_text = [&](std::string_view text) { add(csv_field(text)); };
  for (const std::string_view text : {row.rule, row.verdict, row.severity, row.resource, row.resource_type}) {
    add_text(text);
  }
  add_text(row.place ? row.place->path : "");
  add(row.place ? fmt::to_string(row.place->begin.line) : "");
  add(row.place ? fmt::to_string(row.place->begin.column) : "");
  for (const std::string& text : {row.message, row.reasons, row.inputs, row.controls, row.suppression.reason,
                                  row.suppression.owner, row.suppression.expires, row.fingerprint}) {
    add_text(text);
  }
  return cells + "\r\n";
}

std::string line(const Report& report, const Diagnostic& diagnostic) {
  return line({.rule = diagnostic.kind->id,
               .verdict = "not_read",
               .severity = level(diagnostic.kind->gravity),
               .message = diagnostic.message,
               .place = place_of(report, diagnostic.at)});
}

std::string line(const Report& report, const Finding& finding) {
  const std::optional<Place> place = place_of(report, finding.at);
  return line({.rule = finding.rule->id,
               .verdict = verdict_key(finding.verdict),
               .severity = to_string(finding.severity),
               .message = statement(finding),
               .place = place,
               .resource = finding.resource,
               .resource_type = finding.resource_type,
               .reasons = fmt::format("{}", fmt::join(finding.reasons, "; ")),
               .inputs = fmt::format("{}", fmt::join(finding.inputs, "; ")),
               .controls = controls_of(*finding.rule, report.frameworks),
               .suppression = finding.suppression.value_or(Suppression{}),
               .fingerprint = fingerprint(report, finding)});
}

}  // namespace

std::string csv_report(const Report& report, const ReportOptions& options) {
  std::string out = std::string(kHeader) + "\r\n";
  for (const Diagnostic& diagnostic : report.diagnostics) {
    if (diagnostic.kind->gravity == Gravity::error) out += line(report, diagnostic);
  }
  for (const Finding* finding : shown_findings(report, options)) out += line(report, *finding);
  return out;
}

}  // namespace holdfast

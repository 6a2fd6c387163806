#include "report/control_evidence.h"
#include "report/control_report.h"
#include "report/escape.h"
#include "report/named_control.h"
#include "report/place.h"
#include "report/shown_findings.h"

#include <fmt/format.h>

#include <initializer_list>
#include <string>
#include <string_view>

namespace holdfast {
namespace {

std::string line(std::initializer_list<std::string_view> cells) {
  std::string row;
  for (const std::string_view cell : cells) row.append(row.empty() ? "" : ",").append(csv_field(cell));
  return row + "\r\n";
}

std::string lines_of(const Report& report, const FrameworkEvidence& evidence, const ControlEvidence& control) {
  const std::string framework = edition(*evidence.framework);
  if (control.rules.empty()) {
    return line({framework, control.id, control.label, "", "", "", "not checked", "", "", "", "", ""});
  }
  std::string lines;
  for (const RuleEvidence& rule : control.rules) {
    const std::string_view strength = rule.is_direct ? "direct" : "supporting";
    if (rule.findings.empty()) {
      lines += line(
          {framework, control.id, control.label, rule.rule->id, strength, "", "not applicable", "", "", "", "", ""});
    }
    for (const Finding* finding : rule.findings) {
      const std::optional<Place> place = place_of(report, shown_place(report, *finding));
      const Suppression accepted = finding->suppression.value_or(Suppression{});
      lines += line({framework, control.id, control.label, rule.rule->id, strength, finding->resource,
                     finding->suppression ? "accepted" : to_string(finding->verdict), statement(*finding),
                     place ? fmt::format("{}:{}", place->path, place->begin.line) : "", accepted.reason, accepted.owner,
                     accepted.expires});
    }
  }
  return lines;
}

}  // namespace

std::string control_csv_report(const Report& report, const ReportOptions&) {
  std::string out =
      "framework,control,label,rule,evidence,resource,verdict,found,where,accepted_because,owner,expires\r\n";
  for (const FrameworkEvidence& evidence : evidence_of(report)) {
    for (const ControlEvidence& control : evidence.controls) out += lines_of(report, evidence, control);
  }
  for (const auto& [source, requirement] : manual_evidence_of(report)) {
    out += line({source->name, controls_of(*requirement, report), requirement->label, requirement->id, "", "",
                 "manual evidence required", "", "", "", "", ""});
  }
  return out;
}

}  // namespace holdfast

#include "report/control_evidence.h"
#include "report/control_report.h"
#include "report/document.h"
#include "report/named_control.h"
#include "report/place.h"
#include "report/shown_findings.h"
#include "report/summary.h"
#include "report/table_report.h"

#include <fmt/format.h>

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace holdfast {
namespace {

using page::Cell, page::Document, page::Grid, page::Heading, page::Paragraph;

constexpr std::string_view kTitle = "Control report";

std::string anchor(const Rule& rule) {
  std::string anchor = rule.id;
  for (char& letter : anchor) letter = letter == '/' ? '-' : letter;
  return anchor;
}

Cell count(std::size_t number) { return {.text = number == 0 ? "" : fmt::to_string(number)}; }

Cell rule_link(const Rule& rule) { return {.text = rule.id, .target = "#" + anchor(rule), .is_code = true}; }

Cell place_cell(const Report& report, Span at) {
  const std::optional<Place> place = place_of(report, at);
  if (!place) return {};
  return {.text = fmt::format("{}:{}", place->path, place->begin.line),
          .target = web_page(report, *place),
          .is_code = true};
}

void add_head(Document& document, const Report& report) {
  document.push_back(Heading{1, std::string(kTitle)});
  document.push_back(Paragraph{fmt::format("Holdfast {}, {}. {}.", report.version, report.date, summary_line(report))});
  document.push_back(Paragraph{
      "What infrastructure code says about the controls of each framework: evidence for whoever assesses them. It is "
      "no statement that a control is met, and what code cannot show is missing here."});
  const Summary summary = summarize(report);
  if (summary.unread_files > 0) document.push_back(Paragraph{"Incomplete: " + unread_line(summary) + "."});
}

void add_control(Document& document, const ControlEvidence& control) {
  document.push_back(Heading{3, fmt::format("{} {}: {}", control.id, control.label, to_string(control.standing()))});
  Grid grid{.head = {"Rule", "Evidence", "Failed", "Undecided", "Accepted", "Passed"}, .rows = {}};
  for (const RuleEvidence& rule : control.rules) {
    grid.rows.push_back({rule_link(*rule.rule),
                         {.text = rule.is_direct ? "direct" : "supporting"},
                         count(rule.counts.failed),
                         count(rule.counts.undecided),
                         count(rule.counts.accepted),
                         count(rule.counts.passed)});
  }
  document.push_back(std::move(grid));
}

void add_framework(Document& document, const FrameworkEvidence& evidence) {
  document.push_back(Heading{2, edition(*evidence.framework)});
  std::string unchecked;
  for (const ControlEvidence& control : evidence.controls) {
    if (!control.rules.empty()) {
      add_control(document, control);
    } else {
      unchecked += fmt::format("{}{} {}", unchecked.empty() ? "" : "; ", control.id, control.label);
    }
  }
  if (!unchecked.empty()) document.push_back(Paragraph{"No rule gives evidence for: " + unchecked + "."});
}

std::vector<Cell> resource_row(const Report& report, const Finding& finding) {
  const std::string verdict(finding.suppression ? "accepted" : to_string(finding.verdict));
  return {{.text = verdict},
          {.text = finding.resource, .is_code = true},
          {.text = statement(finding)},
          place_cell(report, shown_place(report, finding))};
}

void add_rule(Document& document, const Report& report, const RuleEvidence& evidence) {
  const Rule& rule = *evidence.rule;
  document.push_back(Heading{3, fmt::format("{}: {}", rule.id, rule.title), anchor(rule)});
  if (evidence.findings.empty()) {
    document.push_back(Paragraph{"Nothing that it concerns."});
    return;
  }
  Grid grid{.head = {"Verdict", "Resource", "What was found", "Where"}, .rows = {}};
  for (const Finding* finding : evidence.findings) grid.rows.push_back(resource_row(report, *finding));
  document.push_back(std::move(grid));
}

void add_exceptions(Document& document, const Report& report) {
  document.push_back(Heading{2, "Exceptions"});
  Grid grid{.head = {"Rule", "Resource", "Reason", "Owner", "Until", "Where"}, .rows = {}};
  for (const Finding& finding : report.findings) {
    if (!finding.suppression) continue;
    const Suppression& accepted = *finding.suppression;
    grid.rows.push_back({rule_link(*finding.rule),
                         {.text = finding.resource, .is_code = true},
                         {.text = accepted.reason},
                         {.text = accepted.owner.empty() ? "not named" : accepted.owner},
                         {.text = accepted.expires.empty() ? "no end" : accepted.expires},
                         place_cell(report, accepted.at)});
  }
  if (grid.rows.empty()) {
    document.push_back(Paragraph{"None."});
  } else {
    document.push_back(std::move(grid));
  }
}

void add_manual(Document& document, const Report& report) {
  Grid grid{.head = {"Requirement", "What people have to show", "Controls", "Source"}, .rows = {}};
  for (const auto& [source, requirement] : manual_evidence_of(report)) {
    grid.rows.push_back({{.text = requirement->id},
                         {.text = requirement->label},
                         {.text = controls_of(*requirement, report)},
                         {.text = source->name}});
  }
  if (grid.rows.empty()) return;
  document.push_back(Heading{2, "Manual evidence required"});
  document.push_back(std::move(grid));
}

Document document_of(const Report& report) {
  Document document;
  add_head(document, report);
  for (const FrameworkEvidence& evidence : evidence_of(report)) add_framework(document, evidence);
  add_exceptions(document, report);
  add_manual(document, report);
  if (report.survey.table) {
    document.push_back(Heading{2, report.survey.table->title});
    add_table(document, report);
  }
  document.push_back(Heading{2, "Rules and resources"});
  for (const RuleEvidence& evidence : rule_evidence_of(report)) add_rule(document, report, evidence);
  return document;
}

}  // namespace

std::string control_markdown_report(const Report& report, const ReportOptions&) {
  return page::as_markdown(document_of(report));
}

std::string control_html_report(const Report& report, const ReportOptions&) {
  return page::as_html_page(document_of(report), kTitle);
}

}  // namespace holdfast

#include "report/control_evidence.h"
#include "report/diagram_report.h"
#include "report/document.h"
#include "report/escape.h"
#include "report/finding_marks.h"
#include "report/html_page.h"
#include "report/level.h"
#include "report/named_control.h"
#include "report/place.h"
#include "report/report.h"
#include "report/shown_findings.h"
#include "report/summary.h"
#include "report/table_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace holdfast {
namespace {

// Columns of a frame; longer lines are cropped as on a terminal.
constexpr std::size_t kFrameWidth = 118;

/// What a finding counts as: its severity when it is an open fault, else its verdict.
std::string_view kind_of(const Finding& finding) {
  if (finding.suppression) return "suppressed";
  return finding.verdict == Verdict::fail ? to_string(finding.severity) : verdict_key(finding.verdict);
}

std::string spoken(std::string_view kind) { return kind == "not_applicable" ? "not applicable" : std::string(kind); }

std::string badge(std::string_view kind) {
  return fmt::format("<span class=\"badge {}\">{}</span>", kind, spoken(kind));
}

std::string link(const Report& report, const std::optional<Place>& place) {
  if (!place) return {};
  const std::string label =
      fmt::format("<code>{}:{}:{}</code>", markup_text(place->path), place->begin.line, place->begin.column);
  const std::string page = web_page(report, *place);
  return page.empty() ? label : fmt::format("<a href=\"{}\">{}</a>", markup_text(page), label);
}

std::string frame(const Report& report, const std::vector<Mark>& marks, Ink ink) {
  if (marks.empty()) return {};
  const FrameStyle style{.paint = Paint(true), .ink = ink, .width = kFrameWidth};
  return fmt::format("<pre>{}</pre>\n", html_of_terminal(code_frame(*report.workspace, marks, style)));
}

/// A line of names and values, without those that are empty.
std::string note(std::string_view name, std::string_view value) {
  if (value.empty()) return {};
  return fmt::format("<p><span class=\"soft\">{}:</span> {}</p>\n", name, markup_text(value));
}

std::string article(const Report& report, const Finding& finding) {
  const std::string_view kind = kind_of(finding);
  std::string out = fmt::format("<article class=\"finding {0}\" data-kind=\"{0}\">\n", kind);
  out += fmt::format("<p class=\"message\">{}</p>\n<p>{} <code>{}</code> {}</p>\n", markup_text(statement(finding)),
                     badge(kind), markup_text(finding.resource), link(report, place_of(report, finding.at)));
  if (finding.verdict == Verdict::fail || finding.verdict == Verdict::undecided) {
    out += frame(report, marks_of(finding), ink_of(finding));
  }
  out += note("unknown", fmt::format("{}", fmt::join(finding.reasons, "; ")));
  out += note("would decide", fmt::format("{}", fmt::join(finding.inputs, ", ")));
  if (finding.suppression) {
    out += note("accepted because", finding.suppression->reason);
    out += note("owner", finding.suppression->owner);
    out += note("until", finding.suppression->expires);
  }
  return out + "</article>\n";
}

std::string controls_of(const Report& report, const Rule& rule) {
  std::string items;
  for (const NamedControl& control : named_controls(rule, report.frameworks)) {
    items += fmt::format("<li>{} {} <span class=\"soft\">{}{}</span></li>\n", markup_text(edition(*control.framework)),
                         markup_text(control.id), markup_text(control.label), control.is_direct ? "" : ", supporting");
  }
  return items.empty() ? "" : "<p>Evidence for:</p>\n<ul>\n" + items + "</ul>\n";
}

std::string section_of(const Report& report, const std::vector<const Finding*>& findings) {
  const Rule& rule = *findings.front()->rule;
  std::string out = "<section class=\"rule\">\n";
  out += fmt::format("<h3>{} <code class=\"soft\">{}</code> <span class=\"soft\">{}</span></h3>\n",
                     markup_text(rule.title), markup_text(rule.id), findings.size());
  out += fmt::format(
      "<details><summary>Why, how to put it right, controls</summary>\n"
      "<p class=\"prose\">{}</p>\n<p class=\"prose\">{}</p>\n{}</details>\n",
      markup_text(rule.why), markup_text(rule.fix), controls_of(report, rule));
  for (const Finding* finding : findings) out += article(report, *finding);
  return out + "</section>\n";
}

/// Findings of one rule together; rules with the worst first.
std::vector<std::vector<const Finding*>> by_rule(std::vector<const Finding*> findings) {
  std::ranges::stable_sort(findings, std::ranges::greater(), [](const Finding* finding) {
    return is_open_fault(*finding) ? static_cast<int>(finding->severity) + 2 : finding->verdict == Verdict::undecided;
  });
  std::vector<std::vector<const Finding*>> groups;
  std::unordered_map<const Rule*, std::size_t> index;
  for (const Finding* finding : findings) {
    const auto [at, is_new] = index.try_emplace(finding->rule, groups.size());
    if (is_new) groups.emplace_back();
    groups[at->second].push_back(finding);
  }
  return groups;
}

std::string findings_section(const Report& report, const ReportOptions& options) {
  const std::vector<const Finding*> findings = shown_findings(report, options);
  std::string out = "<section id=\"findings\">\n<h2>Findings</h2>\n";
  if (findings.empty()) return out + "<p>None.</p>\n</section>\n";
  std::vector<std::string_view> kinds;
  for (const Finding* finding : findings) kinds.push_back(kind_of(*finding));
  out += html_filter(kinds, "findings");
  for (const auto& group : by_rule(findings)) out += section_of(report, group);
  return out + "</section>\n";
}

std::string diagnostics_section(const Report& report) {
  std::string items;
  for (const Diagnostic& diagnostic : report.diagnostics) {
    std::vector<Mark> marks;
    if (diagnostic.at.exists()) marks.push_back({.at = diagnostic.at, .text = {}});
    items +=
        fmt::format("<article><p class=\"message\">{} <code class=\"soft\">{}</code></p>\n{}</article>\n",
                    markup_text(diagnostic.message), markup_text(diagnostic.kind->id), frame(report, marks, Ink::red));
  }
  if (items.empty()) return {};
  return "<section id=\"input\">\n<h2>What could not be read or understood</h2>\n" + items + "</section>\n";
}

std::string posture_section(const Report& report) {
  if (!report.survey.table) return {};
  page::Document document;
  add_table(document, report);
  return fmt::format("<section id=\"posture\">\n<h2>{}</h2>\n{}</section>\n", markup_text(report.survey.table->title),
                     page::as_html(document));
}

// Nobody finds anything in a larger one.
constexpr std::size_t kNodesMax = 300;
// So many are shown at once; more are folded.
constexpr std::size_t kOpenDrawingsMax = 3;

std::string image_of(const Drawing& drawing, const Diagram& diagram, const WorstVerdicts& verdicts) {
  if (drawing.nodes.size() <= kNodesMax)
    return "<div class=\"scroll\">\n" + svg_diagram(drawing, diagram, verdicts) + "</div>\n";
  return fmt::format("<p>{} are too many to be drawn here; <code>holdfast graph</code> draws them.</p>\n",
                     counted(drawing.nodes.size(), "node"));
}

std::string graph_section(const Report& report) {
  if (!report.survey.diagram) return {};
  const std::vector<Drawing> drawings = linked_drawings(report);
  std::string out =
      "<section id=\"graph\">\n<h2>What protects what</h2>\n<p class=\"soft\">Frames have the colour of the worst "
      "verdict on a resource; a broken line holds in some circumstances only. What is linked with nothing is not drawn."
      "</p>\n";
  if (drawings.empty()) return out + "<p>Nothing is linked with anything here.</p>\n</section>\n";
  const WorstVerdicts verdicts(report);
  for (const Drawing& drawing : drawings) {
    const std::string image = image_of(drawing, *report.survey.diagram, verdicts);
    out += drawings.size() == 1 ? image
                                : fmt::format("<details{}><summary><code>{}</code></summary>\n{}</details>\n",
                                              drawings.size() <= kOpenDrawingsMax ? " open" : "",
                                              markup_text(drawing.deployment), image);
  }
  return out + "</section>\n";
}

std::string control_row(const ControlEvidence& control) {
  const EvidenceCounts sum = control.counts();
  std::string out = fmt::format("<tr><td>{}</td><td>{}</td><td class=\"plain\">{}</td>", markup_text(control.id),
                                markup_text(control.label), to_string(control.standing()));
  for (const std::size_t count : {control.rules.size(), sum.failed, sum.undecided, sum.accepted, sum.passed}) {
    out += fmt::format("<td class=\"number\">{}</td>", count);
  }
  return out + "</tr>\n";
}

std::string controls_section(const Report& report) {
  std::string out =
      "<section id=\"controls\">\n<h2>Controls</h2>\n<p>What the rules that ran say about each control that they refer "
      "to: evidence, no judgement of the control.</p>\n";
  for (const FrameworkEvidence& evidence : evidence_of(report)) {
    std::string rows;
    for (const ControlEvidence& control : evidence.controls) {
      if (!control.rules.empty()) rows += control_row(control);
    }
    if (rows.empty()) continue;
    out += fmt::format(
        "<div class=\"scroll\"><table><caption>{}</caption>\n<thead><tr><th>Control</th><th>Label</th><th>Evidence</th>"
        "<th>Rules</th><th>Failed</th><th>Undecided</th><th>Accepted</th><th>Passed</th></tr></thead>\n"
        "<tbody>\n{}</tbody></table></div>\n",
        markup_text(edition(*evidence.framework)), rows);
  }
  return out + "</section>\n";
}

std::string header_of(const Report& report, bool has_diagnostics) {
  const Summary summary = summarize(report);
  std::string out = fmt::format("<header>\n<h1>Holdfast</h1>\n<p>{}</p>\n", markup_text(summary_line(report)));
  if (summary.unread_files > 0) out += fmt::format("<p class=\"alert\">{}.</p>\n", unread_line(summary));
  out += "<ul class=\"tally\">\n";
  for (const Severity severity : kSeverities) {
    out += fmt::format("<li class=\"{0}\"><b>{1}</b>{0}</li>\n", to_string(severity), summary.of(severity));
  }
  out += fmt::format("<li class=\"undecided\"><b>{}</b>undecided</li>\n", summary.undecided);
  out += "</ul>\n<nav>";
  if (has_diagnostics) out += "<a href=\"#input\">Input</a> ";
  out += "<a href=\"#findings\">Findings</a> ";
  if (report.survey.table) out += "<a href=\"#posture\">Posture</a> ";
  if (report.survey.diagram) out += "<a href=\"#graph\">Graph</a> ";
  return out + "<a href=\"#controls\">Controls</a></nav>\n</header>\n";
}

}  // namespace

std::string html_report(const Report& report, const ReportOptions& options) {
  const std::string diagnostics = diagnostics_section(report);
  const std::string body = header_of(report, !diagnostics.empty()) + "<main>\n" + diagnostics +
                           findings_section(report, options) + posture_section(report) + graph_section(report) +
                           controls_section(report) + "</main>\n";
  return html_page("Holdfast: " + summary_line(report), body);
}

}  // namespace holdfast

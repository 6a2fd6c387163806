#include "report/diagram_report.h"
#include "report/document.h"
#include "report/escape.h"
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
#include <vector>

namespace holdfast {
namespace {

// Above 1 MiB a step summary is dropped as a whole. What closes the page needs some room too.
constexpr std::size_t kSizeMax = (std::size_t{1} << 20) - 4096;
// What stands below the faults may have so much of it.
constexpr std::size_t kPostureMax = std::size_t{160} << 10;
constexpr std::size_t kHelpMax = std::size_t{160} << 10;

/// A page that takes rows of tables for as long as there is room.
class Page {
 public:
  explicit Page(std::size_t room) : room_(room) {}

  void add(std::string_view text) { text_ += text; }

  /// A table, and how many of its rows are left out.
  void table(std::string_view head, const std::vector<std::string>& rows, std::string_view noun) {
    text_ += head;
    std::size_t shown = 0;
    while (shown < rows.size() && text_.size() + rows[shown].size() <= room_) text_ += rows[shown++];
    text_ += '\n';
    if (shown < rows.size()) {
      text_ += fmt::format("**{} not shown here, for want of room.**\n\n", counted(rows.size() - shown, noun));
    }
  }

  std::string take() { return std::move(text_); }

 private:
  std::size_t room_;
  std::string text_;
};

std::string link(const Report& report, const std::optional<Place>& place) {
  if (!place) return {};
  const std::string label = markdown_code(fmt::format("{}:{}", place->path, place->begin.line));
  const std::string page = web_page(report, *place);
  return page.empty() ? label : fmt::format("[{}]({})", label, page);
}

std::string row(const Report& report, const Finding& finding, std::string_view standing) {
  const Span at = shown_place(report, finding);
  return fmt::format("| {} | {} | {} | {} | {} |\n", standing, markdown_code(finding.resource),
                     markdown_text(statement(finding)), link(report, place_of(report, at)),
                     markdown_code(finding.rule->id));
}

void add_unread(Page& page, const Report& report) {
  std::vector<std::string> rows;
  for (const Diagnostic& diagnostic : report.diagnostics) {
    if (diagnostic.kind->gravity != Gravity::error) continue;
    rows.push_back(fmt::format("| {} | {} | {} |\n", link(report, place_of(report, diagnostic.at)),
                               markdown_text(diagnostic.message), markdown_code(diagnostic.kind->id)));
  }
  if (rows.empty()) return;
  page.add(fmt::format("**{}**\n\n", unread_line(summarize(report))));
  page.table("| Where | What | |\n| --- | --- | --- |\n", rows, "problem");
}

void add_faults(Page& page, const Report& report) {
  std::vector<const Finding*> faults = open_faults(report);
  if (faults.empty()) return;
  sort_by_severity(faults);
  std::vector<std::string> rows;
  for (const Finding* fault : faults) rows.push_back(row(report, *fault, to_string(fault->severity)));
  page.table("| Severity | Resource | What is wrong | Where | Rule |\n| --- | --- | --- | --- | --- |\n", rows,
             "finding");
}

/// What an audit adds, folded away.
void add_others(Page& page, const Report& report) {
  std::vector<std::string> rows;
  for (const Finding& finding : report.findings) {
    if (is_open_fault(finding)) continue;
    rows.push_back(row(report, finding, finding.suppression ? "suppressed" : to_string(finding.verdict)));
  }
  if (rows.empty()) return;
  page.add(fmt::format("<details><summary>{} besides</summary>\n\n", counted(rows.size(), "verdict")));
  page.table("| Verdict | Resource | What was found | Where | Rule |\n| --- | --- | --- | --- | --- |\n", rows,
             "verdict");
  page.add("</details>\n\n");
}

/// Prose of packs is Markdown already; in an item of a list it is set in.
std::string indented(std::string_view prose) {
  std::string text;
  for (const char letter : prose) text.append(letter == '\n' ? "\n  " : std::string(1, letter));
  return text;
}

std::string help(const Report& report, const Rule& rule) {
  std::string text = fmt::format("**{}**: {}.", markdown_code(rule.id), markdown_text(rule.title));
  if (!rule.fix.empty()) text.append(" ").append(indented(rule.fix));
  std::string controls;
  for (const NamedControl& control : named_controls(rule, report.frameworks)) {
    if (!control.is_direct) continue;
    controls.append(controls.empty() ? "" : ", ").append(edition(*control.framework)).append(" ").append(control.id);
  }
  if (!controls.empty()) text.append("\n\n  *").append(markdown_text(controls)).append("*");
  return "- " + text + "\n";
}

void add_help(Page& page, const Report& report) {
  std::vector<const Rule*> rules;
  for (const Finding* fault : open_faults(report)) rules.push_back(fault->rule);
  std::ranges::sort(rules, {}, &Rule::id);
  rules.erase(std::unique(rules.begin(), rules.end()), rules.end());
  if (rules.empty()) return;
  std::vector<std::string> items;
  for (const Rule* rule : rules) items.push_back(help(report, *rule));
  page.add("<details><summary>How to put it right, and which controls it is about</summary>\n\n");
  page.table("", items, "rule");
  page.add("</details>\n\n");
}

void add_posture(Page& page, const Report& report) {
  if (report.survey.rows.empty()) return;
  const page::Grid grid = table_grid(report);
  std::vector<std::string> rows;
  for (const auto& row : grid.rows) rows.push_back(page::markdown_row(row));
  page.add(fmt::format("<details><summary>{}: {}</summary>\n\n", markup_text(report.survey.table->title),
                       markup_text(counted(rows.size(), report.survey.table->subject))));
  page.table(page::markdown_head(grid), rows, report.survey.table->subject);
  page.add("</details>\n\n");
}

void add_diagram(Page& page, const Report& report) {
  const HostedDiagram diagram = hosted_diagram(report);
  if (diagram.text.empty() && diagram.left_out == 0) return;
  page.add("<details><summary>What protects what</summary>\n\n");
  if (!diagram.text.empty()) page.add("```mermaid\n" + diagram.text + "```\n\n");
  if (diagram.left_out > 0) {
    page.add(fmt::format("**{} not drawn here, for want of room: `holdfast graph` draws all.**\n\n",
                         counted(diagram.left_out, "deployment")));
  }
  page.add("</details>\n\n");
}

}  // namespace

std::string markdown_report(const Report& report, const ReportOptions& options) {
  Page posture(kPostureMax);
  add_posture(posture, report);
  add_diagram(posture, report);
  Page help(kHelpMax);
  add_help(help, report);
  const std::string below = posture.take() + help.take();

  Page page(kSizeMax - below.size());
  page.add(fmt::format("## Holdfast: {}\n\n", summary_line(report)));
  add_unread(page, report);
  add_faults(page, report);
  std::string text = page.take() + below;
  if (!options.audit) return text;
  Page others(kSizeMax - std::min(kSizeMax, text.size()));
  add_others(others, report);
  return text + others.take();
}

}  // namespace holdfast

#include "report/account_text.h"

#include "report/code_frame.h"
#include "report/display_text.h"

#include <fmt/format.h>

#include <algorithm>

namespace holdfast {

namespace {

/// Of a value that was written somewhere.
std::string place(const Report& analysis, Span at) {
  if (!at.exists()) return {};
  const SourceFile& file = analysis.workspace->file(at.file);
  return fmt::format(" ({}:{})", file.path(), file.position(at.begin).line);
}

std::vector<Mark> marks_of(const std::vector<AccountStep>& steps) {
  std::vector<Mark> marks;
  for (const AccountStep& step : steps) {
    const auto is_same = [&](const Mark& mark) { return mark.at == step.at; };
    if (step.at.exists() && std::none_of(marks.begin(), marks.end(), is_same)) marks.push_back({step.at, step.source});
  }
  return marks;
}

}  // namespace

std::string text_account(const Report& analysis, const Rule& rule, const std::vector<AccountStep>& steps,
                         const ReportOptions& options) {
  const Paint paint(options.color);
  std::string text = paint(Ink::bold, rule.id) + " looks for: " + rule.title + "\n";
  for (const Finding& finding : analysis.findings) {
    if (finding.rule != &rule) continue;
    text += fmt::format("{}: {}{}\n",
                        paint(finding.verdict == Verdict::fail ? Ink::red : Ink::bold, to_string(finding.verdict)),
                        one_line(finding.message), finding.world.empty() ? "" : " (when " + finding.world + ")");
    for (const std::string& reason : finding.reasons) text += "  because " + one_line(reason) + "\n";
    for (const std::string& input : finding.inputs) text += "  give " + one_line(input) + "\n";
  }
  text += "\nIt comes to this:\n";
  for (const AccountStep& step : steps) {
    text += fmt::format("  {}{} = {}{}\n", std::string(2 * static_cast<std::size_t>(step.depth), ' '), step.source,
                        one_line(step.value), place(analysis, step.at));
  }
  const std::vector<Mark> marks = marks_of(steps);
  if (marks.empty()) return text;
  return text + "\n" +
         code_frame(*analysis.workspace, marks, {.paint = paint, .ink = Ink::blue, .width = options.width});
}

}  // namespace holdfast

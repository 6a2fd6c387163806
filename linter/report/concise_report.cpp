#include "report/display_text.h"
#include "report/level.h"
#include "report/report.h"
#include "report/summary.h"

#include <fmt/format.h>

#include <iterator>

namespace holdfast {
namespace {

std::string place(const Workspace& workspace, Span at) {
  if (!at.exists()) return {};
  const SourceFile& file = workspace.file(at.file);
  const Position begin = file.position(at.begin);
  return fmt::format("{}:{}:{}: ", one_line(file.path()), begin.line, begin.column);
}

std::string message(const Finding& finding) {
  std::string text = one_line(finding.message);
  if (!finding.world.empty()) text += ", when " + one_line(finding.world);
  return text;
}

/// What precedes the message. Other verdicts than a fault are notes to those who read lines by their level.
std::string kind(const Finding& finding) {
  if (finding.verdict == Verdict::fail && !finding.suppression) return std::string(level(finding.severity));
  return fmt::format("note: {}", finding.suppression ? "suppressed" : to_string(finding.verdict));
}

}  // namespace

std::string concise_report(const Report& report, const ReportOptions& options) {
  std::string out;
  for (const Diagnostic& diagnostic : report.diagnostics) {
    fmt::format_to(std::back_inserter(out), "{}{}: {} [{}]\n", place(*report.workspace, diagnostic.at),
                   level(diagnostic.kind->gravity), one_line(diagnostic.message), diagnostic.kind->id);
  }
  for (const Finding& finding : report.findings) {
    if (!options.audit && !is_open_fault(finding)) continue;
    fmt::format_to(std::back_inserter(out), "{}{}: {} [{}]\n", place(*report.workspace, finding.at), kind(finding),
                   message(finding), finding.rule->id);
  }
  return out;
}

}  // namespace holdfast

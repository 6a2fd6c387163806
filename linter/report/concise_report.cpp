#include "report/display_text.h"
#include "report/level.h"
#include "report/report.h"
#include "report/shown_findings.h"

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

/// What precedes the message. Other verdicts than a fault are notes to those who read lines by their level.
std::string kind(const Finding& finding) {
  if (is_open_fault(finding)) return std::string(level(finding.severity));
  return fmt::format("note: {}", finding.suppression ? "suppressed" : to_string(finding.verdict));
}

}  // namespace

std::string concise_report(const Report& report, const ReportOptions& options) {
  std::string out;
  for (const Diagnostic& diagnostic : report.diagnostics) {
    fmt::format_to(std::back_inserter(out), "{}{}: {} [{}]\n", place(*report.workspace, diagnostic.at),
                   level(diagnostic.kind->gravity), one_line(diagnostic.message), diagnostic.kind->id);
  }
  for (const Finding* finding : shown_findings(report, options)) {
    fmt::format_to(std::back_inserter(out), "{}{}: {} [{}]\n", place(*report.workspace, finding->at), kind(*finding),
                   one_line(statement(*finding)), finding->rule->id);
  }
  return out;
}

}  // namespace holdfast

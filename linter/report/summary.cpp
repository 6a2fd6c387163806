#include "report/summary.h"

#include "report/level.h"
#include "report/shown_findings.h"

#include <fmt/format.h>

#include <numeric>
#include <set>

namespace holdfast {

std::size_t Summary::fault_count() const { return std::accumulate(faults.begin(), faults.end(), std::size_t{0}); }

namespace {

void count(Comparison& comparison, BaselineState state) {
  switch (state) {
    case BaselineState::added: ++comparison.added; break;
    case BaselineState::unchanged: ++comparison.unchanged; break;
    case BaselineState::absent: ++comparison.absent; break;
  }
}

}  // namespace

Summary summarize(const Report& report) {
  Summary summary;
  if (report.is_compared) summary.comparison.emplace();
  std::set<FileId> faulty;
  for (const Finding& finding : report.findings) {
    const bool is_accepted_otherwise = finding.suppression && finding.baseline == BaselineState::added;
    if (summary.comparison && finding.baseline && !is_accepted_otherwise) count(*summary.comparison, *finding.baseline);
    if (is_open_fault(finding)) {
      ++summary.faults[static_cast<std::size_t>(finding.severity)];
      if (finding.at.exists()) faulty.insert(finding.at.file);
      continue;
    }
    if (finding.baseline == BaselineState::absent) continue;
    if (finding.suppression) {
      ++summary.suppressed;
      continue;
    }
    switch (finding.verdict) {
      case Verdict::pass: ++summary.passed; break;
      case Verdict::fail: break;
      case Verdict::undecided: ++summary.undecided; break;
      case Verdict::not_applicable: ++summary.not_applicable; break;
    }
  }
  for (const auto& [rule, counted] : report.unremarkable) {
    summary.passed += counted.passed;
    summary.not_applicable += counted.not_applicable;
  }
  std::set<FileId> unread;
  for (const Diagnostic& diagnostic : report.diagnostics) {
    if (diagnostic.kind->gravity != Gravity::error) continue;
    if (!diagnostic.at.exists()) ++summary.unread_files;
    if (diagnostic.at.exists()) unread.insert(diagnostic.at.file);
  }
  summary.unread_files += unread.size();
  summary.faulty_files = faulty.size();
  return summary;
}

std::string summary_line(const Report& report, std::string_view undecided_hint) {
  if (report.files.empty() && report.findings.empty()) return "No template and no configuration found";
  const Summary summary = summarize(report);
  std::string line;
  for (const Severity severity : kSeverities) {
    if (summary.of(severity) == 0) continue;
    line += fmt::format("{}{} {}", line.empty() ? "" : ", ", summary.of(severity), to_string(severity));
  }
  const std::string_view nothing = summary.unread_files > 0 ? "Nothing wrong in what could be read of "
                                   : summary.comparison     ? "Nothing new in "
                                                            : "Nothing wrong in ";
  line = line.empty() ? std::string(nothing) + counted(report.files.size(), "file")
                      : line + " in " + counted(summary.faulty_files, "file");
  if (summary.undecided > 0) line += fmt::format("; {} undecided{}", summary.undecided, undecided_hint);
  if (summary.suppressed > 0) line += fmt::format("; {} suppressed", summary.suppressed);
  return line;
}

std::string unread_line(const Summary& summary) {
  return counted(summary.unread_files, "file") + " could not be read completely: findings may be missing";
}

std::string counted(std::size_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

}  // namespace holdfast

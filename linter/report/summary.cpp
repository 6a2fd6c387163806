#include "report/summary.h"

#include <fmt/format.h>

#include <numeric>
#include <set>

namespace holdfast {

bool is_open_fault(const Finding& finding) { return finding.verdict == Verdict::fail && !finding.suppression; }

std::size_t Summary::fault_count() const { return std::accumulate(faults.begin(), faults.end(), std::size_t{0}); }

Summary summarize(const Report& report) {
  Summary summary;
  std::set<FileId> faulty;
  for (const Finding& finding : report.findings) {
    if (is_open_fault(finding)) {
      ++summary.faults[static_cast<std::size_t>(finding.severity)];
      if (finding.at.exists()) faulty.insert(finding.at.file);
      continue;
    }
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

std::string counted(std::size_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

}  // namespace holdfast

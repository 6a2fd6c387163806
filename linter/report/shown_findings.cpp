#include "report/shown_findings.h"

#include <algorithm>
#include <functional>

namespace holdfast {

bool is_open_fault(const Finding& finding) { return finding.verdict == Verdict::fail && !finding.suppression; }

std::vector<const Finding*> open_faults(const Report& report) { return shown_findings(report, {}); }

std::vector<const Finding*> shown_findings(const Report& report, const ReportOptions& options) {
  std::vector<const Finding*> shown;
  for (const Finding& finding : report.findings) {
    if (options.audit || is_open_fault(finding)) shown.push_back(&finding);
  }
  return shown;
}

void sort_by_severity(std::vector<const Finding*>& findings) {
  std::ranges::stable_sort(findings, std::ranges::greater(), &Finding::severity);
}

std::string statement(const Finding& finding) {
  std::string text = finding.message;
  if (finding.world.empty()) return text;
  while (text.ends_with('.')) text.pop_back();
  return text + ", when " + finding.world;
}

std::string_view verdict_key(Verdict verdict) {
  return verdict == Verdict::not_applicable ? "not_applicable" : to_string(verdict);
}

}  // namespace holdfast

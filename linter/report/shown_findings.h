#pragma once

#include "report/report.h"

#include <string>
#include <string_view>
#include <vector>

namespace holdfast {

/// A fault that nobody has accepted: what reports show unless they are asked for everything.
bool is_open_fault(const Finding& finding);

std::vector<const Finding*> open_faults(const Report& report);
/// Open faults; in an audit all findings.
std::vector<const Finding*> shown_findings(const Report& report, const ReportOptions& options);
/// Most severe first, for who cannot show all. Otherwise the order stays.
void sort_by_severity(std::vector<const Finding*>& findings);

/// What a finding says, with the world in which it is so.
std::string statement(const Finding& finding);
/// "pass", "fail", "undecided", "not_applicable"
std::string_view verdict_key(Verdict verdict);

}  // namespace holdfast

#pragma once

#include "report/report.h"

#include <string>

namespace holdfast {

/// What a run says about the controls of each framework: controls, the rules that give evidence for them, the resources
/// that these judged, exceptions, and what only people can show. Evidence, never a statement of conformity.
std::string control_markdown_report(const Report& report, const ReportOptions& options);
std::string control_html_report(const Report& report, const ReportOptions& options);
std::string control_csv_report(const Report& report, const ReportOptions& options);
std::string control_json_report(const Report& report, const ReportOptions& options);
/// Assessment results in OSCAL. Ids are made of what they name, times are the day of the report: the same input on the
/// same day gives the same bytes.
std::string oscal_report(const Report& report, const ReportOptions& options);

}  // namespace holdfast

#pragma once

#include "report/report.h"
#include "text/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace holdfast {

/// What a report is about; each has formats of its own.
enum class Subject : uint8_t { findings, controls, table, diagram };

std::vector<std::string_view> format_names(Subject subject = Subject::findings);
bool is_format(std::string_view name, Subject subject = Subject::findings);
/// Whether the format shows what is surveyed of the deployments, too.
bool shows_survey(std::string_view name, Subject subject = Subject::findings);
std::string render(std::string_view format, const Report& report, const ReportOptions& options,
                   Subject subject = Subject::findings);

/// Writes a file whole or not at all.
Result<void> write_file(const std::string& path, std::string_view content);
/// The same for one that exists: what it is called by links and who may read it stays.
Result<void> replace_file(const std::string& path, std::string_view content);

}  // namespace holdfast

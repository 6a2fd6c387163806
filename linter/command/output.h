#pragma once

#include "report/report.h"
#include "text/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace holdfast {

std::vector<std::string_view> format_names();
bool is_format(std::string_view name);
std::string render(std::string_view format, const Report& report, const ReportOptions& options);

/// Writes a file whole or not at all.
Result<void> write_file(const std::string& path, std::string_view content);

}  // namespace holdfast

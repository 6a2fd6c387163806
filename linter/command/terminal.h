#pragma once

#include "report/report.h"

#include <string>
#include <string_view>
#include <vector>

namespace holdfast {

/// What `--color` takes.
bool is_color_choice(std::string_view color);
std::vector<std::string_view> color_choices();

/// How text is shown where standard output goes.
ReportOptions terminal_options(std::string_view color);

}  // namespace holdfast

#pragma once

#include "report/report.h"

#include <string_view>

namespace holdfast {

/// How text is shown where standard output goes. The colour is one of auto, always and never.
ReportOptions terminal_options(std::string_view color);

}  // namespace holdfast

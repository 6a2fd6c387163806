#pragma once

#include "report/report.h"

#include <string>
#include <string_view>

namespace holdfast {

/// How often each rule passed, failed, stayed undecided and did not apply in what was analysed, and which never
/// applied.
std::string coverage(const Report& report, std::string_view format);

}  // namespace holdfast

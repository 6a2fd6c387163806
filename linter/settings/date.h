#pragma once

#include <string>
#include <string_view>

namespace holdfast {

/// A day that exists, as `2027-01-31`. Such texts are ordered like the days that they name.
bool is_date(std::string_view text);

/// The current day in UTC, or the one that SOURCE_DATE_EPOCH names, so that a run can be repeated byte for byte.
std::string current_date();

}  // namespace holdfast

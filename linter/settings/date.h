#pragma once

#include <string>
#include <string_view>

namespace holdfast {

/// A day that exists, as `2027-01-31`. Such texts are ordered like the days that they name.
bool is_date(std::string_view text);

/// The current day in UTC.
std::string current_date();

}  // namespace holdfast

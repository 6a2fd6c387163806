#pragma once

#include "calendar/cron.h"

#include <chrono>
#include <string_view>
#include <variant>

namespace holdfast {

/// `rate(n unit)`: fires at an even pace, but nobody knows from when on.
struct Rate {
  std::chrono::minutes interval{};
};

using Schedule = std::variant<Cron, Rate>;

enum class YearField {
  required,
  optional,  ///< Five fields are read as if a sixth `*` followed.
};

/// Reads `cron(...)` or `rate(...)`. White space may surround the expression and separate fields in any amount;
/// names of months and weekdays are read in any letter case.
std::variant<Schedule, ScheduleError> parse_schedule(std::string_view text, YearField year = YearField::required);

}  // namespace holdfast

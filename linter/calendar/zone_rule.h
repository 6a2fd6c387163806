#pragma once

#include "calendar/zone.h"

#include <chrono>
#include <optional>
#include <string_view>
#include <vector>

namespace holdfast {

/// A yearly rule for clocks in the form of POSIX `TZ`: `EST5EDT,M3.2.0,M11.1.0`.
struct ZoneRule {
  /// A day and time of every year.
  struct Change {
    enum class Kind {
      weekday_of_month,  ///< `Mm.w.d`; the fifth week is the last.
      day_without_leap,  ///< `Jn`: 1 to 365, never 29 February.
      day_of_year,       ///< `n`: 0 to 365.
    };

    Kind kind{};
    int month = 0;
    int week = 0;
    int day = 0;
    std::chrono::minutes time{};  ///< After midnight of the wall clock; may be negative or exceed a day.
  };
  struct DaylightSaving {
    std::chrono::minutes offset{};
    Change begin;
    Change end;
  };

  std::chrono::minutes offset{};
  std::optional<DaylightSaving> daylight_saving;
};

std::optional<ZoneRule> parse_zone_rule(std::string_view text);

/// Continues the transitions by the rule through the last year that a schedule can name.
void extend(std::vector<Zone::Transition>& transitions, const ZoneRule& rule);

}  // namespace holdfast

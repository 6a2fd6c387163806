#pragma once

#include "calendar/cron.h"
#include "calendar/zone.h"

#include <chrono>
#include <memory>
#include <optional>
#include <string_view>

namespace holdfast {

/// A stretch of time that returns every week, or every day, in universal time.
struct WeeklyWindow {
  std::chrono::minutes begin{};  ///< Since Monday, 00:00; of a daily one, since midnight.
  std::chrono::minutes length{};
  bool is_daily = false;
};

/// Reads `sun:05:00-sun:06:00`, or `05:00-06:00` for every day. Names of weekdays are read in any letter case.
std::optional<WeeklyWindow> parse_weekly_window(std::string_view text);

/// Does a run begin in the window, or less than `lead` before it? Looks at one year, changes of the clock included.
bool runs_into(const Cron& cron, std::shared_ptr<const Zone> zone, const WeeklyWindow& window,
               std::chrono::minutes lead);

}  // namespace holdfast

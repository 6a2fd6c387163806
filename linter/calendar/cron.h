#pragma once

#include "calendar/cron_field.h"

#include <array>
#include <bitset>
#include <chrono>
#include <cstdint>
#include <optional>
#include <vector>

namespace holdfast {

inline constexpr int kCronYearMin = 1970;
inline constexpr int kCronYearMax = 2199;

/// A six-field schedule as the sets of values it fires on. Weekdays count from 1 (Sunday) to 7 (Saturday).
struct Cron {
  std::bitset<60> minutes;
  std::bitset<24> hours;
  std::bitset<32> days;              ///< Of the month, by number; empty when the weekday decides.
  std::bitset<32> nearest_weekdays;  ///< Dates written with `W`.
  bool last_day = false;             ///< `L` as day of month.
  std::bitset<13> months;
  std::bitset<8> weekdays;
  std::bitset<8> last_weekdays;
  std::array<std::bitset<8>, 6> nth_weekdays;  ///< By the number after `#`.
  std::bitset<kCronYearMax - kCronYearMin + 1> years;
  std::optional<int> hour_step;  ///< As written, `13/12`: tells a step that never gets to count.
};

/// Builds the schedule from its six parsed fields, in order.
Cron make_cron(const std::array<CronItems, 6>& fields);

/// The days of a month on which the schedule fires; bit n is the nth day.
std::uint32_t firing_days(const Cron& cron, std::chrono::year_month month);

/// The minutes after midnight at which the schedule fires on each of its days, ascending.
std::vector<int> firing_minutes(const Cron& cron);

/// Fires on every date of the calendar, or on the same weekdays of every week.
bool repeats_weekly(const Cron& cron);

}  // namespace holdfast

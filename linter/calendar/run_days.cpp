#include "calendar/run_days.h"

#include <algorithm>
#include <utility>

namespace holdfast {

namespace chrono = std::chrono;

RunDays::RunDays(const Cron& cron, std::shared_ptr<const Zone> zone)
    : cron_(cron), zone_(std::move(zone)), firing_minutes_(holdfast::firing_minutes(cron)) {}

RunDays::Shape RunDays::shape(chrono::sys_days day) {
  const auto offset = zone_->constant_offset(day - chrono::days{1}, day + chrono::days{1});
  if (!offset) return {.is_calm = false};
  const auto first_date = chrono::floor<chrono::days>(day + *offset);
  const chrono::minutes shift = day + *offset - first_date;
  return {.is_calm = true,
          .shift = shift,
          .first_date_fires = fires_on(first_date),
          .second_date_fires = shift > chrono::minutes{0} && fires_on(first_date + chrono::days{1})};
}

const std::vector<int>& RunDays::minutes(chrono::sys_days day, const Shape& shape) {
  constexpr int kMinutesPerDay = 24 * 60;
  minutes_.clear();
  if (!shape.is_calm) {
    for (auto date = day - chrono::days{1}; date <= day + chrono::days{1}; date += chrono::days{1}) {
      if (!fires_on(date)) continue;
      for (const int minute : firing_minutes_) {
        const auto instant = zone_->instant_of(WallTime{date.time_since_epoch() + chrono::minutes{minute}});
        if (instant && chrono::floor<chrono::days>(*instant) == day) {
          minutes_.push_back(static_cast<int>((*instant - day).count()));
        }
      }
    }
    return minutes_;
  }
  const int shift = static_cast<int>(shape.shift.count());
  const auto split = std::lower_bound(firing_minutes_.begin(), firing_minutes_.end(), shift);
  if (shape.first_date_fires) {
    for (auto each = split; each != firing_minutes_.end(); ++each) minutes_.push_back(*each - shift);
  }
  if (shape.second_date_fires) {
    for (auto each = firing_minutes_.begin(); each != split; ++each) minutes_.push_back(*each + kMinutesPerDay - shift);
  }
  return minutes_;
}

bool RunDays::fires_on(chrono::sys_days local_date) {
  if (local_date < month_begin_ || local_date >= month_end_) {
    const chrono::year_month_day date{local_date};
    const auto month = date.year() / date.month();
    month_begin_ = chrono::sys_days{month / 1};
    month_end_ = chrono::sys_days{(month + chrono::months{1}) / 1};
    firing_days_ = holdfast::firing_days(cron_, month);
  }
  return (firing_days_ >> ((local_date - month_begin_).count() + 1) & 1U) != 0;
}

std::optional<Instant> next_run(const Cron& cron, std::shared_ptr<const Zone> zone, Instant after) {
  const chrono::sys_days first{chrono::year{kCronYearMin} / 1 / 1};
  const chrono::sys_days last{chrono::year{kCronYearMax + 1} / 1 / 1};
  RunDays days(cron, std::move(zone));
  for (auto day = std::max(chrono::floor<chrono::days>(after), first - chrono::days{1}); day <= last;
       day += chrono::days{1}) {
    const RunDays::Shape shape = days.shape(day);
    if (shape.is_empty()) continue;
    for (const int minute : days.minutes(day, shape)) {
      if (const Instant run = day + chrono::minutes{minute}; run > after) return run;
    }
  }
  return std::nullopt;
}

}  // namespace holdfast

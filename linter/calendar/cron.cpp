#include "calendar/cron.h"

namespace holdfast {
namespace {

namespace chrono = std::chrono;

constexpr int kDaysPerWeek = 7;

/// Adds the values of a range to the set, counting from `base`.
template <std::size_t Size>
void add_range(std::bitset<Size>& set, const CronItem& item, const CronFieldRange& range, int base = 0) {
  const int size = range.max - range.min + 1;
  const int length = item.last >= item.first ? item.last - item.first : item.last - item.first + size;
  for (int i = 0; i <= length; i += item.step) {
    set.set(static_cast<std::size_t>(range.min + (item.first - range.min + i) % size - base));
  }
}

void add_day_of_month(Cron& cron, const CronItem& item, const CronFieldRange& range) {
  switch (item.kind) {
    case CronItem::Kind::range: return add_range(cron.days, item, range);
    case CronItem::Kind::last: cron.last_day = true; return;
    case CronItem::Kind::nearest_weekday: cron.nearest_weekdays.set(static_cast<std::size_t>(item.first)); return;
    default: return;
  }
}

void add_day_of_week(Cron& cron, const CronItem& item, const CronFieldRange& range) {
  const auto weekday = static_cast<std::size_t>(item.first);
  switch (item.kind) {
    case CronItem::Kind::range: return add_range(cron.weekdays, item, range);
    case CronItem::Kind::last: cron.weekdays.set(kDaysPerWeek); return;
    case CronItem::Kind::last_weekday: cron.last_weekdays.set(weekday); return;
    case CronItem::Kind::nth_weekday: cron.nth_weekdays[static_cast<std::size_t>(item.nth)].set(weekday); return;
    default: return;
  }
}

void add(Cron& cron, const CronItem& item, const CronFieldRange& range) {
  switch (range.kind) {
    case CronFieldKind::minute: return add_range(cron.minutes, item, range);
    case CronFieldKind::hour:
      if (item.stepped) cron.hour_step = item.step;
      return add_range(cron.hours, item, range);
    case CronFieldKind::day_of_month: return add_day_of_month(cron, item, range);
    case CronFieldKind::month: return add_range(cron.months, item, range);
    case CronFieldKind::day_of_week: return add_day_of_week(cron, item, range);
    case CronFieldKind::year: return add_range(cron.years, item, range, kCronYearMin);
  }
}

/// A month seen from its first day; weekdays count from 1 (Sunday).
struct MonthShape {
  int first_weekday;
  int length;

  int weekday(int day) const { return (first_weekday - 1 + day - 1) % kDaysPerWeek + 1; }
};

MonthShape shape(chrono::year_month month) {
  const chrono::weekday first{chrono::sys_days{month / chrono::day{1}}};
  const auto last = (month / chrono::last).day();
  return {.first_weekday = static_cast<int>(first.c_encoding()) + 1,
          .length = static_cast<int>(static_cast<unsigned>(last))};
}

int nearest_working_day(const MonthShape& month, int day) {
  if (month.weekday(day) == 1) return day == month.length ? day - 2 : day + 1;
  if (month.weekday(day) == kDaysPerWeek) return day == 1 ? day + 2 : day - 1;
  return day;
}

bool fires_by_weekday(const Cron& cron, const MonthShape& month, int day) {
  const auto weekday = static_cast<std::size_t>(month.weekday(day));
  const int nth = (day - 1) / kDaysPerWeek + 1;
  return cron.weekdays[weekday] || cron.nth_weekdays[static_cast<std::size_t>(nth)][weekday] ||
         (cron.last_weekdays[weekday] && day + kDaysPerWeek > month.length);
}

}  // namespace

Cron make_cron(const std::array<CronItems, 6>& fields) {
  Cron cron;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    for (const CronItem& item : fields[i]) add(cron, item, cron_fields()[i]);
  }
  return cron;
}

std::uint32_t firing_days(const Cron& cron, chrono::year_month month) {
  const int year = static_cast<int>(month.year());
  if (year < kCronYearMin || year > kCronYearMax || !cron.years[static_cast<std::size_t>(year - kCronYearMin)] ||
      !cron.months[static_cast<unsigned>(month.month())]) {
    return 0;
  }
  const MonthShape days = shape(month);
  std::bitset<32> firing;
  for (int day = 1; day <= days.length; ++day) {
    const auto index = static_cast<std::size_t>(day);
    if (cron.days[index] || fires_by_weekday(cron, days, day)) firing.set(index);
    if (cron.nearest_weekdays[index]) firing.set(static_cast<std::size_t>(nearest_working_day(days, day)));
  }
  if (cron.last_day) firing.set(static_cast<std::size_t>(days.length));
  return static_cast<std::uint32_t>(firing.to_ulong());
}

std::vector<int> firing_minutes(const Cron& cron) {
  std::vector<int> minutes;
  minutes.reserve(cron.hours.count() * cron.minutes.count());
  for (int hour = 0; hour < 24; ++hour) {
    if (!cron.hours[static_cast<std::size_t>(hour)]) continue;
    for (int minute = 0; minute < 60; ++minute) {
      if (cron.minutes[static_cast<std::size_t>(minute)]) minutes.push_back(hour * 60 + minute);
    }
  }
  return minutes;
}

bool repeats_weekly(const Cron& cron) {
  constexpr std::size_t kMonthsPerYear = 12;
  constexpr std::size_t kDaysPerMonthMax = 31;
  const bool every_date = cron.days.count() == kDaysPerMonthMax;
  const bool by_weekday = cron.weekdays.any() && cron.last_weekdays.none();
  return (every_date || by_weekday) && cron.months.count() == kMonthsPerYear && cron.years.all();
}

}  // namespace holdfast

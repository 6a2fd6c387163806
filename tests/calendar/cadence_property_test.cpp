// Random schedules, measured and then run through by a clock that knows nothing but the calendar.
#include "calendar/cadence.h"
#include "calendar/zone_rule.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <map>
#include <random>
#include <string>
#include <vector>

using namespace holdfast;
using namespace std::chrono_literals;
namespace chrono = std::chrono;
using chrono::minutes;

namespace {

/// A date as the plain clock counts it; weekdays from 1 (Sunday).
struct Date {
  int year = 2023;
  int month = 12;
  int day = 1;
  int weekday = 6;

  int month_length() const {
    const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    if (month == 2) return leap ? 29 : 28;
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
  }
  void next() {
    weekday = weekday % 7 + 1;
    if (++day <= month_length()) return;
    day = 1;
    if (++month <= 12) return;
    month = 1;
    ++year;
  }
};

using Test = std::function<bool(int)>;
using DateTest = std::function<bool(const Date&)>;

struct Field {
  std::string text;
  Test holds;
};
struct DayFields {
  std::string day_of_month;
  std::string day_of_week;
  DateTest holds;
};
struct RandomCron {
  std::string text;
  std::vector<int> minutes_of_day;
  DateTest fires_on;
};

class Generator {
 public:
  explicit Generator(unsigned seed) : random_(seed) {}

  int number(int min, int max) { return min + static_cast<int>(random_() % static_cast<unsigned>(max - min + 1)); }

  RandomCron cron(int runs_per_hour_max) {
    const Field minute = runs_per_hour_max > 1 ? field(0, 59) : single(0, 59);
    const Field hour = field(0, 23);
    const Field month = number(0, 2) == 0 ? field(1, 12) : every();
    const DayFields day = days();
    RandomCron cron{.text = "cron(" + minute.text + " " + hour.text + " " + day.day_of_month + " " + month.text + " " +
                            day.day_of_week + " *)",
                    .minutes_of_day = {},
                    .fires_on = [=](const Date& date) { return month.holds(date.month) && day.holds(date); }};
    for (int i = 0; i < 24 * 60; ++i) {
      if (hour.holds(i / 60) && minute.holds(i % 60)) cron.minutes_of_day.push_back(i);
    }
    return cron;
  }

 private:
  static Field every() {
    return {"*", [](int) { return true; }};
  }

  Field single(int min, int max) {
    const int value = number(min, max);
    return {std::to_string(value), [=](int each) { return each == value; }};
  }

  Field range(int min, int max) {
    const int first = number(min, max);
    const int last = number(min, max);
    return {std::to_string(first) + "-" + std::to_string(last),
            [=](int each) { return first <= last ? each >= first && each <= last : each >= first || each <= last; }};
  }

  Field steps(int min, int max) {
    const int first = number(min, max);
    const int step = number(1, max);
    return {std::to_string(first) + "/" + std::to_string(step),
            [=](int each) { return each >= first && (each - first) % step == 0; }};
  }

  Field field(int min, int max) {
    switch (number(0, 4)) {
      case 0: return every();
      case 1: return range(min, max);
      case 2: return steps(min, max);
      case 3: {
        const Field a = single(min, max);
        const Field b = steps(min, max);
        return {a.text + "," + b.text, [=](int each) { return a.holds(each) || b.holds(each); }};
      }
      default: return single(min, max);
    }
  }

  DayFields days() {
    switch (number(0, 7)) {
      case 0: return {"L", "?", [](const Date& date) { return date.day == date.month_length(); }};
      case 1: {
        const int wanted = number(1, 31);
        return {std::to_string(wanted) + "W", "?", [=](const Date& date) { return is_nearest(date, wanted); }};
      }
      case 2: {
        const int weekday = number(1, 7);
        return {"?", std::to_string(weekday) + "L",
                [=](const Date& date) { return date.weekday == weekday && date.day > date.month_length() - 7; }};
      }
      case 3: {
        const int weekday = number(1, 7);
        const int nth = number(1, 5);
        return {"?", std::to_string(weekday) + "#" + std::to_string(nth), [=](const Date& date) {
                  return date.weekday == weekday && date.day > 7 * (nth - 1) && date.day <= 7 * nth;
                }};
      }
      case 4:
      case 5: {
        const Field weekday = field(1, 7);
        return {"?", weekday.text, [=](const Date& date) { return weekday.holds(date.weekday); }};
      }
      default: {
        const Field day = field(1, 31);
        return {day.text, "?", [=](const Date& date) { return day.holds(date.day); }};
      }
    }
  }

  /// Whether Monday to Friday nearest to a date of this month is this very day.
  static bool is_nearest(const Date& date, int wanted) {
    if (date.weekday == 1 || date.weekday == 7 || wanted > date.month_length()) return false;
    for (int distance = 0; distance <= 2; ++distance) {
      for (const int day : {wanted - distance, wanted + distance}) {
        if (day < 1 || day > date.month_length()) continue;
        const int weekday = (date.weekday - 1 + (day - date.day) + 70) % 7 + 1;
        if (weekday != 1 && weekday != 7) return day == date.day;
      }
    }
    return false;
  }

  std::mt19937 random_;
};

const chrono::sys_days kFirstDay{chrono::year{2023} / 12 / 1};

/// Wall times of runs, ascending, as minutes since 1 December 2023, at least to the first one `days` later.
std::vector<int> wall_times(const RandomCron& cron, int days) {
  constexpr int kDaysMax = 45 * 366;
  std::vector<int> times;
  Date date;
  for (int day = 0; day < kDaysMax && (times.empty() || times.back() < days * 24 * 60); ++day, date.next()) {
    if (!cron.fires_on(date)) continue;
    for (const int minute : cron.minutes_of_day) times.push_back(day * 24 * 60 + minute);
  }
  return times;
}

struct Gaps {
  minutes shortest = kNever;
  minutes longest = kNever;
};

/// The gaps that begin in the years from 2024 on.
Gaps gaps_of(const std::vector<int>& times, int years) {
  const auto begin = (chrono::sys_days{chrono::year{2024} / 1 / 1} - kFirstDay).count() * 24 * 60;
  const auto end = (chrono::sys_days{chrono::year{2024 + years} / 1 / 1} - kFirstDay).count() * 24 * 60;
  Gaps gaps;
  for (std::size_t i = 1; i < times.size(); ++i) {
    if (times[i - 1] < begin || times[i - 1] >= end) continue;
    const minutes gap{times[i] - times[i - 1]};
    gaps.shortest = std::min(gaps.shortest, gap);
    gaps.longest = gaps.longest == kNever ? gap : std::max(gaps.longest, gap);
  }
  return gaps;
}

Schedule schedule(const std::string& text) {
  const auto parsed = parse_schedule(text);
  if (const auto* error = std::get_if<ScheduleError>(&parsed)) FAIL(text << ": " << error->message);
  return std::get<Schedule>(parsed);
}

}  // namespace

TEST_CASE("random schedules are measured exactly") {
  Generator generator(20260101);
  for (int round = 0; round < 150; ++round) {
    const RandomCron cron = generator.cron(generator.number(1, 60));
    const auto parsed = parse_schedule(cron.text);
    const std::vector<int> times = wall_times(cron, 5 * 366);
    CAPTURE(cron.text);
    if (times.empty()) {
      CHECK(std::get<ScheduleError>(parsed).kind == ScheduleErrorKind::never_fires);
      continue;
    }
    const Recurrence recurrence{.schedule = std::get<Schedule>(parsed)};
    const Cadence cadence = measure_cadence({&recurrence, 1}, {.first_year = 2024, .years = 4});
    const Gaps expected = gaps_of(times, 4);
    CHECK(cadence.longest == expected.longest);
    CHECK(cadence.shortest == expected.shortest);
  }
}

TEST_CASE("random rules swallow each other's runs exactly") {
  Generator generator(20260102);
  for (int round = 0; round < 60; ++round) {
    std::vector<Recurrence> recurrences;
    std::string texts;
    struct Run {
      int time;
      std::size_t rule;
    };
    std::vector<Run> runs;
    const int count = generator.number(2, 4);
    for (int i = 0; i < count; ++i) {
      const RandomCron cron = generator.cron(1);
      const int shift = generator.number(-12, 14) * 60;
      const std::vector<int> times = wall_times(cron, 3 * 366);
      if (times.empty()) continue;
      for (const int time : times) runs.push_back({time - shift, recurrences.size()});
      recurrences.push_back({.schedule = schedule(cron.text),
                             .zone = std::make_shared<const Zone>(minutes{shift}),
                             .start_window = minutes{generator.number(0, 1500)},
                             .retention = chrono::days{generator.number(1, 3)},
                             .group = generator.number(0, 4) / 4});
      texts += cron.text;
    }
    const auto retention = [&](std::size_t rule) { return recurrences[rule].retention->count(); };
    std::stable_sort(runs.begin(), runs.end(), [&](const Run& a, const Run& b) {
      return a.time != b.time ? a.time < b.time : retention(a.rule) > retention(b.rule);
    });

    std::map<std::size_t, int> last_kept;
    std::vector<int> kept;
    for (const Run& run : runs) {
      const bool swallowed = std::any_of(last_kept.begin(), last_kept.end(), [&](const auto& other) {
        const Recurrence& rule = recurrences[other.first];
        return rule.group == recurrences[run.rule].group && retention(other.first) > retention(run.rule) &&
               run.time < other.second + rule.start_window.count();
      });
      if (swallowed) continue;
      last_kept[run.rule] = run.time;
      if (kept.empty() || kept.back() != run.time) kept.push_back(run.time);
    }
    CAPTURE(texts);
    const Cadence cadence = measure_cadence(recurrences, {.first_year = 2024, .years = 1});
    const Gaps expected = gaps_of(kept, 1);
    CHECK(cadence.longest == expected.longest);
    CHECK(cadence.shortest == expected.shortest);
  }
}

TEST_CASE("random schedules follow changing clocks exactly") {
  Generator generator(20260103);
  for (const std::string_view rule :
       {"EST5EDT,M3.2.0,M11.1.0", "<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", "AAA0BBB,M3.5.0/0:30,M10.5.0/0:30",
        "<+00>0<+02>-2,M3.5.0/1,M10.5.0/3", "EET-2EEST,M3.4.4/50,M10.4.4/50"}) {
    const auto parsed = parse_zone_rule(rule);
    REQUIRE(parsed);
    std::vector<Zone::Transition> transitions;
    extend(transitions, *parsed);
    const auto zone = std::make_shared<const Zone>(parsed->offset, transitions);

    // When each wall time is first shown.
    constexpr int kMinutes = 420 * 24 * 60;
    std::vector<int> shown(kMinutes, -1);
    minutes offset{};
    for (int i = 0; i < kMinutes; ++i) {
      const Instant now = kFirstDay + minutes{i};
      if (i % 15 == 0) offset = zone->offset_at(now);
      const auto wall = i + offset.count();
      if (wall >= 0 && wall < kMinutes && shown[static_cast<std::size_t>(wall)] < 0) {
        shown[static_cast<std::size_t>(wall)] = i;
      }
    }
    for (int round = 0; round < 20; ++round) {
      const RandomCron cron = generator.cron(generator.number(1, 60));
      std::vector<int> times;
      for (const int wall : wall_times(cron, 410)) {
        if (wall < kMinutes && shown[static_cast<std::size_t>(wall)] >= 0)
          times.push_back(shown[static_cast<std::size_t>(wall)]);
      }
      if (times.empty() || times.back() < 397 * 24 * 60) continue;
      const Recurrence recurrence{.schedule = schedule(cron.text), .zone = zone};
      const Cadence cadence = measure_cadence({&recurrence, 1}, {.first_year = 2024, .years = 1});
      const Gaps expected = gaps_of(times, 1);
      CAPTURE(rule);
      CAPTURE(cron.text);
      CHECK(cadence.longest == expected.longest);
      CHECK(cadence.shortest == expected.shortest);
    }
  }
}

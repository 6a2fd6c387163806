#include "calendar/cadence.h"

#include "calendar/zone_rule.h"

#include <doctest/doctest.h>

#include <string_view>
#include <vector>

using namespace holdfast;
using namespace std::chrono_literals;
namespace chrono = std::chrono;
using chrono::days;
using chrono::minutes;

namespace {

std::shared_ptr<const Zone> zone_by_rule(std::string_view text) {
  const auto rule = parse_zone_rule(text);
  REQUIRE(rule);
  std::vector<Zone::Transition> transitions;
  extend(transitions, *rule);
  return std::make_shared<const Zone>(rule->offset, transitions);
}

const std::string_view kUniversal = "UTC0";
const std::string_view kNewYork = "EST5EDT,M3.2.0,M11.1.0";
const std::string_view kStockholm = "CET-1CEST,M3.5.0,M10.5.0/3";
const std::string_view kTokyo = "JST-9";
const std::string_view kKolkata = "IST-5:30";

Schedule schedule(std::string_view text) {
  const auto parsed = parse_schedule(text);
  REQUIRE_MESSAGE(std::holds_alternative<Schedule>(parsed), text);
  return std::get<Schedule>(parsed);
}

Recurrence recurrence(std::string_view text, std::string_view zone = kUniversal) {
  return {.schedule = schedule(text), .zone = zone_by_rule(zone)};
}

Cadence measure(std::vector<Recurrence> recurrences, Horizon horizon = {}) {
  return measure_cadence(recurrences, horizon);
}

/// Horizon 2024 to 2051.
void check_longest(std::string_view text, std::string_view zone, long expected) {
  CAPTURE(text);
  CAPTURE(zone);
  CHECK(measure({recurrence(text, zone)}).longest == minutes{expected});
}

}  // namespace

TEST_CASE("longest gaps in universal time") {
  check_longest("cron(0 5 ? * * *)", kUniversal, 1440);
  check_longest("cron(0/15 * * * ? *)", kUniversal, 15);
  check_longest("cron(15 * ? * * *)", kUniversal, 60);
  check_longest("cron(0 0/4 * * ? *)", kUniversal, 240);
  check_longest("cron(0 1/5 * * ? *)", kUniversal, 300);
  check_longest("cron(0 0/12 * * ? *)", kUniversal, 720);
  check_longest("cron(0 12/12 * * ? *)", kUniversal, 1440);
  check_longest("cron(0 2,14 * * ? *)", kUniversal, 720);
  check_longest("cron(0 9-17 * * ? *)", kUniversal, 960);
  check_longest("cron(0/30 20-2 ? * MON-FRI *)", kUniversal, 2910);
  check_longest("cron(0 5 ? * MON-FRI *)", kUniversal, 4320);
  check_longest("cron(0 5 ? * 2-6 *)", kUniversal, 4320);
  check_longest("cron(0 5 ? * SUN *)", kUniversal, 10080);
  check_longest("cron(0 5 ? * 1 *)", kUniversal, 10080);
  check_longest("cron(0 5 ? * L *)", kUniversal, 10080);
  check_longest("cron(0 5 ? * TUE,FRI *)", kUniversal, 5760);
  check_longest("cron(0 5 1 * ? *)", kUniversal, 44640);
  check_longest("cron(0 5 L * ? *)", kUniversal, 44640);
  check_longest("cron(0 5 1,15 * ? *)", kUniversal, 24480);
  check_longest("cron(0 5 31 * ? *)", kUniversal, 87840);
  check_longest("cron(0 5 15W * ? *)", kUniversal, 46080);
  check_longest("cron(0 5 1W * ? *)", kUniversal, 47520);
  check_longest("cron(0 5 ? * 6L *)", kUniversal, 50400);
  check_longest("cron(0 5 ? * 2#1 *)", kUniversal, 50400);
  check_longest("cron(0 5 ? * 2#5 *)", kUniversal, 171360);
  check_longest("cron(0 5 1 1/3 ? *)", kUniversal, 132480);
  check_longest("cron(0 0 31 12 ? *)", kUniversal, 527040);
  check_longest("cron(0 5 1/2 * ? *)", kUniversal, 2880);
  check_longest("cron(0 5 1/7 * ? *)", kUniversal, 10080);
  check_longest("cron(0 5 29 2 ? *)", kUniversal, 2103840);
}

TEST_CASE("the century without a leap day lies beyond the usual horizon") {
  CHECK(measure({recurrence("cron(0 5 29 2 ? *)")}, {.first_year = 2024, .years = 80}).longest == minutes{4206240});
}

TEST_CASE("daylight saving stretches gaps") {
  check_longest("cron(30 2 * * ? *)", kNewYork, 2820);
  check_longest("cron(30 1 * * ? *)", kNewYork, 1500);
  check_longest("cron(0 5 * * ? *)", kStockholm, 1500);
  check_longest("cron(0 * * * ? *)", kStockholm, 120);
  check_longest("cron(0 5 * * ? *)", kTokyo, 1440);
}

TEST_CASE("a time repeated across midnight of universal time runs once") {
  const Cadence cadence = measure({recurrence("cron(15 0 * * ? *)", "AAA0BBB,M3.5.0/0:30,M10.5.0/0:30")});
  CHECK(cadence.shortest == 23h);
  CHECK(cadence.longest == 25h);
}

TEST_CASE("the share of daylight saving can be told") {
  const auto check = [](std::string_view text, std::string_view zone, minutes shortest, minutes by_wall_clock) {
    CAPTURE(text);
    const Cadence cadence = measure({recurrence(text, zone)});
    CHECK(cadence.shortest == shortest);
    CHECK(cadence.longest_by_wall_clock == by_wall_clock);
  };
  check("cron(30 2 * * ? *)", kNewYork, 24h, 24h);
  check("cron(30 1 * * ? *)", kNewYork, 23h, 24h);
  check("cron(0 5 * * ? *)", kStockholm, 23h, 24h);
  check("cron(0 * * * ? *)", kStockholm, 1h, 1h);
  check("cron(0 5 * * ? *)", kTokyo, 24h, 24h);
  check("cron(0 5 ? * MON *)", kKolkata, 168h, 168h);
}

TEST_CASE("shortest and mean gaps") {
  const auto check = [](std::string_view text, minutes shortest, minutes mean) {
    CAPTURE(text);
    const Cadence cadence = measure({recurrence(text)});
    CHECK(cadence.shortest == shortest);
    CHECK(cadence.mean == mean);
  };
  check("cron(0 1/5 * * ? *)", 4h, 288min);
  check("cron(0 0,1,12 * * ? *)", 1h, 8h);
  check("cron(0 5 ? * MON-FRI *)", 24h, 2016min);
  check("cron(0 5 1 * ? *)", days{28}, minutes{43830});
  check("cron(0 5 29,1 * ? *)", days{1}, minutes{22621});
}

TEST_CASE("a schedule without two runs has no gap") {
  const Cadence cadence = measure({recurrence("cron(0 5 1 1 ? 2030)")});
  CHECK(cadence.shortest == kNever);
  CHECK(cadence.longest == kNever);
  CHECK(cadence.longest_by_wall_clock == kNever);
  CHECK(cadence.mean == kNever);
  CHECK(measure({}).longest == kNever);
}

TEST_CASE("a schedule whose years end is measured while it lasts") {
  CHECK(measure({recurrence("cron(0 5 * * ? 2030-2031)")}).longest == 24h);
}

TEST_CASE("gaps to the first run after the horizon count") {
  CHECK(measure({recurrence("cron(0 5 1 1 ? 2024,2051,2060)")}).longest == days{9862});
  CHECK(measure({recurrence("cron(0 5 1 1 ? 2051,2060)")}).longest == days{3287});
}

TEST_CASE("a union closes the gaps of its members") {
  CHECK(measure({recurrence("cron(0 0/12 * * ? *)"), recurrence("cron(0 6/12 * * ? *)")}).longest == 6h);
  CHECK(measure({recurrence("cron(0 5 ? * SUN *)"), recurrence("cron(0 5 ? * WED *)")}).longest == days{4});
  CHECK(measure({recurrence("cron(0 5 1 * ? *)"), recurrence("cron(0 5 * * ? *)")}).longest == 24h);
  CHECK(measure({recurrence("cron(0 5 1 * ? *)"), recurrence("cron(0 5 * * ? *)")}).shortest == 24h);
  CHECK(measure({recurrence("cron(0 12 * * ? *)"), recurrence("cron(0 12 * * ? *)", kTokyo)}).longest == 15h);
}

TEST_CASE("a rate keeps its pace from an unknown moment on") {
  const Cadence alone = measure({recurrence("rate(12 hours)")});
  CHECK(alone.shortest == 12h);
  CHECK(alone.longest == 12h);
  CHECK(alone.mean == 12h);
  CHECK(measure({recurrence("rate(12 hours)"), recurrence("cron(0 5 * * ? *)")}).longest == 12h);
  CHECK(measure({recurrence("rate(2 days)"), recurrence("cron(0 5 * * ? *)")}).longest == 24h);
  CHECK(measure({recurrence("rate(2 days)"), recurrence("rate(3 days)")}).longest == 48h);
}

TEST_CASE("the start window of the next run can be added") {
  Recurrence daily = recurrence("cron(0 5 * * ? *)");
  Recurrence weekly = recurrence("cron(0 17 ? * SUN *)");
  daily.start_window = 8h;
  weekly.start_window = 16h;
  CHECK(measure({daily}).longest_with_start_window == 32h);
  CHECK(measure({weekly}).longest_with_start_window == days{7} + 16h);
  CHECK(measure({daily, weekly}).longest_with_start_window == 32h);
  weekly.schedule = schedule("rate(6 hours)");
  CHECK(measure({weekly}).longest_with_start_window == 22h);
  CHECK(measure({daily, weekly}).longest_with_start_window == 22h);
}

TEST_CASE("work is bounded and a cut is told") {
  Recurrence dense = recurrence("cron(* * 1-30/2 * ? *)", kNewYork);
  CHECK(measure({dense}).is_complete);
  const Cadence cut = measure(std::vector<Recurrence>(64, dense));
  CHECK_FALSE(cut.is_complete);
  const Cadence refused = measure(std::vector<Recurrence>(1000, dense));
  CHECK_FALSE(refused.is_complete);
  CHECK(refused.longest == kNever);
}

TEST_CASE("runs within the start window of a rule kept longer are swallowed") {
  Recurrence hourly = recurrence("cron(0 * * * ? *)");
  Recurrence half_daily = recurrence("cron(0 0/12 * * ? *)");
  hourly.retention = days{7};
  half_daily.retention = days{35};
  half_daily.start_window = 8h;

  const Cadence swallowed = measure({hourly, half_daily});
  CHECK(swallowed.longest == 8h);
  CHECK(swallowed.shortest == 1h);
  CHECK(swallowed.runs[0].planned == 7 * 24);
  CHECK(swallowed.runs[0].swallowed == 7 * 16);
  CHECK(swallowed.runs[1].planned == 7 * 2);
  CHECK(swallowed.runs[1].swallowed == 0);

  SUBCASE("for ever is longest") {
    half_daily.retention.reset();
    CHECK(measure({hourly, half_daily}).longest == 8h);
    hourly.retention.reset();
    CHECK(measure({hourly, half_daily}).longest == 1h);
  }
  SUBCASE("equal retention swallows nothing") {
    hourly.retention = days{35};
    CHECK(measure({hourly, half_daily}).longest == 1h);
  }
  SUBCASE("other groups are left alone") {
    hourly.group = 1;
    CHECK(measure({hourly, half_daily}).longest == 1h);
  }
  SUBCASE("a swallowed run swallows none") {
    Recurrence daily = recurrence("cron(0 23 * * ? *)");
    daily.start_window = 2h;
    const Cadence cadence = measure({hourly, half_daily, daily});
    CHECK(cadence.runs[1].swallowed == 7);
    CHECK(cadence.runs[0].swallowed == 7 * (8 + 2));
    CHECK(cadence.longest == 8h);
  }
  SUBCASE("an endless window leaves only its own rule") {
    half_daily.start_window = minutes::max();
    CHECK(measure({hourly, half_daily}).longest == 12h);
  }
}

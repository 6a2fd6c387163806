#include "calendar/weekly_window.h"

#include "calendar/schedule.h"
#include "calendar/zone_rule.h"

#include <doctest/doctest.h>

using namespace holdfast;
using namespace std::chrono_literals;

namespace {

bool meets(std::string_view expression, std::string_view text, std::chrono::minutes lead,
           std::string_view zone = "UTC0") {
  const auto parsed = parse_schedule(expression);
  REQUIRE(std::holds_alternative<Schedule>(parsed));
  const auto window = parse_weekly_window(text);
  REQUIRE(window);
  const auto rule = parse_zone_rule(zone);
  REQUIRE(rule);
  std::vector<Zone::Transition> transitions;
  extend(transitions, *rule);
  return runs_into(std::get<Cron>(std::get<Schedule>(parsed)), std::make_shared<const Zone>(rule->offset, transitions),
                   *window, lead);
}

}  // namespace

TEST_CASE("windows of a week or of every day are read") {
  CHECK(parse_weekly_window("Mon:00:10-mon:00:40")->length == 30min);
  CHECK(parse_weekly_window("sun:23:30-mon:00:30")->length == 60min);
  CHECK(parse_weekly_window("23:30-00:30")->is_daily);
  for (const char* wrong :
       {"", "sun:05:00", "sun:05:00-06:00", "xyz:05:00-sun:06:00", "sun:24:00-sun:06:00", "5:00-6:00"})
    CHECK_MESSAGE(!parse_weekly_window(wrong), wrong);
}

TEST_CASE("a run meets a window that it begins in, or shortly before") {
  CHECK(meets("cron(0 5 ? * SUN *)", "sun:05:00-sun:06:00", 60min));
  CHECK(meets("cron(1 4 ? * SUN *)", "sun:05:00-sun:06:00", 60min));
  CHECK_FALSE(meets("cron(0 4 ? * SUN *)", "sun:05:00-sun:06:00", 60min));
  CHECK_FALSE(meets("cron(0 6 ? * SUN *)", "sun:05:00-sun:06:00", 60min));
  CHECK_FALSE(meets("cron(0 5 ? * MON *)", "sun:05:00-sun:06:00", 60min));
  CHECK(meets("cron(30 23 ? * SUN *)", "mon:00:00-mon:00:30", 60min));
  CHECK(meets("cron(30 5 ? * MON *)", "05:00-06:00", 0min));
}

TEST_CASE("a run in local time meets a window in summer only") {
  constexpr std::string_view kStockholm = "CET-1CEST,M3.5.0,M10.5.0/3";
  CHECK(meets("cron(30 6 * * ? *)", "sun:04:30-sun:05:00", 0min, kStockholm));
  CHECK(meets("cron(30 6 * * ? *)", "sun:05:30-sun:06:00", 0min, kStockholm));
  CHECK_FALSE(meets("cron(30 6 * * ? *)", "sun:06:30-sun:07:00", 0min, kStockholm));
}

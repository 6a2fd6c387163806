#include "calendar/schedule.h"

#include <doctest/doctest.h>

#include <string>

using namespace holdfast;
namespace chrono = std::chrono;
using Kind = ScheduleErrorKind;

namespace {

bool is_valid(std::string_view text, YearField year = YearField::required) {
  return std::holds_alternative<Schedule>(parse_schedule(text, year));
}

ScheduleError error_of(std::string_view text) {
  const auto parsed = parse_schedule(text);
  const auto* error = std::get_if<ScheduleError>(&parsed);
  return error ? *error : ScheduleError{.message = "no error"};
}

void check_error(std::string_view text, Kind kind, std::string_view marked, std::string_view message) {
  CAPTURE(text);
  const ScheduleError error = error_of(text);
  CHECK(error.message == message);
  CHECK(error.kind == kind);
  CHECK(text.substr(error.at.begin, error.at.end - error.at.begin) == marked);
}

Cron cron_of(std::string_view text) { return std::get<Cron>(std::get<Schedule>(parse_schedule(text))); }

std::vector<int> dates(std::string_view text, int year, unsigned month) {
  const std::uint32_t days = firing_days(cron_of(text), chrono::year{year} / chrono::month{month});
  std::vector<int> numbers;
  for (int day = 1; day <= 31; ++day) {
    if ((days >> day & 1U) != 0) numbers.push_back(day);
  }
  return numbers;
}

std::vector<int> hours(std::string_view field) {
  std::vector<int> numbers;
  for (const int minute : firing_minutes(cron_of("cron(0 " + std::string(field) + " * * ? *)"))) {
    numbers.push_back(minute / 60);
  }
  return numbers;
}

using Numbers = std::vector<int>;

}  // namespace

TEST_CASE("expressions found in real templates are read") {
  for (const std::string_view text :
       {"cron(0 5 ? * * *)", "cron(0 2 1  * ? *)", "cron(05 12 * * ? *)", "cron(20 0/1 ? * * *)",
        "cron(0 2 ? * MON-FRI *)", "cron(0 2 ? * mon-Fri *)", " cron( 0 5 ? * SUN,tue * ) ", "cron(0\t5 ? jan,JUL 1 *)",
        "cron(0 5 ? * L *)", "cron(0 5 ? * FRIL *)", "cron(0 5 ? * THU#2 *)", "cron(0 5 1,15W,L * ? 2026-2199/2)",
        "rate(1 day)", "rate(12 hours)", "rate(1 minute)", "rate( 15  minutes )"}) {
    CAPTURE(text);
    CHECK(error_of(text).message == "no error");
  }
}

TEST_CASE("steps restart in every higher unit and ranges wrap") {
  CHECK(hours("1/5") == Numbers{1, 6, 11, 16, 21});
  CHECK(hours("*/6") == Numbers{0, 6, 12, 18});
  CHECK(hours("12/12") == Numbers{12});
  CHECK(hours("20-2") == Numbers{0, 1, 2, 20, 21, 22, 23});
  CHECK(hours("20-2/3") == Numbers{2, 20, 23});
  CHECK(hours("9-17/4,0") == Numbers{0, 9, 13, 17});
  CHECK(hours("3/999999999") == Numbers{3});
  CHECK(dates("cron(0 5 1 NOV-FEB ? *)", 2026, 12) == Numbers{1});
  CHECK(dates("cron(0 5 1 NOV-FEB ? *)", 2026, 3).empty());
  CHECK(dates("cron(0 5 ? * FRI-MON *)", 2026, 11) ==
        Numbers{1, 2, 6, 7, 8, 9, 13, 14, 15, 16, 20, 21, 22, 23, 27, 28, 29, 30});
}

TEST_CASE("the step of the hours is kept as written") {
  CHECK(cron_of("cron(0 13/12 * * ? *)").hour_step == 12);
  CHECK(cron_of("cron(0 */8 * * ? *)").hour_step == 8);
  CHECK_FALSE(cron_of("cron(0 13 * * ? *)").hour_step);
}

TEST_CASE("days relative to the month are found") {
  // November 2026 begins on a Sunday; August 2026 on a Saturday; May 2026 ends on a Sunday.
  CHECK(dates("cron(0 5 L * ? *)", 2028, 2) == Numbers{29});
  CHECK(dates("cron(0 5 L,1 * ? *)", 2026, 11) == Numbers{1, 30});
  CHECK(dates("cron(0 5 ? * L *)", 2026, 11) == Numbers{7, 14, 21, 28});
  CHECK(dates("cron(0 5 ? * 6L *)", 2026, 11) == Numbers{27});
  CHECK(dates("cron(0 5 ? * 5#2 *)", 2026, 11) == Numbers{12});
  CHECK(dates("cron(0 5 ? * 1#5 *)", 2026, 11) == Numbers{29});
  CHECK(dates("cron(0 5 ? * 3#5 *)", 2026, 11).empty());
  CHECK(dates("cron(0 5 15W * ? *)", 2026, 11) == Numbers{16});
  CHECK(dates("cron(0 5 14W * ? *)", 2026, 11) == Numbers{13});
  CHECK(dates("cron(0 5 1W * ? *)", 2026, 8) == Numbers{3});
  CHECK(dates("cron(0 5 31W * ? *)", 2026, 5) == Numbers{29});
  CHECK(dates("cron(0 5 31W * ? *)", 2026, 4).empty());
}

TEST_CASE("what is no expression is told apart") {
  constexpr std::string_view kForm = "a schedule is written cron(...) or rate(...)";
  check_error("", Kind::not_an_expression, "", kForm);
  check_error("0 5 * * *", Kind::not_an_expression, "0 5 * * *", kForm);
  check_error(" daily ", Kind::not_an_expression, "daily", kForm);
  check_error("cron(0 5 * * ? *", Kind::not_an_expression, "cron(0 5 * * ? *", kForm);
  check_error("cron(0 5 * * ? *))", Kind::not_an_expression, "cron(0 5 * * ? *))", kForm);
  check_error("at(2026-11-20T05:00:00)", Kind::unsupported, "at(2026-11-20T05:00:00)",
              "at(...) runs once and never again");
}

TEST_CASE("a missing year is its own error and can be supplied") {
  check_error("cron(0 5 * * ?)", Kind::missing_year, "0 5 * * ?",
              "cron() has 5 fields; six are expected: minutes, hours, day of month, month, day of week, year");
  CHECK(error_of("cron(0 5 * * ?)").field_count == 5);
  CHECK(is_valid("cron(0 5 * * ?)", YearField::optional));
  CHECK_FALSE(is_valid("cron(0 5 * * *)", YearField::optional));
  CHECK_FALSE(is_valid("cron(0 5 * *)", YearField::optional));
  check_error("cron(0)", Kind::wrong_field_count, "0",
              "cron() has 1 field; six are expected: minutes, hours, day of month, month, day of week, year");
  check_error("cron()", Kind::wrong_field_count, "",
              "cron() has 0 fields; six are expected: minutes, hours, day of month, month, day of week, year");
  CHECK(error_of("cron(0 0 5 * * ? *)").field_count == 7);
}

TEST_CASE("exactly one day field is open") {
  check_error("cron(0 5 * * MON *)", Kind::day_fields_conflict, "MON",
              "day of month and day of week are both set; one of them must be `?`");
  check_error("cron(0 5 ? * ? *)", Kind::day_fields_conflict, "?",
              "day of month and day of week are both `?`; one of them must say when");
}

TEST_CASE("values are bounded") {
  check_error("cron(60 5 * * ? *)", Kind::out_of_range, "60", "minute 60 is out of range; it runs from 0 to 59");
  check_error("cron(0 5,24 * * ? *)", Kind::out_of_range, "24", "hour 24 is out of range; it runs from 0 to 23");
  check_error("cron(0 5 0 * ? *)", Kind::out_of_range, "0", "day of month 0 is out of range; it runs from 1 to 31");
  check_error("cron(0 5 1 13 ? *)", Kind::out_of_range, "13",
              "month 13 is out of range; it runs from 1 (JAN) to 12 (DEC)");
  check_error("cron(0 5 ? * 0 *)", Kind::out_of_range, "0",
              "day of week 0 is out of range; it runs from 1 (SUN) to 7 (SAT)");
  check_error("cron(0 5 ? * 2#6 *)", Kind::out_of_range, "2#6", "the number after `#` is `6`; it runs from 1 to 5");
  check_error("cron(0 5 1 * ? 2200)", Kind::out_of_range, "2200",
              "year 2200 is out of range; it runs from 1970 to 2199");
  check_error("cron(0 5 1 * ? 2030-2026)", Kind::out_of_range, "2030-2026", "the years `2030-2026` run backwards");
  check_error("cron(0/0 5 1 * ? *)", Kind::out_of_range, "0/0", "the step of the minute is 0; it must be at least 1");
  check_error("rate(0 hours)", Kind::out_of_range, "0", "a rate must be at least 1");
}

TEST_CASE("malformed fields are marked") {
  check_error("cron(0 x * * ? *)", Kind::bad_syntax, "x", "`x` is no hour");
  check_error("cron(0 5, * * ? *)", Kind::bad_syntax, "", "an entry of the hour list is empty");
  check_error("cron(0 -5 * * ? *)", Kind::bad_syntax, "-5", "the hour is incomplete");
  check_error("cron(0 5/x * * ? *)", Kind::bad_syntax, "5/x", "the step `x` of the hour is not a number");
  check_error("cron(? 5 * * ? *)", Kind::bad_syntax, "?", "`?` is no minute");
  check_error("cron(0 5 ? * MONDAY *)", Kind::bad_syntax, "MONDAY", "`MONDAY` is no day of week");
  check_error("cron(0 5 ? * 3#1,6#3 *)", Kind::bad_syntax, "3#1,6#3",
              "an entry with `?` or `#` must be the only one of its field");
  check_error("rate(x hours)", Kind::bad_syntax, "x", "`x` is not a number");
  check_error("rate(5 weeks)", Kind::bad_syntax, "weeks", "`weeks` is not a unit; minutes, hours and days are");
  check_error("rate(5)", Kind::wrong_field_count, "5", "rate() takes a number and a unit, as in rate(12 hours)");
}

TEST_CASE("forms of other dialects are unsupported") {
  check_error("cron(0 5 LW * ? *)", Kind::unsupported, "LW", "`LW` is not documented for this kind of schedule");
  check_error("cron(0 5 L-3 * ? *)", Kind::unsupported, "L-3", "`L-3` is not documented for this kind of schedule");
}

TEST_CASE("dates that do not exist never fire") {
  constexpr std::string_view kNoDay = "no such day exists in the months and years of this schedule";
  check_error("cron(0 5 31 2 ? *)", Kind::never_fires, "31", kNoDay);
  check_error("cron(0 5 31 4,6,9,11 ? *)", Kind::never_fires, "31", kNoDay);
  check_error("cron(0 5 29 2 ? 2025-2027)", Kind::never_fires, "29", kNoDay);
  check_error("cron(0 5 * * ? 2020-2023)", Kind::never_fires, "2020-2023",
              "its last run was in a year that has passed");
  check_error("cron(0 5 29 2 ? 2017-2023)", Kind::never_fires, "2017-2023",
              "its last run was in a year that has passed");
  check_error("cron(0 5 ? 2 2#5 2026)", Kind::never_fires, "2#5", kNoDay);
  CHECK(is_valid("cron(0 5 29 2 ? 2028)"));
}

TEST_CASE("messages quote the beginning of long text, by whole characters") {
  const std::string digits(39, '9');
  CHECK(error_of("cron(0 5 1 * ? " + digits + "99)").message == "`" + digits + "9...` is no year");
  CHECK(error_of("cron(0 5 1 * ? " + digits + "\u00e4\u00e4)").message == "`" + digits + "...` is no year");
  CHECK(quoted_start(digits + "\u00e4") == "`" + digits + "...`");
  CHECK(quoted_start(digits + "9") == "`" + digits + "9`");
}

TEST_CASE("hostile text ends quickly in an error") {
  CHECK_FALSE(is_valid("cron(" + std::string(1'000'000, ',') + " 5 * * ? *)"));
  CHECK_FALSE(is_valid("cron(" + std::string(1'000'000, '9') + " 5 * * ? *)"));
  CHECK_FALSE(is_valid("cron(" + std::string(1'000'000, ' ') + ")"));
  CHECK_FALSE(is_valid(std::string_view("cron(0 5 * * ? *\0)", 18)));
  CHECK_FALSE(is_valid("rate(99999999999999999999 days)"));
}

#include "settings/date.h"

#include <fmt/format.h>

#include <charconv>
#include <chrono>

namespace holdfast {

namespace {

/// -1: something else than digits.
int number(std::string_view digits) {
  int value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return error == std::errc() && end == digits.data() + digits.size() && digits.front() != '-' ? value : -1;
}

}  // namespace

bool is_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  const int year = number(text.substr(0, 4)), month = number(text.substr(5, 2)), day = number(text.substr(8, 2));
  if (year < 0 || month < 0 || day < 0) return false;
  return std::chrono::year_month_day(std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                     std::chrono::day(static_cast<unsigned>(day)))
      .ok();
}

std::string current_date() {
  using namespace std::chrono;
  const year_month_day today(floor<days>(system_clock::now()));
  return fmt::format("{:04}-{:02}-{:02}", int(today.year()), unsigned(today.month()), unsigned(today.day()));
}

}  // namespace holdfast

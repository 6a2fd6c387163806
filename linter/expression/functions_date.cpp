#include "expression/function_themes.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <optional>
#include <string>
#include <utility>

namespace holdfast {

namespace {

using namespace std::chrono;

/// A moment and the offset in which it was written.
struct Timestamp {
  sys_seconds moment;
  minutes offset{0};
};

std::optional<int> digits(std::string_view text, std::size_t at, std::size_t count) {
  int value = 0;
  for (std::size_t i = at; i < at + count; ++i) {
    if (i >= text.size() || text[i] < '0' || text[i] > '9') return std::nullopt;
    value = value * 10 + (text[i] - '0');
  }
  return value;
}

/// RFC 3339; a fraction of a second is dropped.
std::optional<Timestamp> parse_timestamp(std::string_view text) {
  const auto y = digits(text, 0, 4), mo = digits(text, 5, 2), d = digits(text, 8, 2);
  const auto h = digits(text, 11, 2), mi = digits(text, 14, 2), s = digits(text, 17, 2);
  if (!y || !mo || !d || !h || !mi || !s || text[4] != '-' || text[7] != '-' || text[13] != ':' || text[16] != ':')
    return std::nullopt;
  if (text[10] != 'T' && text[10] != 't') return std::nullopt;
  const year_month_day date{year{*y}, month{static_cast<unsigned>(*mo)}, day{static_cast<unsigned>(*d)}};
  if (!date.ok() || *h > 23 || *mi > 59 || *s > 60) return std::nullopt;
  std::size_t at = 19;
  if (at < text.size() && text[at] == '.') {
    for (++at; at < text.size() && text[at] >= '0' && text[at] <= '9';) ++at;
  }
  Timestamp result{sys_days(date) + hours{*h} + minutes{*mi} + seconds{*s}};
  const std::string_view zone = text.substr(at);
  if (zone == "Z" || zone == "z") return result;
  const auto zone_hours = digits(zone, 1, 2), zone_minutes = digits(zone, 4, 2);
  if (zone.size() != 6 || (zone[0] != '+' && zone[0] != '-') || zone[3] != ':' || !zone_hours || !zone_minutes)
    return std::nullopt;
  result.offset = (hours{*zone_hours} + minutes{*zone_minutes}) * (zone[0] == '-' ? -1 : 1);
  result.moment -= result.offset;
  return result;
}

std::string padded(int value, int width) {
  char buffer[16];
  std::snprintf(buffer, sizeof buffer, "%0*d", width, value);
  return buffer;
}

std::string print_offset(minutes offset, const char* separator) {
  const int total = static_cast<int>(offset.count() < 0 ? -offset.count() : offset.count());
  return (offset.count() < 0 ? "-" : "+") + padded(total / 60, 2) + separator + padded(total % 60, 2);
}

constexpr std::array<const char*, 12> kMonths = {"January", "February", "March",     "April",   "May",      "June",
                                                 "July",    "August",   "September", "October", "November", "December"};
constexpr std::array<const char*, 7> kDays = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                              "Thursday", "Friday", "Saturday"};

/// A run of one letter in a date format; empty when it means nothing.
std::optional<std::string> print_field(std::string_view run, const Timestamp& timestamp) {
  const sys_seconds local = timestamp.moment + timestamp.offset;
  const sys_days day_start = floor<days>(local);
  const year_month_day date(day_start);
  const hh_mm_ss time(local - day_start);
  const auto weekday_number = weekday(day_start).c_encoding();
  const int year_number = static_cast<int>(date.year());
  const int hour = static_cast<int>(time.hours().count());
  const auto number = [&](int value) { return run.size() == 2 ? padded(value, 2) : std::to_string(value); };
  const auto month_number = static_cast<unsigned>(date.month());
  if (run == "YYYY") return padded(year_number, 4);
  if (run == "YY") return padded(year_number % 100, 2);
  if (run == "MMMM") return kMonths[month_number - 1];
  if (run == "MMM") return std::string(kMonths[month_number - 1]).substr(0, 3);
  if (run == "EEEE") return kDays[weekday_number];
  if (run == "EEE") return std::string(kDays[weekday_number]).substr(0, 3);
  if (run == "M" || run == "MM") return number(static_cast<int>(month_number));
  if (run == "D" || run == "DD") return number(static_cast<int>(static_cast<unsigned>(date.day())));
  if (run == "h" || run == "hh") return number(hour);
  if (run == "H" || run == "HH") return number(hour % 12 == 0 ? 12 : hour % 12);
  if (run == "AA") return hour < 12 ? "AM" : "PM";
  if (run == "aa") return hour < 12 ? "am" : "pm";
  if (run == "m" || run == "mm") return number(static_cast<int>(time.minutes().count()));
  if (run == "s" || run == "ss") return number(static_cast<int>(time.seconds().count()));
  if (run == "Z") return timestamp.offset.count() == 0 ? "Z" : print_offset(timestamp.offset, ":");
  if (run == "ZZZ") return timestamp.offset.count() == 0 ? "UTC" : print_offset(timestamp.offset, "");
  if (run == "ZZZZ") return print_offset(timestamp.offset, "");
  if (run == "ZZZZZ") return print_offset(timestamp.offset, ":");
  return std::nullopt;
}

std::string print_timestamp(const Timestamp& timestamp) {
  std::string text;
  for (const char* field : {"YYYY", "-", "MM", "-", "DD", "T", "hh", ":", "mm", ":", "ss", "Z"}) {
    text += print_field(field, timestamp).value_or(field);
  }
  return text;
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

Value bad_timestamp(Call& call, std::size_t i) {
  return call.error(i, "\"" + std::string(call.text(i).substr(0, 40)) + "\" is no time such as 2006-01-02T15:04:05Z");
}

Value formatdate(Call& call) {
  const auto timestamp = parse_timestamp(call.text(1));
  if (!timestamp) return bad_timestamp(call, 1);
  const std::string_view format = call.text(0);
  std::string result;
  for (std::size_t i = 0; i < format.size();) {
    if (format[i] == '\'') {
      bool closed = false;
      for (++i; i < format.size() && !closed; ++i) {
        if (format[i] != '\'') {
          result += format[i];
        } else if (i + 1 < format.size() && format[i + 1] == '\'') {
          result += format[i++];
        } else {
          closed = true;
        }
      }
      if (!closed) return call.error(0, "quoted text does not end");
    } else if (is_letter(format[i])) {
      const std::size_t end = std::min(format.find_first_not_of(format[i], i), format.size());
      const auto field = print_field(format.substr(i, end - i), *timestamp);
      if (!field) return call.error(0, "`" + std::string(format.substr(i, end - i)) + "` is no field of a date");
      result += *field;
      i = end;
    } else {
      result += format[i++];
    }
  }
  return call.text_value(result);
}

/// "1h30m", "-1.5h": nanoseconds.
std::optional<double> parse_duration(std::string_view text) {
  constexpr std::pair<std::string_view, double> kUnits[] = {{"ns", 1},  {"us", 1e3}, {"µs", 1e3},  {"ms", 1e6},
                                                            {"s", 1e9}, {"m", 6e10}, {"h", 3.6e12}};
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);
  if (text == "0") return 0;
  if (text.empty()) return std::nullopt;
  double total = 0;
  while (!text.empty()) {
    const std::size_t size = std::min(text.find_first_not_of("0123456789."), text.size());
    double value = 0;
    if (size == 0 || std::sscanf(std::string(text.substr(0, size)).c_str(), "%lf", &value) != 1) return std::nullopt;
    text.remove_prefix(size);
    const std::size_t unit_size = std::min(text.find_first_of("0123456789."), text.size());
    const auto unit = std::find_if(std::begin(kUnits), std::end(kUnits),
                                   [&](const auto& candidate) { return candidate.first == text.substr(0, unit_size); });
    if (unit == std::end(kUnits)) return std::nullopt;
    total += value * unit->second;
    text.remove_prefix(unit_size);
  }
  return negative ? -total : total;
}

/// Longer ones leave the calendar.
constexpr double kSecondsMax = 3e11;

Value timeadd(Call& call) {
  auto timestamp = parse_timestamp(call.text(0));
  if (!timestamp) return bad_timestamp(call, 0);
  const auto nanoseconds = parse_duration(call.text(1));
  if (!nanoseconds || std::abs(*nanoseconds / 1e9) > kSecondsMax) {
    return call.error(1, "\"" + std::string(call.text(1).substr(0, 40)) + "\" is no duration such as 1h30m");
  }
  timestamp->moment += seconds{static_cast<int64_t>(std::floor(*nanoseconds / 1e9))};
  return call.text_value(print_timestamp(*timestamp));
}

Value timecmp(Call& call) {
  const auto a = parse_timestamp(call.text(0));
  if (!a) return bad_timestamp(call, 0);
  const auto b = parse_timestamp(call.text(1));
  if (!b) return bad_timestamp(call, 1);
  return Value::integer(a->moment < b->moment ? -1 : a->moment > b->moment ? 1 : 0);
}

Value now(Call& call) { return unknown_value(call.arena(), "the time of the run is not known", {}, text_type()); }

constexpr Function kFunctions[] = {
    {"formatdate", "text, text -> text", 0, formatdate, "a time written in a given form"},
    {"plantimestamp", "-> text", 0, now, "the time at which the plan is made"},
    {"timeadd", "text, text -> text", 0, timeadd, "a time moved by a duration"},
    {"timecmp", "text, text -> number", 0, timecmp, "which of two times is earlier"},
    {"timestamp", "-> text", 0, now, "the time of the run"},
};

}  // namespace

std::span<const Function> date_functions() { return kFunctions; }

}  // namespace holdfast

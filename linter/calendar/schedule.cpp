#include "calendar/schedule.h"

#include <array>
#include <string>
#include <utility>
#include <vector>

namespace holdfast {
namespace {

namespace chrono = std::chrono;

constexpr std::string_view kSpace = " \t\r\n";
constexpr std::size_t kFieldCount = 6;
constexpr std::size_t kDayOfMonth = 2;
constexpr std::size_t kDayOfWeek = 4;
constexpr std::size_t kYear = 5;
/// No clock is read, so that an answer does not change overnight: earlier years have passed for everybody.
constexpr int kPresentYear = 2024;

/// A piece of the parsed text that knows its place in it.
struct Piece {
  std::string_view text;
  std::size_t offset = 0;

  ByteRange range() const { return {offset, offset + text.size()}; }
};

Piece trim(Piece piece) {
  const auto begin = piece.text.find_first_not_of(kSpace);
  if (begin == piece.text.npos) return {{}, piece.offset};
  const auto end = piece.text.find_last_not_of(kSpace) + 1;
  return {piece.text.substr(begin, end - begin), piece.offset + begin};
}

std::vector<Piece> split(Piece piece) {
  std::vector<Piece> fields;
  for (std::size_t at = piece.text.find_first_not_of(kSpace); at != piece.text.npos;) {
    const std::size_t end = std::min(piece.text.find_first_of(kSpace, at), piece.text.size());
    fields.push_back({piece.text.substr(at, end - at), piece.offset + at});
    at = piece.text.find_first_not_of(kSpace, end);
  }
  return fields;
}

ScheduleError field_count_error(Piece body, std::size_t count) {
  const bool year_missing = count + 1 == kFieldCount;
  return {.kind = year_missing ? ScheduleErrorKind::missing_year : ScheduleErrorKind::wrong_field_count,
          .at = body.range(),
          .message = "cron() has " + std::to_string(count) + (count == 1 ? " field" : " fields") +
                     "; six are expected: minutes, hours, day of month, month, day of week, year",
          .field_count = static_cast<int>(count)};
}

bool is_open(const CronItems& items) { return items.front().kind == CronItem::Kind::any; }

bool fires_since(const Cron& cron, int first_year) {
  for (chrono::year year{first_year}; year <= chrono::year{kCronYearMax}; ++year) {
    for (unsigned month = 1; month <= 12; ++month) {
      if (firing_days(cron, year / chrono::month{month}) != 0) return true;
    }
  }
  return false;
}

std::variant<Schedule, ScheduleError> parse_cron(Piece body, YearField year) {
  std::vector<Piece> fields = split(body);
  if (fields.size() + 1 == kFieldCount && year == YearField::optional) {
    fields.push_back({"*", body.offset + body.text.size()});
  }
  if (fields.size() != kFieldCount) return field_count_error(body, fields.size());

  std::array<CronItems, kFieldCount> items;
  for (std::size_t i = 0; i < kFieldCount; ++i) {
    auto parsed = parse_cron_field(fields[i].text, cron_fields()[i], fields[i].offset);
    if (auto* error = std::get_if<ScheduleError>(&parsed)) return std::move(*error);
    items[i] = std::get<CronItems>(std::move(parsed));
  }

  const bool both_open = is_open(items[kDayOfMonth]) && is_open(items[kDayOfWeek]);
  if (is_open(items[kDayOfMonth]) == is_open(items[kDayOfWeek])) {
    return ScheduleError{.kind = ScheduleErrorKind::day_fields_conflict,
                         .at = fields[kDayOfWeek].range(),
                         .message = both_open ? "day of month and day of week are both `?`; one of them must say when"
                                              : "day of month and day of week are both set; one of them must be `?`"};
  }
  const Cron cron = make_cron(items);
  if (!fires_since(cron, kCronYearMin)) {
    return ScheduleError{.kind = ScheduleErrorKind::never_fires,
                         .at = fields[is_open(items[kDayOfMonth]) ? kDayOfWeek : kDayOfMonth].range(),
                         .message = "no such day exists in the months and years of this schedule"};
  }
  if (!fires_since(cron, kPresentYear)) {
    return ScheduleError{.kind = ScheduleErrorKind::never_fires,
                         .at = fields[kYear].range(),
                         .message = "its last run was in a year that has passed"};
  }
  return cron;
}

chrono::minutes unit_length(std::string_view unit) {
  if (unit.ends_with('s')) unit.remove_suffix(1);
  if (unit == "minute") return chrono::minutes{1};
  if (unit == "hour") return chrono::hours{1};
  if (unit == "day") return chrono::days{1};
  return {};
}

std::variant<Schedule, ScheduleError> parse_rate(Piece body) {
  const std::vector<Piece> parts = split(body);
  if (parts.size() != 2) {
    return ScheduleError{.kind = ScheduleErrorKind::wrong_field_count,
                         .at = body.range(),
                         .message = "rate() takes a number and a unit, as in rate(12 hours)",
                         .field_count = static_cast<int>(parts.size())};
  }
  const auto count = parse_small_number(parts[0].text);
  const chrono::minutes unit = unit_length(parts[1].text);
  const auto error = [](ScheduleErrorKind kind, const Piece& at, std::string message) {
    return ScheduleError{.kind = kind, .at = at.range(), .message = std::move(message)};
  };
  if (!count) {
    return error(ScheduleErrorKind::bad_syntax, parts[0], quoted_start(parts[0].text) + " is not a number");
  }
  if (*count == 0) return error(ScheduleErrorKind::out_of_range, parts[0], "a rate must be at least 1");
  if (unit == chrono::minutes{}) {
    return error(ScheduleErrorKind::bad_syntax, parts[1],
                 quoted_start(parts[1].text) + " is not a unit; minutes, hours and days are");
  }
  return Rate{*count * unit};
}

}  // namespace

std::variant<Schedule, ScheduleError> parse_schedule(std::string_view text, YearField year) {
  const Piece whole = trim({text, 0});
  const auto open = whole.text.find('(');
  const std::string_view keyword = whole.text.substr(0, open);
  if (open == whole.text.npos || !whole.text.ends_with(')') || whole.text.find(')') + 1 != whole.text.size() ||
      (keyword != "cron" && keyword != "rate" && keyword != "at")) {
    return ScheduleError{.kind = ScheduleErrorKind::not_an_expression,
                         .at = whole.range(),
                         .message = "a schedule is written cron(...) or rate(...)"};
  }
  const Piece body = trim({whole.text.substr(open + 1, whole.text.size() - open - 2), whole.offset + open + 1});
  if (keyword == "cron") return parse_cron(body, year);
  if (keyword == "rate") return parse_rate(body);
  return ScheduleError{
      .kind = ScheduleErrorKind::unsupported, .at = whole.range(), .message = "at(...) runs once and never again"};
}

}  // namespace holdfast

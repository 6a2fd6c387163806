#include "calendar/cron_field.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace holdfast {
namespace {

constexpr std::array<std::string_view, 12> kMonthNames{"JAN", "FEB", "MAR", "APR", "MAY", "JUN",
                                                       "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"};
constexpr std::array<std::string_view, 7> kWeekdayNames{"SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"};
constexpr int kWeeksPerMonthMax = 5;

constexpr std::array<CronFieldRange, 6> kFields{{
    {CronFieldKind::minute, "minute", 0, 59, {}},
    {CronFieldKind::hour, "hour", 0, 23, {}},
    {CronFieldKind::day_of_month, "day of month", 1, 31, {}},
    {CronFieldKind::month, "month", 1, 12, kMonthNames},
    {CronFieldKind::day_of_week, "day of week", 1, 7, kWeekdayNames},
    {CronFieldKind::year, "year", 1970, 2199, {}},
}};

bool same_letters(std::string_view text, std::string_view upper) {
  return std::equal(text.begin(), text.end(), upper.begin(), upper.end(),
                    [](char a, char b) { return (a >= 'a' && a <= 'z' ? a - 'a' + 'A' : static_cast<int>(a)) == b; });
}

std::string bound(const CronFieldRange& range, int value) {
  std::string text = std::to_string(value);
  if (!range.names.empty()) text += " (" + std::string(range.names[static_cast<std::size_t>(value - range.min)]) + ")";
  return text;
}

/// Reads one item; stays at the first error.
class ItemReader {
 public:
  ItemReader(std::string_view text, const CronFieldRange& range, std::size_t offset)
      : text_(text), range_(range), offset_(offset) {}

  std::variant<CronItem, ScheduleError> read() {
    const CronItem item = read_item();
    if (error_) return *std::move(error_);
    return item;
  }

 private:
  CronItem read_item() {
    if (text_.empty()) return fail(ScheduleErrorKind::bad_syntax, "an entry of the " + name() + " list is empty");
    if (is_day_field()) {
      if (text_ == "?") return {.kind = CronItem::Kind::any};
      if (text_ == "L") return {.kind = CronItem::Kind::last};
      if (range_.kind == CronFieldKind::day_of_month && (text_ == "LW" || text_.starts_with("L-"))) {
        return fail(ScheduleErrorKind::unsupported,
                    quoted_start(text_) + " is not documented for this kind of schedule");
      }
    }
    if (range_.kind == CronFieldKind::day_of_month && text_.ends_with('W')) {
      return single(CronItem::Kind::nearest_weekday, text_.substr(0, text_.size() - 1));
    }
    if (range_.kind == CronFieldKind::day_of_week) {
      if (text_.ends_with('L')) return single(CronItem::Kind::last_weekday, text_.substr(0, text_.size() - 1));
      if (const auto hash = text_.find('#'); hash != text_.npos) return nth_weekday(hash);
    }
    return range_item();
  }

  CronItem single(CronItem::Kind kind, std::string_view text) {
    const int day = value(text);
    return {.kind = kind, .first = day, .last = day};
  }

  CronItem nth_weekday(std::size_t hash) {
    CronItem item = single(CronItem::Kind::nth_weekday, text_.substr(0, hash));
    const std::string_view nth = text_.substr(hash + 1);
    item.nth = parse_small_number(nth).value_or(0);
    if (!error_ && (item.nth < 1 || item.nth > kWeeksPerMonthMax)) {
      return fail(ScheduleErrorKind::out_of_range,
                  "the number after `#` is " + quoted_start(nth) + "; it runs from 1 to 5");
    }
    return item;
  }

  CronItem range_item() {
    CronItem item{.kind = CronItem::Kind::range, .first = range_.min, .last = range_.max};
    const auto slash = text_.find('/');
    const std::string_view span = text_.substr(0, slash);
    item.stepped = slash != text_.npos;

    if (const auto dash = span.find('-'); dash != span.npos) {
      item.first = value(span.substr(0, dash));
      item.last = value(span.substr(dash + 1));
    } else if (span != "*") {
      item.first = value(span);
      if (!item.stepped) item.last = item.first;
    }
    if (item.stepped) item.step = step(text_.substr(slash + 1));
    if (!error_ && item.last < item.first && range_.kind == CronFieldKind::year) {
      return fail(ScheduleErrorKind::out_of_range, "the years " + quoted_start(span) + " run backwards");
    }
    return item;
  }

  int step(std::string_view text) {
    const auto step = parse_small_number(text);
    if (!step) {
      fail(ScheduleErrorKind::bad_syntax, "the step " + quoted_start(text) + " of the " + name() + " is not a number");
    } else if (*step == 0) {
      fail(ScheduleErrorKind::out_of_range, "the step of the " + name() + " is 0; it must be at least 1");
    }
    return step.value_or(1);
  }

  int value(std::string_view text) {
    for (std::size_t i = 0; i < range_.names.size(); ++i) {
      if (same_letters(text, range_.names[i])) return range_.min + static_cast<int>(i);
    }
    const auto number = parse_small_number(text);
    if (!number) {
      fail(ScheduleErrorKind::bad_syntax,
           text.empty() ? "the " + name() + " is incomplete" : quoted_start(text) + " is no " + name());
      return range_.min;
    }
    if (*number < range_.min || *number > range_.max) {
      fail(ScheduleErrorKind::out_of_range, name() + " " + std::to_string(*number) + " is out of range; it runs from " +
                                                bound(range_, range_.min) + " to " + bound(range_, range_.max));
    }
    return *number;
  }

  CronItem fail(ScheduleErrorKind kind, std::string message) {
    if (!error_) error_ = {.kind = kind, .at = {offset_, offset_ + text_.size()}, .message = std::move(message)};
    return {};
  }

  bool is_day_field() const {
    return range_.kind == CronFieldKind::day_of_month || range_.kind == CronFieldKind::day_of_week;
  }
  std::string name() const { return std::string(range_.name); }

  std::string_view text_;
  const CronFieldRange& range_;
  std::size_t offset_;
  std::optional<ScheduleError> error_;
};

/// `?` and `#` stand alone in their field.
bool stands_alone(const CronItem& item) {
  return item.kind == CronItem::Kind::any || item.kind == CronItem::Kind::nth_weekday;
}

}  // namespace

std::span<const CronFieldRange, 6> cron_fields() { return kFields; }

std::string quoted_start(std::string_view text) {
  constexpr std::size_t kLengthMax = 40;
  std::size_t length = std::min(text.size(), kLengthMax);
  // Half a character would make the message invalid UTF-8.
  while (length < text.size() && length > 0 && (static_cast<unsigned char>(text[length]) & 0xc0U) == 0x80U) --length;
  return "`" + std::string(text.substr(0, length)) + (length < text.size() ? "..." : "") + "`";
}

std::optional<int> parse_small_number(std::string_view text) {
  constexpr std::size_t kDigitsMax = 9;
  if (text.empty() || text.size() > kDigitsMax || text.front() < '0' || text.front() > '9') return std::nullopt;
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return number;
}

std::variant<CronItems, ScheduleError> parse_cron_field(std::string_view field, const CronFieldRange& range,
                                                        std::size_t offset) {
  CronItems items;
  for (std::size_t begin = 0; begin <= field.size();) {
    const std::size_t end = std::min(field.find(',', begin), field.size());
    auto item = ItemReader(field.substr(begin, end - begin), range, offset + begin).read();
    if (auto* error = std::get_if<ScheduleError>(&item)) return std::move(*error);
    items.push_back(std::get<CronItem>(item));
    begin = end + 1;
  }
  if (items.size() > 1 && std::any_of(items.begin(), items.end(), stands_alone)) {
    return ScheduleError{.kind = ScheduleErrorKind::bad_syntax,
                         .at = {offset, offset + field.size()},
                         .message = "an entry with `?` or `#` must be the only one of its field"};
  }
  return items;
}

}  // namespace holdfast

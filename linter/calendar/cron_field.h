#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace holdfast {

/// Half-open range of bytes within the text of an expression.
struct ByteRange {
  std::size_t begin = 0;
  std::size_t end = 0;

  bool operator==(const ByteRange&) const = default;
};

enum class ScheduleErrorKind {
  not_an_expression,  ///< Neither cron(...) nor rate(...), or a bracket is missing.
  missing_year,       ///< Five fields inside cron(): `YearField::optional` tells whether a sixth `*` would help.
  wrong_field_count,
  day_fields_conflict,  ///< Not exactly one of day of month and day of week is `?`.
  out_of_range,
  bad_syntax,
  unsupported,  ///< Known elsewhere, documented nowhere for this dialect: `LW`, `L-3`, at(...).
  never_fires,  ///< Well formed, but no such date exists in any of its years.
};

struct ScheduleError {
  ScheduleErrorKind kind{};
  ByteRange at{};         ///< The narrowest text that is wrong, as bytes of the parsed text.
  std::string message{};  ///< A sentence without full stop, in plain words.
  int field_count = 0;    ///< Fields found, for `missing_year` and `wrong_field_count`.
};

enum class CronFieldKind { minute, hour, day_of_month, month, day_of_week, year };

/// What a field may hold: its name, its bounds, the names of its values counted from `min`.
struct CronFieldRange {
  CronFieldKind kind{};
  std::string_view name;
  int min = 0;
  int max = 0;
  std::span<const std::string_view> names;
};

/// The six fields in their order.
std::span<const CronFieldRange, 6> cron_fields();

/// One member of a field's list.
struct CronItem {
  enum class Kind {
    range,            ///< `first` to `last` by `step`; wraps past the field's end when `last < first`.
    any,              ///< `?`
    last,             ///< `L`: the last day of the month, or the last day of the week.
    last_weekday,     ///< `6L`: the last such weekday of the month.
    nearest_weekday,  ///< `15W`: Monday to Friday nearest to the date, within its month.
    nth_weekday,      ///< `5#2`: the second such weekday of the month.
  };

  Kind kind{};
  int first = 0;
  int last = 0;
  int step = 1;
  bool stepped = false;  ///< The author wrote a step.
  int nth = 0;           ///< 1 to 5, for `nth_weekday`.
};

using CronItems = std::vector<CronItem>;

/// Reads one field; `offset` is its place in the whole text and only moves the error's range.
std::variant<CronItems, ScheduleError> parse_cron_field(std::string_view field, const CronFieldRange& range,
                                                        std::size_t offset);

/// The text in back quotes for a message, its end left out when it is long.
std::string quoted_start(std::string_view text);

/// Reads an unsigned decimal number of at most nine digits.
std::optional<int> parse_small_number(std::string_view text);

}  // namespace holdfast

#include "calendar/zone_rule.h"

#include "calendar/cron.h"

#include <algorithm>

namespace holdfast {
namespace {

namespace chrono = std::chrono;

/// Consumes the text from the front; every reader yields nothing on text it does not accept.
class RuleReader {
 public:
  explicit RuleReader(std::string_view text) : rest_(text) {}

  std::optional<ZoneRule> read() {
    ZoneRule rule;
    if (!name()) return std::nullopt;
    const auto behind = duration(kOffsetHoursMax);
    if (!behind) return std::nullopt;
    rule.offset = -*behind;
    if (rest_.empty()) return rule;

    ZoneRule::DaylightSaving saving{.offset = rule.offset + chrono::hours{1}, .begin = {}, .end = {}};
    if (!name()) return std::nullopt;
    if (!rest_.empty() && rest_.front() != ',') {
      const auto saving_behind = duration(kOffsetHoursMax);
      if (!saving_behind) return std::nullopt;
      saving.offset = -*saving_behind;
    }
    const auto begin = change();
    const auto end = change();
    if (!begin || !end || !rest_.empty()) return std::nullopt;
    saving.begin = *begin;
    saving.end = *end;
    rule.daylight_saving = saving;
    return rule;
  }

 private:
  static constexpr int kOffsetHoursMax = 22;
  static constexpr int kTimeHoursMax = 167;
  static constexpr std::size_t kNameLengthMin = 3;

  bool accept(char wanted) {
    if (rest_.empty() || rest_.front() != wanted) return false;
    rest_.remove_prefix(1);
    return true;
  }

  std::optional<int> number(int min, int max) {
    const std::size_t length = std::min(rest_.find_first_not_of("0123456789"), rest_.size());
    const auto value = parse_small_number(rest_.substr(0, length));
    if (!value || *value < min || *value > max) return std::nullopt;
    rest_.remove_prefix(length);
    return value;
  }

  bool name() {
    if (accept('<')) {
      const std::size_t end = rest_.find('>');
      if (end == rest_.npos) return false;
      rest_.remove_prefix(end + 1);
      return end >= kNameLengthMin;
    }
    const auto is_letter = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); };
    const auto end = std::find_if_not(rest_.begin(), rest_.end(), is_letter);
    const auto length = static_cast<std::size_t>(end - rest_.begin());
    rest_.remove_prefix(length);
    return length >= kNameLengthMin;
  }

  std::optional<chrono::minutes> duration(int hours_max) {
    const bool negative = accept('-');
    if (!negative) accept('+');
    const auto hours = number(0, hours_max);
    if (!hours) return std::nullopt;
    chrono::seconds total = chrono::hours{*hours};
    for (const chrono::seconds unit : {chrono::seconds{60}, chrono::seconds{1}}) {
      if (!accept(':')) break;
      const auto part = number(0, 59);
      if (!part) return std::nullopt;
      total += *part * unit;
    }
    return chrono::floor<chrono::minutes>(negative ? -total : total);
  }

  std::optional<ZoneRule::Change> change() {
    if (!accept(',')) return std::nullopt;
    auto change = date();
    if (!change) return std::nullopt;
    change->time = chrono::hours{2};
    if (accept('/')) {
      const auto time = duration(kTimeHoursMax);
      if (!time) return std::nullopt;
      change->time = *time;
    }
    return change;
  }

  std::optional<ZoneRule::Change> date() {
    ZoneRule::Change change;
    std::optional<int> day;
    if (accept('M')) {
      const auto month = number(1, 12);
      const auto week = accept('.') ? number(1, 5) : std::nullopt;
      day = accept('.') ? number(0, 6) : std::nullopt;
      if (!month || !week) return std::nullopt;
      change = {.kind = ZoneRule::Change::Kind::weekday_of_month, .month = *month, .week = *week};
    } else if (accept('J')) {
      day = number(1, 365);
      change.kind = ZoneRule::Change::Kind::day_without_leap;
    } else {
      day = number(0, 365);
      change.kind = ZoneRule::Change::Kind::day_of_year;
    }
    if (!day) return std::nullopt;
    change.day = *day;
    return change;
  }

  std::string_view rest_;
};

chrono::sys_days day_of(const ZoneRule::Change& change, chrono::year year) {
  constexpr int kLastWeek = 5;
  const chrono::sys_days new_year{year / chrono::January / 1};
  switch (change.kind) {
    case ZoneRule::Change::Kind::day_of_year: return new_year + chrono::days{change.day};
    case ZoneRule::Change::Kind::day_without_leap: {
      constexpr int kEndOfFebruary = 59;
      const bool shifted = year.is_leap() && change.day > kEndOfFebruary;
      return new_year + chrono::days{change.day - 1 + (shifted ? 1 : 0)};
    }
    case ZoneRule::Change::Kind::weekday_of_month: break;
  }
  const auto month = year / chrono::month{static_cast<unsigned>(change.month)};
  const chrono::weekday weekday{static_cast<unsigned>(change.day)};
  if (change.week == kLastWeek) return chrono::sys_days{month / weekday[chrono::last]};
  return chrono::sys_days{month / weekday[static_cast<unsigned>(change.week)]};
}

}  // namespace

std::optional<ZoneRule> parse_zone_rule(std::string_view text) { return RuleReader(text).read(); }

void extend(std::vector<Zone::Transition>& transitions, const ZoneRule& rule) {
  if (!rule.daylight_saving) return;
  const ZoneRule::DaylightSaving& saving = *rule.daylight_saving;
  const Instant listed_until = transitions.empty() ? Instant::min() : transitions.back().at;

  std::vector<Zone::Transition> continued;
  for (chrono::year year{kCronYearMin}; year <= chrono::year{kCronYearMax + 1}; ++year) {
    continued.push_back({day_of(saving.begin, year) + saving.begin.time - rule.offset, saving.offset});
    continued.push_back({day_of(saving.end, year) + saving.end.time - saving.offset, rule.offset});
  }
  std::erase_if(continued, [&](const Zone::Transition& each) { return each.at <= listed_until; });
  std::sort(continued.begin(), continued.end(), [](const auto& a, const auto& b) { return a.at < b.at; });
  transitions.insert(transitions.end(), continued.begin(), continued.end());
}

}  // namespace holdfast

#include "calendar/weekly_window.h"

#include "calendar/run_days.h"

#include <array>
#include <cctype>

namespace holdfast {

namespace {

using std::chrono::minutes;

constexpr minutes kDay{1440};
constexpr minutes kWeek = 7 * kDay;
constexpr std::array<std::string_view, 7> kWeekdays = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

struct Moment {
  minutes at{};
  bool has_weekday = false;
};

std::optional<int> two_digits(std::string_view text, int limit) {
  if (text.size() != 2 || !std::isdigit(static_cast<unsigned char>(text[0])) ||
      !std::isdigit(static_cast<unsigned char>(text[1])))
    return std::nullopt;
  const int value = (text[0] - '0') * 10 + (text[1] - '0');
  return value < limit ? std::optional(value) : std::nullopt;
}

std::optional<minutes> weekday(std::string_view text) {
  std::string name;
  for (const char c : text) name += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  for (std::size_t i = 0; i < kWeekdays.size(); ++i) {
    if (name == kWeekdays[i]) return static_cast<int>(i) * kDay;
  }
  return std::nullopt;
}

std::optional<Moment> parse_moment(std::string_view text) {
  Moment moment;
  if (text.size() == 9) {
    const auto day = weekday(text.substr(0, 3));
    if (!day || text[3] != ':') return std::nullopt;
    moment = {*day, true};
    text.remove_prefix(4);
  }
  if (text.size() != 5 || text[2] != ':') return std::nullopt;
  const auto hour = two_digits(text.substr(0, 2), 24);
  const auto minute = two_digits(text.substr(3), 60);
  if (!hour || !minute) return std::nullopt;
  moment.at += minutes(*hour * 60 + *minute);
  return moment;
}

}  // namespace

std::optional<WeeklyWindow> parse_weekly_window(std::string_view text) {
  const std::size_t dash = text.find('-');
  if (dash == std::string_view::npos) return std::nullopt;
  const auto begin = parse_moment(text.substr(0, dash));
  const auto end = parse_moment(text.substr(dash + 1));
  if (!begin || !end || begin->has_weekday != end->has_weekday) return std::nullopt;
  const minutes period = begin->has_weekday ? kWeek : kDay;
  return WeeklyWindow{begin->at, (end->at - begin->at + period) % period, !begin->has_weekday};
}

bool runs_into(const Cron& cron, std::shared_ptr<const Zone> zone, const WeeklyWindow& window, minutes lead) {
  using namespace std::chrono;
  constexpr sys_days kFirst{2024y / January / 1};  // a Monday
  const minutes period = window.is_daily ? kDay : kWeek;
  RunDays days_of_runs(cron, std::move(zone));
  for (sys_days day = kFirst; day < kFirst + days(366); day += days(1)) {
    const RunDays::Shape shape = days_of_runs.shape(day);
    if (shape.is_empty()) continue;
    for (const int minute : days_of_runs.minutes(day, shape)) {
      const minutes since_begin = minutes(day - kFirst) + minutes(minute) - window.begin + lead;
      const minutes into = (since_begin % period + period) % period;
      if (into > minutes(0) && into < window.length + lead) return true;
      if (into == minutes(0) && lead == minutes(0)) return true;
    }
  }
  return false;
}

}  // namespace holdfast

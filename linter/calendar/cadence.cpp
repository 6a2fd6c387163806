#include "calendar/cadence.h"

#include "calendar/run_days.h"

#include <algorithm>
#include <utility>

namespace holdfast {
namespace {

namespace chrono = std::chrono;
using chrono::minutes;

constexpr minutes kDay = chrono::days{1};
// Start windows that are open when the horizon begins have opened before it.
constexpr chrono::days kWarmUp{7};
// Together a few tenths of a second of work.
constexpr std::size_t kStepsMax = 20'000'000;
constexpr std::size_t kLanesMax = 128;
constexpr minutes kStartWindowMax = chrono::days{366} * (kCronYearMax - kCronYearMin);

minutes clamped_start_window(const Recurrence& recurrence) {
  return std::clamp(recurrence.start_window, minutes{0}, kStartWindowMax);
}

/// A cron recurrence, ready to be walked through.
struct Lane {
  RunDays days;
  minutes start_window;
  std::optional<chrono::days> retention;
  int group;
  std::size_t index;  ///< In the caller's list.
};

bool is_kept_longer(const std::optional<chrono::days>& a, const std::optional<chrono::days>& b) {
  return b && (!a || *a > *b);
}

/// What the past leaves to a day, in minutes from its start.
struct State {
  std::optional<minutes> last_run;
  std::vector<minutes> windows_end;  ///< By lane; zero when closed.

  void advance(minutes time) {
    if (last_run) *last_run -= time;
    for (minutes& end : windows_end) end = std::max(end - time, minutes{0});
  }
  bool operator==(const State&) const = default;
};

struct Tally {
  explicit Tally(std::size_t recurrences) : runs(recurrences) {}

  minutes shortest = kNever;
  minutes longest{0};
  minutes longest_with_start_window{0};
  minutes total{0};
  std::int64_t gaps = 0;
  std::vector<Cadence::Runs> runs;
  bool is_complete = true;

  void add(minutes gap, minutes start_window) {
    shortest = std::min(shortest, gap);
    longest = std::max(longest, gap);
    longest_with_start_window = std::max(longest_with_start_window, gap + start_window);
    total += gap;
    ++gaps;
  }
  void add(const Tally& other) {
    shortest = std::min(shortest, other.shortest);
    longest = std::max(longest, other.longest);
    longest_with_start_window = std::max(longest_with_start_window, other.longest_with_start_window);
    total += other.total;
    gaps += other.gaps;
    for (std::size_t i = 0; i < runs.size(); ++i) {
      runs[i].planned += other.runs[i].planned;
      runs[i].swallowed += other.runs[i].swallowed;
    }
  }
};

/// Walks through days of universal time. Days of one shape that begin in one state end alike, so the last few
/// different days are remembered instead of being walked again.
class Walk {
 public:
  Walk(std::span<const Recurrence> recurrences, Horizon horizon, bool clocks_change)
      : begin_(chrono::year{horizon.first_year} / 1 / 1),
        end_(chrono::year{horizon.first_year + horizon.years} / 1 / 1),
        tally_(recurrences.size()) {
    for (std::size_t i = 0; i < recurrences.size(); ++i) add_lane(recurrences[i], i, clocks_change);
    std::stable_sort(lanes_.begin(), lanes_.end(),
                     [](const Lane& a, const Lane& b) { return is_kept_longer(a.retention, b.retention); });
    state_.windows_end.resize(lanes_.size());
    shapes_.resize(lanes_.size());
  }

  /// Whether the clocks of any zone change within the horizon.
  bool has_clock_changes() const { return has_clock_changes_; }

  Tally run() && {
    tally_.is_complete = lanes_.size() <= kLanesMax;
    if (lanes_.empty() || !tally_.is_complete) return std::move(tally_);
    const chrono::sys_days last{chrono::year{kCronYearMax + 1} / 1 / 1};
    State week_ago;
    for (auto day = begin_ - kWarmUp; day <= last && !is_past_end(day); day += chrono::days{1}) {
      if (repeats_weekly_ && day > begin_ && (day - begin_) % chrono::days{7} == chrono::days{0}) {
        if (state_.last_run && state_ == week_ago) break;
        week_ago = state_;
        tally_ = Tally(tally_.runs.size());
      }
      pass(day);
      state_.advance(kDay);
      tally_.is_complete = steps_ <= kStepsMax;
      if (!tally_.is_complete) break;
    }
    return std::move(tally_);
  }

 private:
  struct Memory {
    std::vector<RunDays::Shape> shapes;
    State before;
    State after;
    Tally tally;
  };
  struct Run {
    int minute;
    std::size_t lane;
    bool operator<(const Run& other) const {
      return minute != other.minute ? minute < other.minute : lane < other.lane;
    }
  };

  void add_lane(const Recurrence& recurrence, std::size_t index, bool clocks_change) {
    const Cron* cron = std::get_if<Cron>(&recurrence.schedule);
    if (!cron) return;
    const bool changes = !recurrence.zone->constant_offset(begin_ - chrono::days{1}, end_);
    auto zone =
        changes && !clocks_change ? std::make_shared<const Zone>(recurrence.zone->offset_at(begin_)) : recurrence.zone;
    lanes_.push_back({.days = RunDays(*cron, std::move(zone)),
                      .start_window = clamped_start_window(recurrence),
                      .retention = recurrence.retention,
                      .group = recurrence.group,
                      .index = index});
    has_clock_changes_ = has_clock_changes_ || changes;
    repeats_weekly_ = repeats_weekly_ && !(changes && clocks_change) && holdfast::repeats_weekly(*cron);
  }

  bool is_past_end(chrono::sys_days day) const { return state_.last_run && day + *state_.last_run >= end_; }

  /// Whether a gap that now ends counts.
  bool is_within_horizon(chrono::sys_days day) const {
    return state_.last_run && day + *state_.last_run >= begin_ && !is_past_end(day);
  }

  void pass(chrono::sys_days day) {
    steps_ += lanes_.size();
    bool empty = true;
    bool calm = day < end_ && is_within_horizon(day);
    for (std::size_t i = 0; i < lanes_.size(); ++i) {
      shapes_[i] = lanes_[i].days.shape(day);
      empty = empty && shapes_[i].is_empty();
      calm = calm && shapes_[i].is_calm;
    }
    if (empty) return;
    if (!calm) return tally_.add(walk(day));

    const auto known = std::find_if(memories_.begin(), memories_.end(), [&](const Memory& memory) {
      return memory.before == state_ && memory.shapes == shapes_;
    });
    if (known != memories_.end()) {
      tally_.add(known->tally);
      state_ = known->after;
      return;
    }
    Memory memory{.shapes = shapes_, .before = state_, .after = {}, .tally = walk(day)};
    memory.after = state_;
    tally_.add(memory.tally);
    remember(std::move(memory));
  }

  void remember(Memory memory) {
    constexpr std::size_t kMemoriesMax = 8;
    if (memories_.size() < kMemoriesMax) {
      memories_.push_back(std::move(memory));
    } else {
      memories_[oldest_] = std::move(memory);
      oldest_ = (oldest_ + 1) % kMemoriesMax;
    }
  }

  Tally walk(chrono::sys_days day) {
    runs_.clear();
    for (std::size_t i = 0; i < lanes_.size(); ++i) {
      for (const int minute : lanes_[i].days.minutes(day, shapes_[i])) runs_.push_back({minute, i});
    }
    if (lanes_.size() > 1) std::sort(runs_.begin(), runs_.end());
    steps_ += runs_.size() * lanes_.size();

    Tally tally(tally_.runs.size());
    for (const Run& run : runs_) {
      const Lane& lane = lanes_[run.lane];
      const minutes now{run.minute};
      Cadence::Runs& runs = tally.runs[lane.index];
      ++runs.planned;
      if (is_swallowed(lane, now)) {
        ++runs.swallowed;
        continue;
      }
      state_.windows_end[run.lane] = now + lane.start_window;
      if (is_within_horizon(day) && *state_.last_run < now) tally.add(now - *state_.last_run, lane.start_window);
      state_.last_run = now;
    }
    return tally;
  }

  bool is_swallowed(const Lane& lane, minutes now) const {
    for (std::size_t i = 0; i < lanes_.size(); ++i) {
      if (lanes_[i].group == lane.group && state_.windows_end[i] > now &&
          is_kept_longer(lanes_[i].retention, lane.retention)) {
        return true;
      }
    }
    return false;
  }

  chrono::sys_days begin_;
  chrono::sys_days end_;
  std::vector<Lane> lanes_;  // Longest kept first: of two runs at one instant it is the other that is swallowed.
  bool repeats_weekly_ = true;
  bool has_clock_changes_ = false;
  State state_;
  Tally tally_;
  std::vector<RunDays::Shape> shapes_;
  std::vector<Memory> memories_;
  std::size_t oldest_ = 0;
  std::size_t steps_ = 0;
  std::vector<Run> runs_;
};

/// The paces of the rates alone, with and without start window.
struct RatePace {
  minutes interval = kNever;
  minutes with_start_window = kNever;
};

RatePace rate_pace(std::span<const Recurrence> recurrences) {
  RatePace pace;
  for (const Recurrence& recurrence : recurrences) {
    const Rate* rate = std::get_if<Rate>(&recurrence.schedule);
    if (!rate) continue;
    pace.interval = std::min(pace.interval, rate->interval);
    pace.with_start_window = std::min(pace.with_start_window, rate->interval + clamped_start_window(recurrence));
  }
  return pace;
}

}  // namespace

Cadence measure_cadence(std::span<const Recurrence> recurrences, Horizon horizon) {
  Walk walk(recurrences, horizon, true);
  const bool has_clock_changes = walk.has_clock_changes();
  Tally tally = std::move(walk).run();

  const RatePace rate = rate_pace(recurrences);
  Cadence cadence{.shortest = rate.interval,
                  .longest = rate.interval,
                  .longest_by_wall_clock = rate.interval,
                  .longest_with_start_window = rate.with_start_window,
                  .longest_with_start_window_by_wall_clock = rate.with_start_window,
                  .mean = rate.interval,
                  .runs = std::move(tally.runs),
                  .is_complete = tally.is_complete};
  if (tally.gaps == 0) return cadence;
  const bool is_by_wall_clock = !has_clock_changes || !tally.is_complete;
  const Tally by_wall_clock = is_by_wall_clock ? tally : Walk(recurrences, horizon, false).run();
  const auto lower = [](minutes& figure, minutes other) { figure = std::min(figure, other); };
  lower(cadence.shortest, tally.shortest);
  lower(cadence.longest, tally.longest);
  lower(cadence.longest_by_wall_clock, by_wall_clock.longest);
  lower(cadence.longest_with_start_window, tally.longest_with_start_window);
  lower(cadence.longest_with_start_window_by_wall_clock, by_wall_clock.longest_with_start_window);
  lower(cadence.mean, tally.total / tally.gaps);
  return cadence;
}

}  // namespace holdfast

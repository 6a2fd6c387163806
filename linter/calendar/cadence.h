#pragma once

#include "calendar/schedule.h"
#include "calendar/zone.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace holdfast {

/// A gap that never ends.
inline constexpr std::chrono::minutes kNever = std::chrono::minutes::max();

/// A schedule in its surroundings.
struct Recurrence {
  Schedule schedule;
  std::shared_ptr<const Zone> zone = std::make_shared<const Zone>();  ///< Never null.
  /// While a run may still start, runs of the same group whose results are kept for less time are swallowed.
  std::chrono::minutes start_window{0};
  std::optional<std::chrono::days> retention = std::nullopt;  ///< Absent: for ever.
  int group = 0;
};

/// The years looked at. 28 hold every pairing of dates, weekdays and leap years, from 1901 to 2099.
struct Horizon {
  int first_year = 2024;
  int years = 28;
};

/// How regularly something happens that several recurrences bring about together.
struct Cadence {
  struct Runs {
    std::int64_t planned = 0;
    std::int64_t swallowed = 0;
  };

  std::chrono::minutes shortest = kNever;
  std::chrono::minutes longest = kNever;
  /// `longest`, had the clocks stayed as they were when the horizon begins: the rest is daylight saving.
  std::chrono::minutes longest_by_wall_clock = kNever;
  /// The longest, counted to the end of the start window of the run that ends the gap; of two runs at one instant,
  /// the one kept longer.
  std::chrono::minutes longest_with_start_window = kNever;
  std::chrono::minutes longest_with_start_window_by_wall_clock = kNever;
  std::chrono::minutes mean = kNever;
  /// For each recurrence; counted over one round where all repeat themselves weekly. A rate has none.
  std::vector<Runs> runs;
  /// False when the recurrences are too many or too dense together: the figures then stand for a part of the horizon,
  /// or for none of it.
  bool is_complete = true;
};

/// Measures the gaps that begin within the horizon, to the first run after it. All are `kNever` unless there are two
/// runs. Runs at one instant count once; a swallowed run swallows none. A rate neither swallows nor is swallowed,
/// and of the moments from which it could be counted `longest` assumes the worst and `shortest` none.
Cadence measure_cadence(std::span<const Recurrence> recurrences, Horizon horizon = {});

}  // namespace holdfast

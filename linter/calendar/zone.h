#pragma once

#include <chrono>
#include <optional>
#include <vector>

namespace holdfast {

/// A minute of universal time.
using Instant = std::chrono::sys_time<std::chrono::minutes>;
/// A minute as a clock on the wall shows it.
using WallTime = std::chrono::local_time<std::chrono::minutes>;

/// How the clocks of a place differ from universal time. Offsets are whole minutes, as everywhere since 1972, and
/// shorter than a day.
class Zone {
 public:
  struct Transition {
    Instant at;
    std::chrono::minutes offset;  ///< From `at` on.
  };

  Zone() = default;
  /// `transitions` ascend by time.
  explicit Zone(std::chrono::minutes first_offset, const std::vector<Transition>& transitions = {});

  std::chrono::minutes offset_at(Instant instant) const;

  /// The offset if it is the same all through [begin, end).
  std::optional<std::chrono::minutes> constant_offset(Instant begin, Instant end) const;

  /// A wall time that the clocks skip has no instant; one that they show twice has the first.
  std::optional<Instant> instant_of(WallTime wall) const;

  WallTime wall_time(Instant instant) const;

 private:
  std::chrono::minutes first_offset_{};
  std::vector<Transition> transitions_;  // Ascending; every one changes the offset.
};

}  // namespace holdfast

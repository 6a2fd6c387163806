#include "calendar/zone.h"

#include <algorithm>

namespace holdfast {

namespace chrono = std::chrono;

Zone::Zone(chrono::minutes first_offset, const std::vector<Transition>& transitions) : first_offset_(first_offset) {
  chrono::minutes offset = first_offset;
  for (const Transition& transition : transitions) {
    if (transition.offset == offset) continue;
    offset = transition.offset;
    transitions_.push_back(transition);
  }
}

chrono::minutes Zone::offset_at(Instant instant) const {
  const auto next = std::upper_bound(transitions_.begin(), transitions_.end(), instant,
                                     [](Instant at, const Transition& transition) { return at < transition.at; });
  return next == transitions_.begin() ? first_offset_ : std::prev(next)->offset;
}

std::optional<chrono::minutes> Zone::constant_offset(Instant begin, Instant end) const {
  const auto next = std::upper_bound(transitions_.begin(), transitions_.end(), begin,
                                     [](Instant at, const Transition& transition) { return at < transition.at; });
  if (next != transitions_.end() && next->at < end) return std::nullopt;
  return next == transitions_.begin() ? first_offset_ : std::prev(next)->offset;
}

std::optional<Instant> Zone::instant_of(WallTime wall) const {
  // No offset reaches a day, so a day to either side lies safely before and after any transition at this wall time.
  const Instant same_digits{wall.time_since_epoch()};
  const Instant before = same_digits - offset_at(same_digits - chrono::days{1});
  const Instant after = same_digits - offset_at(same_digits + chrono::days{1});
  const auto [first, second] = std::minmax(before, after);
  if (wall_time(first) == wall) return first;
  if (wall_time(second) == wall) return second;
  return std::nullopt;
}

WallTime Zone::wall_time(Instant instant) const { return WallTime{instant.time_since_epoch() + offset_at(instant)}; }

}  // namespace holdfast

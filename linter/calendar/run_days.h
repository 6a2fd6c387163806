#pragma once

#include "calendar/cron.h"
#include "calendar/zone.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace holdfast {

/// The runs of one schedule in one zone, by days of universal time.
class RunDays {
 public:
  /// What decides a day's runs: two days of equal, calm shape have runs at the same minutes.
  struct Shape {
    bool is_calm = true;           ///< The clocks do not change on this day or the day before.
    std::chrono::minutes shift{};  ///< How far into the first local date the day begins.
    bool first_date_fires = false;
    bool second_date_fires = false;

    bool is_empty() const { return is_calm && !first_date_fires && !second_date_fires; }
    bool operator==(const Shape&) const = default;
  };

  RunDays(const Cron& cron, std::shared_ptr<const Zone> zone);

  /// Cheapest when asked day after day.
  Shape shape(std::chrono::sys_days day);

  /// Minutes of the day at which the schedule runs, ascending.
  const std::vector<int>& minutes(std::chrono::sys_days day, const Shape& shape);

 private:
  bool fires_on(std::chrono::sys_days local_date);

  Cron cron_;
  std::shared_ptr<const Zone> zone_;
  std::vector<int> firing_minutes_;
  std::chrono::sys_days month_begin_{};  // The month whose days `firing_days_` holds.
  std::chrono::sys_days month_end_{};
  std::uint32_t firing_days_ = 0;
  std::vector<int> minutes_;
};

/// The first run after an instant, if the schedule's years hold one.
std::optional<Instant> next_run(const Cron& cron, std::shared_ptr<const Zone> zone, Instant after);

}  // namespace holdfast

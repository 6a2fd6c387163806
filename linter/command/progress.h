#pragma once

#include <chrono>
#include <cstddef>
#include <mutex>
#include <string_view>

namespace holdfast {

/// A line on standard error that says how far a run is, and is gone when it ends. Only on a terminal, and only when a
/// run takes long enough for somebody to wonder.
class Progress {
 public:
  explicit Progress(bool is_shown) : is_shown_(is_shown), next_(Clock::now() + kPatience) {}
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  ~Progress() { wipe(); }

  /// Takes what is told to it from any thread.
  void add_work(std::size_t count);
  void finish(std::string_view what);
  void wipe();

 private:
  using Clock = std::chrono::steady_clock;
  static constexpr std::chrono::milliseconds kPatience{400};
  static constexpr std::chrono::milliseconds kPause{100};

  std::mutex mutex_;
  bool is_shown_;
  bool is_drawn_ = false;
  std::size_t total_ = 0;
  std::size_t done_ = 0;
  Clock::time_point next_;  // when to draw again
};

}  // namespace holdfast

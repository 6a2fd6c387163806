#include "command/progress.h"

#include "report/display_text.h"

#include <fmt/format.h>

#include <iostream>
#include <string>

namespace holdfast {

namespace {

// Of the line; no terminal is narrower.
constexpr std::size_t kWidth = 78;

}  // namespace

void Progress::add_work(std::size_t count) {
  const std::lock_guard lock(mutex_);
  total_ += count;
}

void Progress::finish(std::string_view what) {
  const std::lock_guard lock(mutex_);
  ++done_;
  const Clock::time_point now = Clock::now();
  if (!is_shown_ || now < next_) return;
  next_ = now + kPause;
  is_drawn_ = true;
  std::string line = fmt::format("{}/{} {}", done_, total_, one_line(what));
  if (display_width(line) > kWidth) line = fmt::format("{}/{}", done_, total_);
  std::cerr << "\r\x1b[K" << line << std::flush;
}

void Progress::wipe() {
  const std::lock_guard lock(mutex_);
  if (is_drawn_) std::cerr << "\r\x1b[K" << std::flush;
  is_drawn_ = false;
}

}  // namespace holdfast

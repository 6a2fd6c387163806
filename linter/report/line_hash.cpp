#include "report/line_hash.h"

#include "text/unicode.h"

#include <fmt/format.h>

#include <array>
#include <optional>
#include <unordered_map>

namespace holdfast {
namespace {

constexpr std::size_t kWindow = 100;
constexpr uint64_t kBase = 37;
constexpr uint64_t kEndOfText = 65535;

constexpr uint64_t weight_of_outgoing() {
  uint64_t weight = 1;
  for (std::size_t i = 0; i < kWindow; ++i) weight *= kBase;
  return weight;
}

/// The last 100 units, and which of them begins a line. A line's hash is known when its first unit leaves the window.
class RollingHash {
 public:
  void add(uint64_t unit) {
    if (lines_[next_]) finish(*lines_[next_]);
    lines_[next_].reset();
    if (is_line_start_) {
      lines_[next_] = hashes_.size();
      hashes_.emplace_back();
    }
    is_line_start_ = unit == '\n';
    shift(unit);
  }

  std::vector<LineHash> take() {
    for (std::size_t i = 0; i < kWindow; ++i) {
      if (lines_[next_]) finish(*lines_[next_]);
      lines_[next_].reset();
      shift(0);
    }
    return std::move(hashes_);
  }

 private:
  void finish(std::size_t line) { hashes_[line] = {.hash = hash_, .occurrence = ++occurrences_[hash_]}; }

  void shift(uint64_t unit) {
    hash_ = kBase * hash_ + unit - weight_of_outgoing() * window_[next_];
    window_[next_] = unit;
    next_ = (next_ + 1) % kWindow;
  }

  std::array<uint64_t, kWindow> window_{};
  std::array<std::optional<std::size_t>, kWindow> lines_{};
  std::size_t next_ = 0;
  uint64_t hash_ = 0;
  bool is_line_start_ = true;
  std::vector<LineHash> hashes_;
  std::unordered_map<uint64_t, uint32_t> occurrences_;
};

}  // namespace

std::string to_string(const LineHash& line) { return fmt::format("{:x}:{}", line.hash, line.occurrence); }

std::vector<LineHash> line_hashes(const SourceFile& file) {
  RollingHash rolling;
  bool is_after_return = false;
  if (file.has_byte_order_mark()) rolling.add(0xFEFF);
  for (std::string_view rest = file.text(); !rest.empty();) {
    const char32_t character = next_character(rest);
    const bool is_second_of_pair = is_after_return && character == U'\n';
    is_after_return = character == U'\r';
    if (character == U' ' || character == U'\t' || is_second_of_pair) continue;
    if (character < 0x10000) {
      rolling.add(is_after_return ? '\n' : character);
    } else {
      rolling.add(0xD800 + ((character - 0x10000) >> 10));
      rolling.add(0xDC00 + ((character - 0x10000) & 0x3FF));
    }
  }
  rolling.add(kEndOfText);
  return rolling.take();
}

}  // namespace holdfast

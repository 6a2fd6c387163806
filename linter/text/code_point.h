#pragma once

#include "text/unicode.h"

#include <cstdint>
#include <string_view>

namespace holdfast {

inline constexpr char32_t kReplacement = U'\uFFFD';

/// A character and how many bytes of UTF-8 it took. A byte that begins no well-formed character reads as U+FFFD.
struct CodePoint {
  char32_t value = kReplacement;
  uint32_t size = 1;
};

/// First character of a text that is not empty.
CodePoint first_code_point(std::string_view text);

}  // namespace holdfast

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace holdfast {

/// One character of a text. `size` is 0 where the bytes are not UTF-8.
struct Character {
  char32_t code = 0;
  std::size_t size = 0;
};

Character character_at(std::string_view text, std::size_t offset);
/// Offset of the first byte that is not well-formed UTF-8 (no surrogates, nothing overlong), or the size.
std::size_t valid_utf8_prefix(std::string_view text);
void append_utf8(std::string& text, char32_t code);

/// White space in the sense of Unicode: more than ASCII has, no-break space included.
bool is_space(char32_t code);
std::string_view trim_left(std::string_view text);
std::string_view trim_right(std::string_view text);

/// True where normalising would change nothing for sure; a fast look without tables.
bool is_surely_normalized(std::string_view text);
/// Normal form C. Bytes that are not UTF-8 leave the text as it is.
std::string normalized(std::string_view text);

}  // namespace holdfast

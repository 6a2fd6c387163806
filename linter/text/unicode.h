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
/// What stands for bytes that are not UTF-8.
inline constexpr char32_t kReplacement = U'\uFFFD';
/// Takes the first character off a text that is not empty. A byte that is not UTF-8 reads as the replacement.
char32_t next_character(std::string_view& rest);
/// Offset of the first byte that is not well-formed UTF-8 (no surrogates, nothing overlong), or the size.
std::size_t valid_utf8_prefix(std::string_view text);
void append_utf8(std::string& text, char32_t code);

/// Columns that a character takes on a terminal: 0 for combining ones, 2 for East Asian wide ones and emoji, else 1.
std::size_t display_width(char32_t code);

/// White space in the sense of Unicode: more than ASCII has, no-break space included.
bool is_space(char32_t code);
std::string_view trim_left(std::string_view text);
std::string_view trim_right(std::string_view text);

/// True where normalising would change nothing for sure; a fast look without tables.
bool is_surely_normalized(std::string_view text);
/// Normal form C. Bytes that are not UTF-8 leave the text as it is.
std::string normalized(std::string_view text);

}  // namespace holdfast

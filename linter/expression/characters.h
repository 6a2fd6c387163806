#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace holdfast {

/// Decodes one character at the front of valid UTF-8 and removes it; a broken byte is a character of its own.
char32_t take_character(std::string_view& text);

/// The text in pieces that readers see as one character: combining marks and joined emoji belong to the one before.
std::vector<std::string_view> characters(std::string_view text);

/// Letter case, character by character.
char32_t to_lower(char32_t c);
char32_t to_upper(char32_t c);
bool is_letter_or_digit(char32_t c);

}  // namespace holdfast

#include "expression/characters.h"

#include "text/unicode.h"

#include <utf8proc.h>

namespace holdfast {

char32_t take_character(std::string_view& text) {
  const Character character = character_at(text, 0);
  const char32_t c = character.size == 0 ? static_cast<unsigned char>(text[0]) : character.code;
  text.remove_prefix(character.size == 0 ? 1 : character.size);
  return c;
}

std::vector<std::string_view> characters(std::string_view text) {
  std::vector<std::string_view> result;
  utf8proc_int32_t before = 0;
  utf8proc_int32_t state = 0;
  for (std::string_view rest = text; !rest.empty();) {
    const char* const begin = rest.data();
    const auto c = static_cast<utf8proc_int32_t>(take_character(rest));
    const auto size = static_cast<std::size_t>(rest.data() - begin);
    if (result.empty() || utf8proc_grapheme_break_stateful(before, c, &state)) {
      result.push_back({begin, size});
    } else {
      result.back() = {result.back().data(), result.back().size() + size};
    }
    before = c;
  }
  return result;
}

char32_t to_lower(char32_t c) { return static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(c))); }

char32_t to_upper(char32_t c) {
  // Its capital is younger than the tables of the reference.
  if (c == U'\u00DF') return c;
  return static_cast<char32_t>(utf8proc_toupper(static_cast<utf8proc_int32_t>(c)));
}

bool is_letter_or_digit(char32_t c) {
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_ND: return true;
    default: return false;
  }
}

}  // namespace holdfast

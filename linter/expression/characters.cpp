#include "expression/characters.h"

#include <utf8proc.h>

namespace holdfast {

char32_t take_character(std::string_view& text) {
  utf8proc_int32_t c = 0;
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  const utf8proc_ssize_t size = utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(text.size()), &c);
  if (size <= 0) c = static_cast<unsigned char>(text[0]);
  text.remove_prefix(size <= 0 ? 1 : static_cast<std::size_t>(size));
  return static_cast<char32_t>(c);
}

void append_character(std::string& text, char32_t c) {
  utf8proc_uint8_t bytes[4];
  const utf8proc_ssize_t size = utf8proc_encode_char(static_cast<utf8proc_int32_t>(c), bytes);
  text.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
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
char32_t to_upper(char32_t c) { return static_cast<char32_t>(utf8proc_toupper(static_cast<utf8proc_int32_t>(c))); }

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

#include "expression/characters.h"

namespace holdfast {

namespace {

bool extends(char32_t c) {
  return (c >= 0x300 && c <= 0x36F) || (c >= 0x1AB0 && c <= 0x1AFF) || (c >= 0x20D0 && c <= 0x20FF) ||
         (c >= 0xFE00 && c <= 0xFE0F) || c == 0x200D || (c >= 0x1F3FB && c <= 0x1F3FF) ||
         (c >= 0xE0020 && c <= 0xE007F);
}

bool is_flag_letter(char32_t c) { return c >= 0x1F1E6 && c <= 0x1F1FF; }

bool in(char32_t c, char32_t first, char32_t last) { return c >= first && c <= last; }

/// Blocks in which capital and small letters alternate.
bool alternates(char32_t c) {
  return (in(c, 0x100, 0x137) && c != 0x130 && c != 0x131) || in(c, 0x14A, 0x177) || in(c, 0x460, 0x481) ||
         in(c, 0x48A, 0x4BF) || in(c, 0x4D0, 0x52F) || in(c, 0x1E00, 0x1E95) || in(c, 0x1EA0, 0x1EFF);
}

/// The same with capitals on odd numbers.
bool alternates_from_odd(char32_t c) { return in(c, 0x139, 0x148) || in(c, 0x179, 0x17E); }

}  // namespace

char32_t take_character(std::string_view& text) {
  const auto lead = static_cast<unsigned char>(text[0]);
  const std::size_t size = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  if (size == 1 || size > text.size()) {
    text.remove_prefix(1);
    return lead;
  }
  char32_t c = lead & (0xFFu >> (size + 1));
  for (std::size_t i = 1; i < size; ++i) c = (c << 6) | (static_cast<unsigned char>(text[i]) & 0x3Fu);
  text.remove_prefix(size);
  return c;
}

void append_character(std::string& text, char32_t c) {
  const auto byte = [&](char32_t bits) { text += static_cast<char>(bits); };
  if (c < 0x80) return byte(c);
  if (c < 0x800) {
    byte(0xC0 | (c >> 6));
  } else if (c < 0x10000) {
    byte(0xE0 | (c >> 12));
    byte(0x80 | ((c >> 6) & 0x3F));
  } else {
    byte(0xF0 | (c >> 18));
    byte(0x80 | ((c >> 12) & 0x3F));
    byte(0x80 | ((c >> 6) & 0x3F));
  }
  byte(0x80 | (c & 0x3F));
}

std::vector<std::string_view> characters(std::string_view text) {
  std::vector<std::string_view> result;
  char32_t before = 0;
  bool completed_flag = false;
  for (std::string_view rest = text; !rest.empty();) {
    const char* const begin = rest.data();
    const char32_t c = take_character(rest);
    const auto size = static_cast<std::size_t>(rest.data() - begin);
    completed_flag = is_flag_letter(c) && is_flag_letter(before) && !completed_flag;
    const bool joins = extends(c) || before == 0x200D || completed_flag || (before == '\r' && c == '\n');
    if (joins && !result.empty()) {
      result.back() = {result.back().data(), result.back().size() + size};
    } else {
      result.push_back({begin, size});
    }
    before = c;
  }
  return result;
}

char32_t to_lower(char32_t c) {
  if (in(c, 'A', 'Z') || (in(c, 0xC0, 0xDE) && c != 0xD7) || (in(c, 0x391, 0x3AB) && c != 0x3A2)) return c + 0x20;
  if (in(c, 0x410, 0x42F)) return c + 0x20;
  if (in(c, 0x400, 0x40F)) return c + 0x50;
  if (c == 0x178) return 0xFF;
  if (alternates(c)) return c | 1;
  if (alternates_from_odd(c)) return c + (c & 1);
  return c;
}

char32_t to_upper(char32_t c) {
  if (in(c, 'a', 'z') || (in(c, 0xE0, 0xFE) && c != 0xF7) || (in(c, 0x3B1, 0x3CB) && c != 0x3C2)) return c - 0x20;
  if (in(c, 0x430, 0x44F)) return c - 0x20;
  if (in(c, 0x450, 0x45F)) return c - 0x50;
  if (c == 0x3C2) return 0x3A3;
  if (c == 0xFF) return 0x178;
  if (alternates(c)) return c & ~char32_t{1};
  if (alternates_from_odd(c)) return c - (1 - (c & 1));
  return c;
}

bool is_letter_or_digit(char32_t c) {
  if (c < 0x80) return in(c, '0', '9') || in(c, 'a', 'z') || in(c, 'A', 'Z');
  return c >= 0xC0 && c != 0xD7 && c != 0xF7 && !in(c, 0x2000, 0x206F);
}

}  // namespace holdfast

#include "text/unicode.h"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>

namespace holdfast {
namespace {

uint8_t byte_at(std::string_view text, std::size_t offset) { return static_cast<uint8_t>(text[offset]); }

std::size_t skip_ascii(std::string_view text, std::size_t at) {
  constexpr std::size_t kStep = sizeof(uint64_t);
  for (; at + kStep <= text.size(); at += kStep) {
    uint64_t bytes = 0;
    std::memcpy(&bytes, text.data() + at, kStep);
    if ((bytes & 0x8080808080808080U) != 0) break;
  }
  while (at < text.size() && byte_at(text, at) < 0x80) ++at;
  return at;
}

}  // namespace

Character character_at(std::string_view text, std::size_t offset) {
  const uint8_t first = byte_at(text, offset);
  if (first < 0x80) return {first, 1};
  utf8proc_int32_t code = 0;
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + offset;
  const auto left = static_cast<utf8proc_ssize_t>(text.size() - offset);
  const utf8proc_ssize_t size = utf8proc_iterate(bytes, left, &code);
  if (size <= 0) return {};
  return {static_cast<char32_t>(code), static_cast<std::size_t>(size)};
}

char32_t next_character(std::string_view& rest) {
  const Character character = character_at(rest, 0);
  rest.remove_prefix(std::max<std::size_t>(1, character.size));
  return character.size == 0 ? kReplacement : character.code;
}

std::size_t valid_utf8_prefix(std::string_view text) {
  std::size_t at = skip_ascii(text, 0);
  while (at < text.size()) {
    const Character character = character_at(text, at);
    if (character.size == 0) break;
    at = skip_ascii(text, at + character.size);
  }
  return at;
}

void append_utf8(std::string& text, char32_t code) {
  utf8proc_uint8_t bytes[4];
  const utf8proc_ssize_t size = utf8proc_encode_char(static_cast<utf8proc_int32_t>(code), bytes);
  text.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
}

std::size_t display_width(char32_t code) {
  if (code >= 0x20 && code < 0x7F) return 1;
  return static_cast<std::size_t>(utf8proc_charwidth(static_cast<utf8proc_int32_t>(code)));
}

bool is_space(char32_t code) {
  if (code < 0x80) return code == ' ' || (code >= '\t' && code <= '\r');
  if (code == 0x85) return true;
  const utf8proc_category_t category = utf8proc_category(static_cast<utf8proc_int32_t>(code));
  return category == UTF8PROC_CATEGORY_ZS || category == UTF8PROC_CATEGORY_ZL || category == UTF8PROC_CATEGORY_ZP;
}

std::string_view trim_left(std::string_view text) {
  while (!text.empty()) {
    const Character first = character_at(text, 0);
    if (first.size == 0 || !is_space(first.code)) break;
    text.remove_prefix(first.size);
  }
  return text;
}

std::string_view trim_right(std::string_view text) {
  while (!text.empty()) {
    std::size_t begin = text.size() - 1;
    while (begin > 0 && (byte_at(text, begin) & 0xC0) == 0x80) --begin;
    const Character last = character_at(text, begin);
    if (last.size == 0 || !is_space(last.code)) break;
    text = text.substr(0, begin);
  }
  return text;
}

bool is_surely_normalized(std::string_view text) {
  // Below U+0300, which UTF-8 writes as CC 80, nothing combines.
  return std::all_of(text.begin(), text.end(), [](char byte) { return static_cast<uint8_t>(byte) < 0xCC; });
}

std::string normalized(std::string_view text) {
  if (is_surely_normalized(text)) return std::string(text);
  utf8proc_uint8_t* composed = nullptr;
  const utf8proc_ssize_t size =
      utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()), static_cast<utf8proc_ssize_t>(text.size()),
                   &composed, static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
  if (size < 0) return std::string(text);
  std::string result(reinterpret_cast<const char*>(composed), static_cast<std::size_t>(size));
  std::free(composed);
  return result;
}

}  // namespace holdfast

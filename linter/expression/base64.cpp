#include "expression/base64.h"

#include "expression/characters.h"
#include "text/unicode.h"

#include <cstdint>

namespace holdfast {

namespace {

constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

}  // namespace

std::string base64_encode(std::string_view bytes) {
  std::string text;
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    uint32_t group = 0;
    for (std::size_t k = 0; k < 3; ++k) {
      group = (group << 8) | (i + k < bytes.size() ? static_cast<unsigned char>(bytes[i + k]) : 0u);
    }
    for (std::size_t k = 0; k < 4; ++k) {
      text += i + k > bytes.size() ? '=' : kAlphabet[(group >> (18 - 6 * k)) & 63];
    }
  }
  return text;
}

std::optional<std::string> base64_decode(std::string_view text) {
  std::string bytes;
  std::string compact;
  for (const char c : text) {
    if (c != '\n' && c != '\r') compact += c;
  }
  if (compact.size() % 4 != 0) return std::nullopt;
  std::size_t size = compact.size();
  while (size > 0 && compact.size() - size < 2 && compact[size - 1] == '=') --size;
  uint32_t group = 0;
  int bits = 0;
  for (std::size_t i = 0; i < size; ++i) {
    const std::size_t digit = kAlphabet.find(compact[i]);
    if (digit == std::string_view::npos) return std::nullopt;
    group = (group << 6) | static_cast<uint32_t>(digit);
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes += static_cast<char>((group >> bits) & 255);
    }
  }
  return bytes;
}

std::optional<std::string> encode_text(std::string_view text, int unit, bool little_endian) {
  std::string bytes;
  const auto append = [&](char32_t c) {
    const char high = static_cast<char>(c >> 8);
    const char low = static_cast<char>(c & 255);
    bytes += little_endian ? low : high;
    bytes += little_endian ? high : low;
  };
  while (!text.empty()) {
    const char32_t c = take_character(text);
    if (unit == 1) {
      if (c > 255) return std::nullopt;
      bytes += static_cast<char>(c);
    } else if (c < 0x10000) {
      append(c);
    } else {
      append(0xD800 + ((c - 0x10000) >> 10));
      append(0xDC00 + ((c - 0x10000) & 0x3FF));
    }
  }
  return bytes;
}

std::string decode_text(std::string_view bytes, int unit, bool little_endian) {
  std::string text;
  char32_t high = 0;
  const auto byte = [&](std::size_t i) { return static_cast<char32_t>(static_cast<unsigned char>(bytes[i])); };
  for (std::size_t i = 0; i + static_cast<std::size_t>(unit) <= bytes.size(); i += static_cast<std::size_t>(unit)) {
    const char32_t c = unit == 1       ? byte(i)
                       : little_endian ? byte(i) | (byte(i + 1) << 8)
                                       : (byte(i) << 8) | byte(i + 1);
    if (c >= 0xD800 && c < 0xDC00) {
      high = c;
    } else if (c >= 0xDC00 && c < 0xE000 && high != 0) {
      append_utf8(text, 0x10000 + ((high - 0xD800) << 10) + (c - 0xDC00));
      high = 0;
    } else {
      append_utf8(text, c >= 0xD800 && c < 0xE000 ? 0xFFFD : c);
    }
  }
  return text;
}

}  // namespace holdfast

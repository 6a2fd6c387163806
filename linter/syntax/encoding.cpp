#include "syntax/encoding.h"

#include "text/unicode.h"

#include <algorithm>

namespace holdfast {
namespace {

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t' && c != '\r'; }

bool is_utf16(std::string_view source) {
  return source.starts_with("\xFF\xFE") || source.starts_with("\xFE\xFF") ||
         source.substr(0, 2).find('\0') != std::string_view::npos;
}

std::string code_point_name(char c) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  const auto value = static_cast<unsigned char>(c);
  return std::string("U+00") + kDigits[value >> 4U] + kDigits[value & 15U];
}

}  // namespace

std::optional<std::string_view> readable(FileId file, std::string_view source, std::string& buffer,
                                         const EncodingMessages& messages, Diagnostics& diagnostics) {
  const auto byte_at = [&](std::size_t offset) {
    return Span{file, static_cast<uint32_t>(offset), static_cast<uint32_t>(offset + 1)};
  };
  if (is_utf16(source)) {
    diagnostics.report(messages.not_utf8, byte_at(0));
    return std::nullopt;
  }
  const auto control = std::find_if(source.begin(), source.end(), is_control);
  const std::size_t malformed = valid_utf8_prefix(source);
  if (control == source.end() && malformed == source.size()) return source;

  buffer = source;
  if (control != source.end()) {
    const std::string name = code_point_name(*control);
    diagnostics.report(messages.control_character, byte_at(static_cast<std::size_t>(control - source.begin())), {name});
    std::replace_if(buffer.begin(), buffer.end(), is_control, ' ');
  }
  if (malformed < source.size()) diagnostics.report(messages.not_utf8, byte_at(malformed));
  for (std::size_t at = malformed; at < source.size(); at += valid_utf8_prefix(source.substr(at))) buffer[at++] = '?';
  return buffer;
}

}  // namespace holdfast

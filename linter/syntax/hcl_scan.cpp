#include "syntax/hcl_scan.h"

#include <algorithm>

namespace holdfast::hcl {

bool is_blank(char byte) { return byte == ' ' || byte == '\t'; }
bool is_white(char byte) { return is_blank(byte) || byte == '\n' || byte == '\r'; }
bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

bool is_identifier_start(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte == '_' ||
         static_cast<unsigned char>(byte) >= 0x80;
}

bool is_identifier_part(char byte) { return is_identifier_start(byte) || is_digit(byte) || byte == '-'; }

uint32_t identifier_end(std::string_view text, uint32_t at) {
  if (at >= text.size() || !is_identifier_start(text[at])) return at;
  while (at < text.size() && is_identifier_part(text[at])) ++at;
  return at;
}

uint32_t skip_blanks(std::string_view text, uint32_t at, bool across_lines) {
  while (at < text.size() && (is_blank(text[at]) || (across_lines && is_white(text[at])))) ++at;
  return at;
}

uint32_t line_begin(std::string_view text, uint32_t at) {
  return at == 0 ? 0 : static_cast<uint32_t>(text.rfind('\n', at - 1) + 1);
}

uint32_t line_end(std::string_view text, uint32_t at) {
  return static_cast<uint32_t>(std::min(text.find('\n', at), text.size()));
}

bool starts_argument(std::string_view text, uint32_t at) {
  const uint32_t name_end = identifier_end(text, at);
  if (name_end == at) return false;
  const uint32_t equals = skip_blanks(text, name_end);
  if (equals >= text.size() || text[equals] != '=') return false;
  return equals + 1 == text.size() || (text[equals + 1] != '=' && text[equals + 1] != '>');
}

bool starts_item(std::string_view text, uint32_t at) {
  if (starts_argument(text, at)) return true;
  const uint32_t name_end = identifier_end(text, at);
  if (name_end == at) return false;
  const uint32_t brace = skip_blanks(text, name_end, true);
  if (brace < text.size() && text[brace] == '{') return true;
  const uint32_t next = skip_blanks(text, name_end);
  return next < text.size() && (text[next] == '"' || (next > name_end && is_identifier_start(text[next])));
}

bool is_block_header(std::string_view text, uint32_t at) {
  if (identifier_end(text, at) == at) return false;
  while (at < text.size() && text[at] != '{') {
    uint32_t end = identifier_end(text, at);
    if (text[at] == '"') end = static_cast<uint32_t>(std::min(text.find_first_of("\"\n", at + 1), text.size() - 1)) + 1;
    if (end == at || text[end - 1] == '\n') return false;
    at = skip_blanks(text, end);
  }
  return at < text.size();
}

bool is_item(std::string_view text, uint32_t at) { return starts_argument(text, at) || is_block_header(text, at); }

uint32_t next_item_at_margin(std::string_view text, uint32_t at) {
  const auto size = static_cast<uint32_t>(text.size());
  uint32_t line = line_end(text, at) + 1;
  while (line < size && !is_item(text, line)) line = line_end(text, line) + 1;
  return std::min(line, size);
}

}  // namespace holdfast::hcl

#include "report/escape.h"

#include "report/display_text.h"
#include "text/unicode.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

namespace holdfast {
namespace {

/// Noncharacters are no XML.
char32_t printable(char32_t character) {
  const bool is_layout = character == U'\n' || character == U'\t';
  if ((character & 0xFFFE) == 0xFFFE) return kReplacement;
  return is_layout ? character : harmless(character);
}

std::string clean(std::string_view text) {
  std::string kept;
  while (!text.empty()) {
    const char32_t character = next_character(text);
    if (character != U'\r') append_utf8(kept, printable(character));
  }
  return kept;
}

bool is_alphanumeric(char byte) { return std::isalnum(static_cast<unsigned char>(byte)) != 0; }

/// Inside a word an underscore is only an underscore.
bool is_inside_word(std::string_view text, std::size_t at) {
  return at > 0 && at + 1 < text.size() && is_alphanumeric(text[at - 1]) && is_alphanumeric(text[at + 1]);
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
  return text;
}

}  // namespace

std::string markup_text(std::string_view text) {
  std::string markup;
  for (const char letter : clean(text)) {
    switch (letter) {
      case '&': markup += "&amp;"; break;
      case '<': markup += "&lt;"; break;
      case '>': markup += "&gt;"; break;
      case '"': markup += "&quot;"; break;
      case '\'': markup += "&#39;"; break;
      default: markup += letter;
    }
  }
  return markup;
}

std::string markdown_text(std::string_view text) {
  const std::string line = one_line(text);
  std::string markdown;
  for (std::size_t at = 0; at < line.size(); ++at) {
    switch (const char letter = line[at]) {
      case '&': markdown += "&amp;"; break;
      case '<': markdown += "&lt;"; break;
      case '>': markdown += "&gt;"; break;
      case '@': markdown += "@<!-- -->"; break;
      case '_':
        if (!is_inside_word(line, at)) markdown += '\\';
        markdown += letter;
        break;
      default:
        if (std::string_view("\\`*[]|~$#").find(letter) != std::string_view::npos) markdown += '\\';
        markdown += letter;
    }
  }
  return markdown;
}

std::string markdown_code(std::string_view text) {
  const std::string line = one_line(text);
  if (line.empty()) return {};
  std::size_t longest = 0;
  for (std::size_t at = 0, run = 0; at < line.size(); ++at) {
    run = line[at] == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  const std::string fence(longest + 1, '`');
  const std::string_view pad = line.front() == '`' || line.back() == '`' ? " " : "";
  return fmt::format("{}{}{}{}{}", fence, pad, replaced(line, "|", "\\|"), pad, fence);
}

std::string csv_field(std::string_view text) {
  constexpr std::string_view kFormulaStarts = "=+-@\t\r";
  const bool is_formula = !text.empty() && kFormulaStarts.find(text.front()) != std::string_view::npos;
  return fmt::format("\"{}{}\"", is_formula ? "'" : "", replaced(clean(text), "\"", "\"\""));
}

std::string command_text(std::string_view text) { return replaced(replaced(clean(text), "%", "%25"), "\n", "%0A"); }

std::string command_property(std::string_view text) {
  return replaced(replaced(command_text(text), ":", "%3A"), ",", "%2C");
}

}  // namespace holdfast

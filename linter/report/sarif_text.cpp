#include "report/sarif_text.h"

#include <fmt/format.h>

namespace holdfast {

std::string sarif_text(std::string_view text) {
  std::string plain;
  for (const char letter : text) {
    switch (letter) {
      case '{': plain += "\uFF5B"; break;
      case '}': plain += "\uFF5D"; break;
      case '\r': break;
      case '\n': plain += ' '; break;
      case '(':
        if (plain.ends_with(']')) plain += ' ';
        plain += '(';
        break;
      default: plain += letter;
    }
  }
  return plain;
}

std::string sarif_sentence(std::string_view text) {
  std::string sentence = sarif_text(text);
  while (sentence.ends_with(' ')) sentence.pop_back();
  const bool is_closed = sentence.ends_with('.') || sentence.ends_with('!') || sentence.ends_with('?');
  return is_closed ? sentence : sentence + '.';
}

std::string sarif_link(std::string_view text, std::size_t id) {
  std::string label;
  for (const char letter : sarif_text(text)) {
    if (letter == '[' || letter == ']' || letter == '\\') label += '\\';
    label += letter;
  }
  return fmt::format("[{}]({})", label, id);
}

std::string pascal_case(std::string_view id) {
  std::string name;
  bool is_start = true;
  for (const char letter : id) {
    const bool is_lower = letter >= 'a' && letter <= 'z';
    const bool is_kept = is_lower || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9');
    if (is_kept) name += is_start && is_lower ? static_cast<char>(letter - 'a' + 'A') : letter;
    is_start = !is_kept;
  }
  return name;
}

}  // namespace holdfast

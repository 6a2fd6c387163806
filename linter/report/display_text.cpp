#include "report/display_text.h"

#include "text/unicode.h"

#include <algorithm>
#include <utility>

namespace holdfast {
namespace {

std::string_view take_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

bool keeps_shape(std::string_view line) { return line.starts_with("  ") || line.starts_with('\t'); }

std::string with_blanks(std::string word) {
  for (std::size_t at = word.find(kNoBreakSpace); at != std::string::npos; at = word.find(kNoBreakSpace, at + 1))
    word.replace(at, kNoBreakSpace.size(), " ");
  return word;
}

/// A paragraph that grows word by word. Its lines go to `lines`.
struct Paragraph {
  std::vector<std::string>& lines;
  std::size_t width;
  std::size_t taken;  // columns of the current line that are not free
  std::string current = {};

  void add_words(std::string_view text) {
    while (!text.empty()) {
      const std::size_t blank = std::min(text.find(' '), text.size());
      const std::string word = one_line(text.substr(0, blank));
      text.remove_prefix(std::min(blank + 1, text.size()));
      if (word.empty()) continue;
      const std::size_t used = taken + display_width(current) + (current.empty() ? 0 : 1);
      if (used > 0 && used + display_width(word) > width) end_line();
      current.append(current.empty() ? "" : " ").append(with_blanks(word));
    }
  }

  /// Empty when not even the first word has room beside what is taken.
  void end_line() {
    lines.push_back(std::move(current));
    current.clear();
    taken = 0;
  }

  void end() {
    if (!current.empty()) end_line();
  }
};

}  // namespace

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  while (!text.empty()) width += display_width(next_character(text));
  return width;
}

char32_t harmless(char32_t character) {
  const bool is_control = character < 0x20 || (character >= 0x7F && character < 0xA0);
  const bool is_line_end = character == 0x2028 || character == 0x2029;
  const bool turns_direction = character == 0x200E || character == 0x200F || character == 0x061C ||
                               (character >= 0x202A && character <= 0x202E) ||
                               (character >= 0x2066 && character <= 0x2069);
  return is_control || is_line_end || turns_direction ? kReplacement : character;
}

std::string one_line(std::string_view text) {
  std::string line;
  while (!text.empty()) {
    const char32_t character = next_character(text);
    if (character == U'\r' && text.starts_with('\n')) continue;
    const bool is_blank = character == U'\n' || character == U'\t' || character == U'\r';
    append_utf8(line, is_blank ? U' ' : harmless(character));
  }
  return line;
}

std::vector<std::string> wrapped(std::string_view prose, std::size_t width, std::size_t taken) {
  std::vector<std::string> lines;
  Paragraph paragraph{.lines = lines, .width = width, .taken = taken};
  while (!prose.empty()) {
    const std::string_view line = take_line(prose);
    if (line.find_first_not_of(" \t") == std::string_view::npos) {
      paragraph.end();
      if (!lines.empty()) lines.emplace_back();
    } else if (keeps_shape(line)) {
      paragraph.end();
      lines.push_back(one_line(line));
    } else {
      paragraph.add_words(line);
    }
  }
  paragraph.end();
  while (!lines.empty() && lines.back().empty()) lines.pop_back();
  return lines;
}

}  // namespace holdfast

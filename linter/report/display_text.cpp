#include "report/display_text.h"

#include "text/code_point.h"

#include <algorithm>
#include <array>
#include <utility>

namespace holdfast {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

// Unicode 15, blocks rather than characters: general category Mn and Me, joiners, variation selectors.
constexpr std::array kZeroWidth = {
    Range{0x0300, 0x036F},   Range{0x0483, 0x0489},   Range{0x0591, 0x05BD},   Range{0x0610, 0x061A},
    Range{0x064B, 0x065F},   Range{0x06D6, 0x06DC},   Range{0x0900, 0x0902},   Range{0x093C, 0x093C},
    Range{0x0941, 0x0948},   Range{0x094D, 0x094D},   Range{0x0E31, 0x0E31},   Range{0x0E34, 0x0E3A},
    Range{0x0E47, 0x0E4E},   Range{0x1AB0, 0x1AFF},   Range{0x1DC0, 0x1DFF},   Range{0x200B, 0x200D},
    Range{0x20D0, 0x20FF},   Range{0x302A, 0x302D},   Range{0x3099, 0x309A},   Range{0xFE00, 0xFE0F},
    Range{0xFE20, 0xFE2F},   Range{0xFEFF, 0xFEFF},   Range{0x1F3FB, 0x1F3FF}, Range{0xE0100, 0xE01EF},
};

// East Asian width W and F.
constexpr std::array kWide = {
    Range{0x1100, 0x115F},   Range{0x231A, 0x231B},   Range{0x23E9, 0x23EC},   Range{0x23F0, 0x23F0},
    Range{0x23F3, 0x23F3},   Range{0x25FD, 0x25FE},   Range{0x2614, 0x2615},   Range{0x2648, 0x2653},
    Range{0x267F, 0x267F},   Range{0x2693, 0x2693},   Range{0x26A1, 0x26A1},   Range{0x26AA, 0x26AB},
    Range{0x26BD, 0x26BE},   Range{0x26C4, 0x26C5},   Range{0x26CE, 0x26CE},   Range{0x26D4, 0x26D4},
    Range{0x26EA, 0x26EA},   Range{0x26F2, 0x26F3},   Range{0x26F5, 0x26F5},   Range{0x26FA, 0x26FA},
    Range{0x26FD, 0x26FD},   Range{0x2705, 0x2705},   Range{0x270A, 0x270B},   Range{0x2728, 0x2728},
    Range{0x274C, 0x274C},   Range{0x274E, 0x274E},   Range{0x2753, 0x2755},   Range{0x2757, 0x2757},
    Range{0x2795, 0x2797},   Range{0x27B0, 0x27B0},   Range{0x27BF, 0x27BF},   Range{0x2B1B, 0x2B1C},
    Range{0x2B50, 0x2B50},   Range{0x2B55, 0x2B55},   Range{0x2E80, 0x3029},   Range{0x3030, 0x303E},
    Range{0x3041, 0x3098},   Range{0x309B, 0x4DBF},   Range{0x4E00, 0xA4CF},   Range{0xA960, 0xA97F},
    Range{0xAC00, 0xD7A3},   Range{0xF900, 0xFAFF},   Range{0xFE30, 0xFE6F},   Range{0xFF00, 0xFF60},
    Range{0xFFE0, 0xFFE6},   Range{0x16FE0, 0x18AFF}, Range{0x1B000, 0x1B2FF}, Range{0x1F004, 0x1F004},
    Range{0x1F0CF, 0x1F0CF}, Range{0x1F18E, 0x1F18E}, Range{0x1F191, 0x1F19A}, Range{0x1F200, 0x1F320},
    Range{0x1F32D, 0x1F335}, Range{0x1F337, 0x1F37C}, Range{0x1F37E, 0x1F393}, Range{0x1F3A0, 0x1F3CA},
    Range{0x1F3CF, 0x1F3D3}, Range{0x1F3E0, 0x1F3F0}, Range{0x1F3F4, 0x1F3F4}, Range{0x1F3F8, 0x1F3FA},
    Range{0x1F400, 0x1F43E}, Range{0x1F440, 0x1F440}, Range{0x1F442, 0x1F4FC}, Range{0x1F4FF, 0x1F53D},
    Range{0x1F54B, 0x1F54E}, Range{0x1F550, 0x1F567}, Range{0x1F57A, 0x1F57A}, Range{0x1F595, 0x1F596},
    Range{0x1F5A4, 0x1F5A4}, Range{0x1F5FB, 0x1F64F}, Range{0x1F680, 0x1F6C5}, Range{0x1F6CC, 0x1F6CC},
    Range{0x1F6D0, 0x1F6D2}, Range{0x1F6D5, 0x1F6D7}, Range{0x1F6DC, 0x1F6DF}, Range{0x1F6EB, 0x1F6EC},
    Range{0x1F6F4, 0x1F6FC}, Range{0x1F7E0, 0x1F7EB}, Range{0x1F7F0, 0x1F7F0}, Range{0x1F90C, 0x1F93A},
    Range{0x1F93C, 0x1F945}, Range{0x1F947, 0x1F9FF}, Range{0x1FA70, 0x1FAFF}, Range{0x20000, 0x3FFFD},
};

template <std::size_t size>
bool is_in(const std::array<Range, size>& ranges, char32_t character) {
  const auto range = std::ranges::lower_bound(ranges, character, {}, &Range::last);
  return range != ranges.end() && range->first <= character;
}

std::string_view take_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

bool keeps_shape(std::string_view line) { return line.starts_with("  ") || line.starts_with('\t'); }

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
      if (!current.empty() && taken + display_width(current) + 1 + display_width(word) > width) end();
      current.append(current.empty() ? "" : " ").append(word);
    }
  }

  void end() {
    if (!current.empty()) lines.push_back(std::move(current));
    current.clear();
    taken = 0;
  }
};

}  // namespace

std::size_t display_width(char32_t character) {
  if (character < 0x300) return 1;
  if (is_in(kZeroWidth, character)) return 0;
  return is_in(kWide, character) ? 2 : 1;
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  while (!text.empty()) {
    const auto [character, size] = first_code_point(text);
    width += display_width(character);
    text.remove_prefix(size);
  }
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
    const auto [character, size] = first_code_point(text);
    text.remove_prefix(size);
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

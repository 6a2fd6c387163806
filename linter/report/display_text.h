#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace holdfast {

inline constexpr std::string_view kNoBreakSpace = "\u00A0";

/// Columns that a text takes on a terminal.
std::size_t display_width(std::string_view text);

/// What a terminal may be given for a character: itself, or U+FFFD for what would move the cursor, recolour the screen
/// or reverse the reading direction.
char32_t harmless(char32_t character);

/// Text on one line, harmless: line ends and tabs become blanks.
std::string one_line(std::string_view text);

/// Prose in lines of at most `width` columns, broken at blanks; a longer word stays whole. Blank lines part paragraphs,
/// lines indented by two or more keep their shape. Of the first line `taken` columns are not free; where they leave no
/// room for its first word, it is empty. A no-break space does not break, and comes out as a blank.
std::vector<std::string> wrapped(std::string_view prose, std::size_t width, std::size_t taken = 0);

}  // namespace holdfast

#pragma once

#include <cstdint>
#include <string_view>

namespace holdfast::hcl {

// Looks at a source or a skeleton, from any offset up to its size. Bytes of characters beyond ASCII count as letters.

bool is_blank(char byte);  // within a line
bool is_white(char byte);
bool is_digit(char byte);
bool is_identifier_start(char byte);
bool is_identifier_part(char byte);

/// End of the identifier that starts here; `at` itself when none does.
uint32_t identifier_end(std::string_view text, uint32_t at);
/// First offset that holds no blank; with `across_lines` also no line end.
uint32_t skip_blanks(std::string_view text, uint32_t at, bool across_lines = false);

/// The line in which an offset stands; its end is where its line feed is, or the end of the text.
uint32_t line_begin(std::string_view text, uint32_t at);
uint32_t line_end(std::string_view text, uint32_t at);

/// `name =`
bool starts_argument(std::string_view text, uint32_t at);
/// `name "label" name {`, all in one line.
bool is_block_header(std::string_view text, uint32_t at);
/// One of the two.
bool is_item(std::string_view text, uint32_t at);
/// First line after this one that starts at its very beginning with an item; the size of the text when none does.
uint32_t next_item_at_margin(std::string_view text, uint32_t at);
/// An argument or a block, as far as the first two tokens tell. The brace of a block may wrongly stand in the next
/// line.
bool starts_item(std::string_view text, uint32_t at);

}  // namespace holdfast::hcl

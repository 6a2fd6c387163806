#pragma once

#include "syntax/hcl_report.h"

#include <string>
#include <string_view>

namespace holdfast::hcl {

/// The source reduced to what the grammar has to decide, every offset kept: comments and the literal parts of text are
/// blank, numbers are digits, markers of heredocs are `E`, and all brackets and quotes match. What had to be repaired is
/// reported. Line ends stay where they can end an argument. Closers that are missing at the end of the source stand after
/// it, so the skeleton may be longer; it always ends with a line end.
std::string skeleton_of_code(std::string_view source, Report& report);
/// The same for a template without quotes.
std::string skeleton_of_template(std::string_view source, Report& report);

// How skeletons, and sources where they are no literal text, are read. All take any offset up to the size.

bool is_identifier_start(char byte);
bool is_identifier_part(char byte);
/// End of the identifier that starts here; `at` itself when none does.
uint32_t identifier_end(std::string_view text, uint32_t at);
/// First offset that holds no blank; with `across_lines` also no line end.
uint32_t skip_blanks(std::string_view text, uint32_t at, bool across_lines = false);
/// Does an argument (`name =`) or a block (`name "label" {`) start here? Decided by the first two tokens.
bool starts_argument(std::string_view text, uint32_t at);
bool starts_item(std::string_view text, uint32_t at);

}  // namespace holdfast::hcl

#pragma once

#include "syntax/hcl_report.h"

#include <string>
#include <string_view>

namespace holdfast::hcl {

/// The source reduced to what the grammar has to decide, every offset kept: comments and the literal parts of text are
/// blank, numbers are digits, markers of heredocs are `E`, and all brackets and quotes match. What had to be repaired
/// is reported. Line ends stay where they can end an argument. Closers that are missing at the end of the source stand
/// after it, so the skeleton may be longer; it always ends with a line end.
std::string skeleton_of_code(std::string_view source, Report& report);
/// The same for a template without quotes.
std::string skeleton_of_template(std::string_view source, Report& report);

}  // namespace holdfast::hcl

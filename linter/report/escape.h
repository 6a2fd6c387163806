#pragma once

#include <string>
#include <string_view>

/// Foreign text as it may stand in other languages. Whatever its bytes are, the result is UTF-8 without control
/// characters, and without those that reverse the reading direction.
namespace holdfast {

/// For XML and HTML, between tags and in attributes. Keeps line ends and tabs.
std::string markup_text(std::string_view text);

/// For a line of Markdown or a cell of its tables: nothing is formatted, linked or taken for HTML, nobody is notified.
std::string markdown_text(std::string_view text);
/// The same in the face of code, for a cell.
std::string markdown_code(std::string_view text);

/// A quoted field (RFC 4180). What a spreadsheet would take for a formula gets an apostrophe before it.
std::string csv_field(std::string_view text);

/// Value and property of a workflow command, as runners of GitHub Actions read it.
std::string command_text(std::string_view text);
std::string command_property(std::string_view text);

}  // namespace holdfast

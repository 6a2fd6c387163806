#pragma once

#include <span>
#include <string_view>

namespace holdfast {

/// Whether any of the markers occurs in a text: a look cheap enough to spare most files of a tree the parser.
bool mentions_any(std::string_view text, std::span<const std::string_view> markers);

}  // namespace holdfast

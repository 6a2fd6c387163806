#pragma once

#include <cstddef>
#include <string_view>

namespace holdfast {

/// Offset of the first byte that does not belong to well-formed UTF-8 (no surrogates, nothing overlong), or the size.
std::size_t valid_utf8_prefix(std::string_view text);

}  // namespace holdfast

#pragma once

#include <cstddef>
#include <string_view>

namespace holdfast {

/// Edits that turn one name into the other: a letter added, left out, replaced, or swapped with its neighbour.
std::size_t edit_distance(std::string_view from, std::string_view to);

bool equal_but_for_case(std::string_view a, std::string_view b);

}  // namespace holdfast

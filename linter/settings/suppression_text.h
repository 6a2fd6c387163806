#pragma once

#include "settings/suppression.h"

#include <cstddef>
#include <optional>
#include <string_view>

namespace holdfast {

/// What a comment begins with that speaks to us.
inline constexpr std::string_view kCommentMark = "holdfast:";

/// Reads what follows the mark in a comment:
///
///     ignore[pack/rule, other-rule, theme] reason="why it is accepted" owner="who" expires=2027-01-31
///
/// `size` is how much of the text belongs to it. Empty when the text means something else, as prose does.
std::optional<StatedSuppression> read_suppression(std::string_view text, std::size_t& size);

/// Sets `reason`, `owner` or `expires`; anything else is the suppression's mistake.
void set_field(StatedSuppression& suppression, std::string_view name, std::string_view value);

}  // namespace holdfast

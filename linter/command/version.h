#pragma once

#include <string_view>

namespace holdfast {

/// As `package.json` at the root has them.
inline constexpr std::string_view kVersion = HOLDFAST_VERSION;
inline constexpr std::string_view kHome = HOLDFAST_HOME;

}  // namespace holdfast

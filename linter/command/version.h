#pragma once

#include <string_view>

namespace holdfast {

inline constexpr std::string_view kVersion = "0.1.0";
inline constexpr std::string_view kHome = "https://holdfast.example";

}  // namespace holdfast

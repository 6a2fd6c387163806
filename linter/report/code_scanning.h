#pragma once

#include <cstddef>

/// What code scanning keeps and shows of one file. Of more it drops what it likes, or refuses the whole file.
namespace holdfast::code_scanning {

inline constexpr std::size_t kResultsMax = 5000;
inline constexpr std::size_t kRelatedMax = 99;  // with the result's own place a hundred
inline constexpr std::size_t kStepsMax = 999;   // of a flow, without the place where it ends
inline constexpr std::size_t kDescriptionMax = 1024;
inline constexpr std::size_t kTagsMax = 10;

}  // namespace holdfast::code_scanning

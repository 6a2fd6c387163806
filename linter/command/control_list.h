#pragma once

#include "rule/pack.h"

#include <string>
#include <string_view>

namespace holdfast {

/// Every framework, its controls and how many rules give evidence for each. As JSON: which rules, and how directly.
std::string control_list(const Packs& packs, std::string_view format);

}  // namespace holdfast

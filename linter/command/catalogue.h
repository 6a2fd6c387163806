#pragma once

#include "rule/pack.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace holdfast {

/// Every rule on a line: severity, id, title. As JSON: everything that a rule says of itself.
std::string rule_list(const Packs& packs, std::string_view format);

/// What a rule demands, why, how to put it right, and which controls it gives evidence for; wrapped to the width.
std::string rule_page(const Packs& packs, const Rule& rule, std::size_t width);

}  // namespace holdfast

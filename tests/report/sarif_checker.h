#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace holdfast::test {

/// Text of each file by its URI.
using Sources = std::map<std::string, std::string>;

/// What is wrong with a SARIF file that schemas and validators let pass, as "path: fault", and what code scanning would
/// refuse. Empty when all is well.
std::vector<std::string> sarif_faults(std::string_view sarif, const Sources& sources);

}  // namespace holdfast::test

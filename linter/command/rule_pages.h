#pragma once

#include "rule/pack.h"

#include <map>
#include <string>

namespace holdfast {

/// Pages for people, made of what packs say and of their fixtures: one for each rule, with a fixture that fails and
/// what the program says of it; an index; which rules give evidence for which control, and for which requirement. By
/// file name, below one folder.
std::map<std::string, std::string> rule_pages(const Packs& packs, const std::string& fixtures);

}  // namespace holdfast

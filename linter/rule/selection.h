#pragma once

#include "rule/pack.h"
#include "text/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace holdfast {

/// The rules that a user means by a name: a rule id with or without its pack, an old id, a theme, a control (`A.8.13`,
/// `iso27001:A.8.13`), or a framework. Never none: anything else is an error with the nearest name.
Result<std::vector<const Rule*>> rules_named(const Packs& packs, std::string_view name);

/// The rules that a user wants: all that are on by default, or those that `select` names, without those that `ignore`
/// names.
Result<std::vector<const Rule*>> select_rules(const Packs& packs, const std::vector<std::string>& select,
                                              const std::vector<std::string>& ignore);

}  // namespace holdfast

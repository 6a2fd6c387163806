#pragma once

#include "cloudformation/template.h"

#include <string_view>

namespace holdfast::cloudformation {

/// The formula of a condition by its name; `at` is where the name stands. A name without declaration is a fact that
/// nobody knows.
Condition condition_named(std::string_view name, Span at, Template& unit);

/// The formula of what stands where a condition is wanted.
Condition condition_at(const Place& place, Template& unit);

}  // namespace holdfast::cloudformation

#pragma once

#include "cloudformation/template.h"

#include <string_view>

namespace holdfast::cloudformation {

/// The formula of a condition by its name; `at` is where the name stands. A name without declaration is a fact that
/// nobody knows.
Condition condition_named(std::string_view name, Span at, Template& unit);

}  // namespace holdfast::cloudformation

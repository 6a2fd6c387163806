#pragma once

#include "cloudformation/template.h"

#include <string_view>

namespace holdfast::cloudformation {

/// A property with what another resource adds to it where that exists: lists are joined, mappings merged, and of
/// everything else the property's own value stays.
Value with_addition(const Value& own, Resource& addition, std::string_view name, Template& unit);

}  // namespace holdfast::cloudformation

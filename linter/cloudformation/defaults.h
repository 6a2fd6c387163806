#pragma once

#include "cloudformation/members.h"
#include "cloudformation/template.h"

#include <string_view>
#include <vector>

namespace holdfast::cloudformation {

/// Properties that a section of `Globals` gives to a resource, but for those that it wants to ignore.
std::vector<Member> default_properties(std::string_view section, const Place& declaration, Template& unit);

/// A property that is set by default and by the resource itself: what is written as mappings is merged, as lists
/// joined, all else is the resource's own.
Value with_default(const Place& common, const Member& own, Template& unit);

}  // namespace holdfast::cloudformation

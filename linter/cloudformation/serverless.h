#pragma once

#include "cloudformation/members.h"
#include "cloudformation/template.h"

#include <string_view>
#include <vector>

namespace holdfast::cloudformation {

/// Types with this prefix stand for several resources each, which templates refer to by names made from theirs.
inline constexpr std::string_view kServerless = "AWS::Serverless";

/// Properties that the `Globals` section gives to a resource of this type, but for those that it wants to ignore.
std::vector<Member> global_properties(std::string_view type, const Place& declaration, Template& unit);

/// A property that is set globally and by the resource itself: mappings are merged, lists joined, all else is the
/// resource's own.
Value with_global(const Value& global, const Value& own, Template& unit);

}  // namespace holdfast::cloudformation

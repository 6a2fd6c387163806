#pragma once

#include "cloudformation/template.h"

#include <string_view>

namespace holdfast::cloudformation {

/// What a name stands for: a loop's identifier, a pseudo parameter, a parameter, a resource. `at` is the whole mention,
/// `name_span` the name in it.
Value read_name(std::string_view name, Span at, Span name_span, const Loop* loops, Template& unit);

/// An attribute of a resource, as `Fn::GetAtt` names it.
Value read_attribute_of(std::string_view resource, std::string_view attribute, Span at, Span name_span, Template& unit);

/// The resource that a name without declaration may have been meant for; may be empty.
std::string_view nearest_resource(std::string_view name, const Template& unit);

}  // namespace holdfast::cloudformation

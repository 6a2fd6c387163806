#pragma once

#include "cloudformation/template.h"

#include <string_view>

namespace holdfast::cloudformation {

/// What becomes of a resource that deploys another template.
struct NestedStack {
  Progress progress = Progress::open;
  Template* unit = nullptr;  // null: the resource deploys none, or one that cannot be seen
};

/// Reads the template that a resource deploys, with the parameters that it gives, if it is a resource that does. Once.
void deploy_nested(TemplateResource& resource, Template& caller);

/// An attribute `Outputs.Name` of a resource. Empty when it is another attribute, or when the template of the resource
/// cannot be seen.
std::optional<Value> nested_output(TemplateResource& resource, std::string_view attribute, Span name_span,
                                   Template& caller);

}  // namespace holdfast::cloudformation

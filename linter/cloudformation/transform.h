#pragma once

#include "cloudformation/template.h"

namespace holdfast::cloudformation {

/// What an `AWS::Include` of a local file puts in its place, given what stands under `Fn::Transform`. No place when it
/// is another transform, or when the file is not beside the template. What is included includes nothing in turn.
Place included_content(const Place& transform, Template& unit);

/// Is it a call of `Fn::Transform` and nothing else?
bool is_transform(const Place& place);

/// The place itself, or what the `AWS::Include` that stands there puts in its place.
Place with_include(const Place& place, Template& unit);

}  // namespace holdfast::cloudformation

#pragma once

#include "cloudformation/template.h"

namespace holdfast::cloudformation {

/// What an `AWS::Include` of a local file puts in its place, given what stands under `Fn::Transform`. No place when it
/// is another transform, or when the file is not beside the template.
Place included_content(const Place& transform, Template& unit);

}  // namespace holdfast::cloudformation

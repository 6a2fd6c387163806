#pragma once

#include "cloudformation/template.h"

namespace holdfast::cloudformation {

/// A text, known or partly known, in which every `{{resolve:…}}` is unknown: it is looked up at deployment.
Value with_dynamic_references(const Value& text, Template& unit);

}  // namespace holdfast::cloudformation

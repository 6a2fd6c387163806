#pragma once

#include "cloudformation/template.h"

#include <string_view>

namespace holdfast::cloudformation {

void read_outputs(const Place& section, Template& unit);

/// The value of an output. Empty when the template has none of that name.
std::optional<Value> output_named(std::string_view name, Template& unit);

}  // namespace holdfast::cloudformation

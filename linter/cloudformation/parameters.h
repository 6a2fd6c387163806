#pragma once

#include "cloudformation/supplied.h"
#include "cloudformation/template.h"

namespace holdfast::cloudformation {

/// Parameters with more allowed values are taken at their default: nobody wants to hear of each of these worlds.
inline constexpr std::size_t kAllowedValuesMax = 16;

/// Gives every parameter of the section its value: what the user supplies, else one world for each allowed value, else
/// the default, else an unknown that hangs on this parameter.
void read_parameters(const Place& section, const SuppliedValues& supplied, Template& unit);

/// May the parameter of this name be such a text, by its type, bounds and pattern? Yes of all that is no parameter.
bool admits(std::string_view parameter, std::string_view text, Template& unit);

}  // namespace holdfast::cloudformation

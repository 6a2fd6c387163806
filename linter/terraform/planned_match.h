#pragma once

#include "terraform/plan.h"
#include "value/value.h"

namespace holdfast::terraform {

/// How a value of the sources compares with the plan's: providers turn numbers into text, sort sets, and lay JSON out
/// anew; what was not written may be anything.
enum class Match : uint8_t {
  equal,
  open,  // the plan knows more than the sources, or holds what a provider made of nothing
  different,
};
Match match(const Value& ours, const PlannedNode& planned);

}  // namespace holdfast::terraform

#pragma once

#include "cloudformation/members.h"
#include "cloudformation/template.h"

#include <span>

namespace holdfast::cloudformation {

/// The value that stands at a place of a template. Numbers and bools are such only where their text can be had back
/// from them (`7`, not `007` or `1.50`); everything else is text.
Value evaluate(const Place& place, Template& unit);

/// The value of a member. A list or mapping is pointed at by its name: a finding about something inside that is missing
/// shows one line, never a whole block.
Value evaluate_member(const Member& member, Template& unit);

/// A scalar as the text that the service sees, world by world; other values stay what they are.
Value as_text(const Value& value, Template& unit);

/// The text that scalars make, one after another, world by world. Unknown parts leave the known ones standing.
Value text_of(std::span<const Value> parts, Template& unit);

}  // namespace holdfast::cloudformation

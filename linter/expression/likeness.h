#pragma once

#include "value/arena.h"
#include "value/value.h"

#include <string_view>

namespace holdfast {

/// Of an unknown number of entities that are all like one: the attribute of its identity, and of the origin that names
/// that one. What is read from a member of them is read from it.
inline constexpr std::string_view kInstances = "instances";

/// The last attribute that both were read from on their ways; kNoOrigin when there is none.
OriginId common_reading(OriginId one, OriginId other, const Arena& arena);

/// The entity that they are all like; nullptr when the value is not made of such entities.
Entity* entity_like(const Value& value, const Arena& arena);

}  // namespace holdfast

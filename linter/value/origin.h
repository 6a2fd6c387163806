#pragma once

#include "text/source.h"

#include <cstdint>
#include <string_view>

namespace holdfast {

class Entity;

/// Index into the arena's table of origins; 0 = made by nobody's source (a default, a pack).
enum class OriginId : uint32_t {};
inline constexpr OriginId kNoOrigin{0};

/// Where a value was written, and where it was passed from. A value read through `var.days` has the span of that
/// reference, and `via` leads to the variable's default, the module argument, the local, ... down to the literal.
struct Origin {
  Span span;
  OriginId via = kNoOrigin;
  /// Set when the value was read, unchanged, from an attribute of an entity (`store.main.name`).
  Entity* entity = nullptr;
  std::string_view attribute = {};
};

}  // namespace holdfast

#include "expression/likeness.h"

namespace holdfast {

Entity* entity_like(const Value& value, const Arena& arena) {
  constexpr int kDepthMax = 100;  // handed on more often it is handed around
  OriginId id = value.origin();
  for (int depth = 0; id != kNoOrigin && depth < kDepthMax; ++depth) {
    const Origin& origin = arena.origin(id);
    if (origin.entity && origin.attribute == kInstances) return origin.entity;
    id = origin.via;
  }
  return nullptr;
}

}  // namespace holdfast

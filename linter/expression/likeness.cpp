#include "expression/likeness.h"

namespace holdfast {

namespace {

constexpr int kDepthMax = 100;  // handed on more often it is handed around

/// The first reading on the way of a value that is accepted; kNoOrigin when there is none.
template <class Accepts>
OriginId find_reading(OriginId id, const Arena& arena, Accepts&& accepts) {
  for (int depth = 0; id != kNoOrigin && depth < kDepthMax; ++depth) {
    const Origin& origin = arena.origin(id);
    if (origin.entity && accepts(origin)) return id;
    id = origin.via;
  }
  return kNoOrigin;
}

}  // namespace

Entity* entity_like(const Value& value, const Arena& arena) {
  const auto names_likeness = [](const Origin& origin) { return origin.attribute == kInstances; };
  return arena.origin(find_reading(value.origin(), arena, names_likeness)).entity;
}

OriginId common_reading(OriginId one, OriginId other, const Arena& arena) {
  return find_reading(one, arena, [&](const Origin& origin) {
    const auto is_same = [&](const Origin& candidate) {
      return candidate.entity == origin.entity && candidate.attribute == origin.attribute;
    };
    return find_reading(other, arena, is_same) != kNoOrigin;
  });
}

}  // namespace holdfast

#include "terraform/opaque_entity.h"

namespace holdfast::terraform {

Value opaque_attribute(Arena& arena, const void* subject, std::string_view name, std::string_view reason) {
  Unknown unknown;
  unknown.reason = arena.copy(reason);
  unknown.identity = {subject, arena.copy(name)};
  return Value::unknown(arena, unknown);
}

}  // namespace holdfast::terraform

#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace holdfast {

class Arena;
class Value;

enum class TypeKind : uint8_t { any, boolean, number, text, list, set, map, object, tuple };

struct Type;

struct TypeAttribute {
  std::string_view name;
  const Type* type;
  bool optional = false;
  const Value* fallback = nullptr;  // default of `optional(type, default)`
};

/// Terraform's type constraints (language reference, "Type Constraints"). Immutable; lives in an arena or for ever.
struct Type {
  TypeKind kind = TypeKind::any;
  const Type* element = nullptr;                   // list, set, map
  std::span<const TypeAttribute> attributes = {};  // object, sorted by name
  std::span<const Type* const> elements = {};      // tuple
};

/// Types without parts exist once.
const Type* any_type();
const Type* boolean_type();
const Type* number_type();
const Type* text_type();
const Type* collection_type(Arena& arena, TypeKind kind, const Type* element);

bool same_type(const Type& a, const Type& b);
/// As the author would write it: `list(object({a=string}))`.
std::string to_string(const Type& type);

}  // namespace holdfast

#pragma once

#include "expression/evaluate.h"
#include "value/type.h"

#include <optional>
#include <span>
#include <string_view>

namespace holdfast {

/// Converts as Terraform does (language reference, "Type Conversion"): text <-> number and bool, tuple <-> list <->
/// set, object <-> map, `optional()` attributes filled, undeclared ones dropped. An impossible conversion is an error
/// value. Unknown parts stay unknown with the wanted type; choices convert leaf by leaf. In packs, "True" and "FALSE"
/// are bools.
Value convert(const Value& value, const Type& wanted, Span at, Evaluation& evaluation);

/// Bools, numbers and texts: what converts to and from text.
inline bool is_scalar(TypeKind kind) {
  return kind == TypeKind::boolean || kind == TypeKind::number || kind == TypeKind::text;
}

/// "true", "false", "1" and "0"; in packs any letter case of the words. Empty when it is none of them.
std::optional<bool> read_boolean(std::string_view text, bool any_case);

/// Every value of one list or map gets the same type, where they have one in common; false where they have none.
bool unify_values(std::span<Value> values, Span at, Evaluation& evaluation, const Type*& common);

/// "text", "a list", "null": what a value is, for messages.
std::string_view kind_name(const Value& value);

/// The common type of several, or nullptr: what conditionals and lists unify to.
const Type* unify(std::span<const Type* const> types, Arena& arena);

/// Reads a type constraint expression (`list(object({a = optional(number, 1)}))`). Errors are reported; the rest is
/// `any`.
const Type* read_type(hcl::Expression expression, Evaluation& evaluation, Diagnostics& diagnostics);

}  // namespace holdfast

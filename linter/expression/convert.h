#pragma once

#include "expression/evaluate.h"
#include "value/type.h"

#include <span>
#include <string>

namespace holdfast {

/// Converts as Terraform does (language reference, "Type Conversion"): text <-> number and bool, tuple <-> list <-> set,
/// object <-> map, `optional()` attributes filled, undeclared ones dropped. An impossible conversion is an error value.
/// Unknown parts stay unknown with the wanted type; choices convert leaf by leaf. In packs, "True" and "FALSE" are bools.
Value convert(const Value& value, const Type& wanted, Span at, Evaluation& evaluation);

/// The common type of several, or nullptr: what conditionals and lists unify to.
const Type* unify(std::span<const Type* const> types, Arena& arena);

/// Reads a type constraint expression (`list(object({a = optional(number, 1)}))`). Errors are reported; the rest is `any`.
const Type* read_type(hcl::Expression expression, Evaluation& evaluation, Diagnostics& diagnostics);

}  // namespace holdfast

#pragma once

#include "expression/evaluate.h"

#include <initializer_list>
#include <span>

namespace holdfast {

/// May it be of this kind? An unknown of any type may be everything.
bool is_of_kind(const Unknown& unknown, TypeKind kind);

/// The first unknown inside a value, errors before all others; nullptr when everything is known.
const Value* first_unknown(const Value& value);

/// What an operation gives that cannot be known for its operands: the first error as it is, else an unknown that hangs
/// on what the first unknown operand hangs on.
Value unknown_result(Evaluation& evaluation, std::span<const Value> operands, const Type* type, bool not_null = true);
Value unknown_result(Evaluation& evaluation, std::initializer_list<Value> operands, const Type* type,
                     bool not_null = true);
/// The same with more knowledge: `knowledge` gives all but reason and input.
Value unknown_like(Evaluation& evaluation, const Value& unknown, Unknown knowledge);

/// A member of an unknown is as unknown, and remembers of what it is the member.
Value unknown_member(const Value& whole, std::string_view name, const Type* type, Evaluation& evaluation);
/// Any member of an unknown collection: what holds of all of them.
Value any_member(const Value& whole, Evaluation& evaluation);

/// Do two unknowns stand for one and the same value?
bool same_unknown(const Value& a, const Value& b);

/// An undeclared variable for a truth that cannot be expressed. Equal unknowns give the same variable; an error says
/// nothing of what it is the answer to, so that each question about one has a variable of its own.
const Variable& opaque_variable(const Value& value, Evaluation& evaluation);

/// The value that a variable has in the world where it is this literal.
Value literal_value(std::string_view literal, const Type* type, Evaluation& evaluation);

}  // namespace holdfast

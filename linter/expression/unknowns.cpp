#include "expression/unknowns.h"

#include "expression/convert.h"
#include "expression/known_text.h"
#include "expression/worlds.h"
#include "value/number.h"

#include <vector>

namespace holdfast {

namespace {

/// A variable with more allowed values is not enumerated.
constexpr std::size_t kAllowedMax = 16;

const Value* find_unknown(const Value& value, bool error) {
  if (value.is_wholly_known()) return nullptr;
  switch (value.kind()) {
    case ValueKind::unknown: return value.is_error() == error ? &value : nullptr;
    case ValueKind::list:
    case ValueKind::set:
    case ValueKind::tuple:
      for (const Value& item : value.items()) {
        if (const Value* found = find_unknown(item, error)) return found;
      }
      return nullptr;
    case ValueKind::map:
    case ValueKind::object:
      for (const Value::Entry& entry : value.entries()) {
        if (const Value* found = find_unknown(entry.value, error)) return found;
      }
      return nullptr;
    case ValueKind::choice:
      if (const Value* found = find_unknown(value.as_choice().then, error)) return found;
      return find_unknown(value.as_choice().otherwise, error);
    default: return nullptr;
  }
}

}  // namespace

bool is_of_kind(const Unknown& unknown, TypeKind kind) {
  return !unknown.type || unknown.type->kind == TypeKind::any || unknown.type->kind == kind;
}

const Value* first_unknown(const Value& value) {
  if (const Value* error = find_unknown(value, true)) return error;
  return find_unknown(value, false);
}

Value unknown_result(Evaluation& evaluation, std::span<const Value> operands, const Type* type, bool not_null) {
  const Value* first = nullptr;
  for (const Value& operand : operands) {
    const Value* found = first_unknown(operand);
    if (!found) continue;
    if (found->is_error()) return *found;
    if (!first) first = found;
  }
  Unknown result{.type = type, .not_null = not_null};
  return first ? unknown_like(evaluation, *first, result) : Value::unknown(evaluation.arena, result);
}

Value unknown_result(Evaluation& evaluation, std::initializer_list<Value> operands, const Type* type, bool not_null) {
  return unknown_result(evaluation, std::span(operands.begin(), operands.size()), type, not_null);
}

Value unknown_like(Evaluation& evaluation, const Value& unknown, Unknown knowledge) {
  knowledge.reason = unknown.as_unknown().reason;
  knowledge.input = unknown.as_unknown().input;
  return Value::unknown(evaluation.arena, knowledge).as_sensitive(unknown.is_sensitive());
}

Value unknown_member(const Value& whole, std::string_view name, const Type* type, Evaluation& evaluation) {
  const Identity& identity = whole.as_unknown().identity;
  Unknown member{.type = type};
  if (identity.exists()) {
    const std::string path = std::string(identity.attribute) + "." + std::string(name);
    member.identity = {identity.subject, evaluation.arena.copy(path)};
  }
  return unknown_like(evaluation, whole, member).with_origin(whole.origin());
}

Value any_member(const Value& whole, Evaluation& evaluation) {
  const Type* type = whole.as_unknown().type;
  return unknown_member(whole, "*", type ? type->element : nullptr, evaluation);
}

bool same_unknown(const Value& a, const Value& b) {
  const Unknown& left = a.as_unknown();
  const Unknown& right = b.as_unknown();
  if (left.is_error || right.is_error) return false;
  if (&left == &right) return left.parts.empty();
  if (left.variable && left.variable == right.variable) return true;
  return left.identity.exists() && left.identity == right.identity;
}

const Variable& opaque_variable(const Value& value, Evaluation& evaluation) {
  std::string_view reason = "a condition is null";
  std::pair<const void*, std::string_view> key{nullptr, {}};
  if (value.is_unknown()) {
    const Unknown& unknown = value.as_unknown();
    reason = unknown.reason;
    key = unknown.identity.exists() ? std::pair(unknown.identity.subject, unknown.identity.attribute)
                                    : std::pair(static_cast<const void*>(&unknown), std::string_view());
  } else if (!value.is_null()) {
    reason = "a condition is neither true nor false";
  }
  if (!evaluation.opaque_variables) evaluation.opaque_variables = std::make_shared<OpaqueVariables>();
  const Variable* own = nullptr;
  const Variable*& variable = value.is_error() ? own : (*evaluation.opaque_variables)[key];
  if (!variable) {
    variable = evaluation.arena.make(Variable{.name = reason,
                                              .reason = reason,
                                              .input = value.is_unknown() ? value.as_unknown().input : "",
                                              .declared_at = evaluation.arena.origin(value.origin()).span});
  }
  return *variable;
}

Value literal_value(std::string_view literal, const Type* type, Evaluation& evaluation) {
  const Value text = Value::borrowed_text(evaluation.arena, literal);
  if (!type || type->kind == TypeKind::any || type->kind == TypeKind::text) return text;
  return convert(text, *type, {}, evaluation);
}

namespace {

bool is_enumerable(const Unknown& unknown) {
  const bool is_scalar = is_of_kind(unknown, TypeKind::text) || is_of_kind(unknown, TypeKind::number) ||
                         is_of_kind(unknown, TypeKind::boolean);
  if (!unknown.variable || unknown.is_error || !is_scalar) return false;
  return unknown.variable->allowed.empty() ? unknown.variable->fallback.has_value()
                                           : unknown.variable->allowed.size() <= kAllowedMax;
}

Value expand_variable(const Value& value, Evaluation& evaluation) {
  Arena& arena = evaluation.arena;
  const Unknown& unknown = value.as_unknown();
  const Variable& variable = *unknown.variable;
  const auto world = [&](std::string_view literal) {
    return literal_value(literal, unknown.type, evaluation).with_origin(value.origin());
  };
  if (variable.allowed.empty()) {
    Unknown rest = unknown;
    rest.variable = nullptr;
    return Value::choice(arena, Condition::equals(arena, variable, *variable.fallback), world(*variable.fallback),
                         Value::unknown(arena, rest).with_origin(value.origin()));
  }
  Value result = world(variable.allowed.back());
  for (std::size_t i = variable.allowed.size() - 1; i-- > 0;) {
    const std::string_view literal = variable.allowed[i];
    result = Value::choice(arena, Condition::equals(arena, variable, literal), world(literal), result);
  }
  return result;
}

}  // namespace

Value expand(const Value& value, Evaluation& evaluation) {
  if (!value.is_unknown()) return value;
  const Unknown& unknown = value.as_unknown();
  if (is_enumerable(unknown)) {
    return expand_variable(value, evaluation).with_origin(value.origin()).as_sensitive(value.is_sensitive());
  }
  bool has_variable = false;
  for (const Value& part : unknown.parts) {
    has_variable = has_variable || (part.is_unknown() && is_enumerable(part.as_unknown()));
  }
  if (!has_variable) return value;
  std::vector<Value> parts;
  for (const Value& part : unknown.parts) parts.push_back(expand(part, evaluation));
  return over_worlds(parts, Reach::outer, evaluation,
                     [&](std::span<const Value> plain) { return concatenate(plain, evaluation); })
      .with_origin(value.origin());
}

}  // namespace holdfast

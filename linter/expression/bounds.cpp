#include "expression/bounds.h"

#include "expression/unknowns.h"
#include "value/number.h"

#include <utility>

namespace holdfast {

namespace {

Bounds negated(const Bounds& bounds, Arena& arena) {
  Bounds result;
  if (bounds.maximum) result.minimum = negate(arena, *bounds.maximum);
  if (bounds.minimum) result.maximum = negate(arena, *bounds.minimum);
  return result;
}

bool is_finite(const std::optional<Value>& end) { return end && !is_infinite(*end); }

Bounds sum(const Bounds& a, const Bounds& b, Arena& arena) {
  Bounds result;
  if (is_finite(a.minimum) && is_finite(b.minimum)) result.minimum = add(arena, *a.minimum, *b.minimum);
  if (is_finite(a.maximum) && is_finite(b.maximum)) result.maximum = add(arena, *a.maximum, *b.maximum);
  return result;
}

/// Only for a known finite factor.
Bounds product(const Bounds& bounds, const Value& factor, Arena& arena) {
  Bounds result;
  if (is_finite(bounds.minimum)) result.minimum = multiply(arena, *bounds.minimum, factor);
  if (is_finite(bounds.maximum)) result.maximum = multiply(arena, *bounds.maximum, factor);
  if (compare_numbers(factor, Value::integer(0)) < 0) std::swap(result.minimum, result.maximum);
  return result;
}

}  // namespace

Bounds bounds_of(const Value& number) {
  if (number.is_number()) return {number, number};
  Bounds bounds;
  if (!number.is_unknown()) return bounds;
  if (number.as_unknown().minimum) bounds.minimum = *number.as_unknown().minimum;
  if (number.as_unknown().maximum) bounds.maximum = *number.as_unknown().maximum;
  return bounds;
}

Value number_within(const Bounds& bounds, std::span<const Value> operands, Evaluation& evaluation) {
  if (bounds.minimum && bounds.maximum && compare_numbers(*bounds.minimum, *bounds.maximum) == 0) {
    return *bounds.minimum;
  }
  const Value open = unknown_result(evaluation, operands, number_type());
  if (open.is_error()) return open;
  Unknown knowledge = open.as_unknown();
  if (bounds.minimum) knowledge.minimum = evaluation.arena.make(*bounds.minimum);
  if (bounds.maximum) knowledge.maximum = evaluation.arena.make(*bounds.maximum);
  return Value::unknown(evaluation.arena, knowledge).as_sensitive(open.is_sensitive());
}

Value calculate_bounds(hcl::Operator op, const Value& left, const Value& right, Evaluation& evaluation) {
  Arena& arena = evaluation.arena;
  const Bounds a = bounds_of(left);
  const Bounds b = bounds_of(right);
  Bounds result;
  switch (op) {
    case hcl::Operator::add: result = sum(a, b, arena); break;
    case hcl::Operator::subtract: result = sum(a, negated(b, arena), arena); break;
    case hcl::Operator::multiply:
      if (right.is_number() && !is_infinite(right)) result = product(a, right, arena);
      if (left.is_number() && !is_infinite(left)) result = product(b, left, arena);
      break;
    case hcl::Operator::divide:
      if (right.is_number() && !is_infinite(right) && compare_numbers(right, Value::integer(0)) != 0) {
        if (const auto factor = divide(arena, Value::integer(1), right)) result = product(a, *factor, arena);
      }
      break;
    default: break;
  }
  const Value operands[] = {left, right};
  return number_within(result, operands, evaluation);
}

Value negate_bounds(const Value& number, Evaluation& evaluation) {
  return number_within(negated(bounds_of(number), evaluation.arena), {&number, 1}, evaluation);
}

}  // namespace holdfast

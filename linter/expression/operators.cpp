#include "expression/operators.h"

#include "expression/bounds.h"
#include "expression/convert.h"
#include "expression/unknowns.h"
#include "expression/worlds.h"
#include "value/number.h"

#include <string>

namespace holdfast {

namespace {

using hcl::Operator;

bool is_comparison(Operator op) {
  return op == Operator::less || op == Operator::less_or_equal || op == Operator::greater ||
         op == Operator::greater_or_equal;
}

bool decide(Operator op, std::strong_ordering order) {
  switch (op) {
    case Operator::less: return order < 0;
    case Operator::less_or_equal: return order <= 0;
    case Operator::greater: return order > 0;
    default: return order >= 0;
  }
}

/// A number, an unknown that may be one, or an error at the operand.
Value numeric_operand(const Value& value, Span at, Evaluation& evaluation) {
  if (value.is_number() || value.is_error()) return value;
  if (value.is_null()) return error_value(evaluation.arena, at, "a number is required, but this is null");
  return convert(value, *number_type(), at, evaluation);
}

Value compare_unknown(Operator op, const Value& left, const Value& right, Evaluation& evaluation) {
  if (left.is_unknown() && right.is_unknown() && same_unknown(left, right)) {
    return Value::boolean(op == Operator::less_or_equal || op == Operator::greater_or_equal);
  }
  const Bounds a = bounds_of(left);
  const Bounds b = bounds_of(right);
  // The comparison holds, or fails, for the two pairs of ends that are nearest to the opposite.
  const bool rises = op == Operator::less || op == Operator::less_or_equal;
  const auto& [a_worst, b_worst] = rises ? std::pair(a.maximum, b.minimum) : std::pair(a.minimum, b.maximum);
  const auto& [a_best, b_best] = rises ? std::pair(a.minimum, b.maximum) : std::pair(a.maximum, b.minimum);
  if (a_worst && b_worst && decide(op, compare_numbers(*a_worst, *b_worst))) return Value::boolean(true);
  if (a_best && b_best && !decide(op, compare_numbers(*a_best, *b_best))) return Value::boolean(false);
  return unknown_result(evaluation, {left, right}, boolean_type());
}

Value calculate(Operator op, const Value& a, const Value& b, Span at, Evaluation& evaluation) {
  Arena& arena = evaluation.arena;
  switch (op) {
    case Operator::add: return add(arena, a, b);
    case Operator::subtract: return subtract(arena, a, b);
    case Operator::multiply: return multiply(arena, a, b);
    case Operator::modulo: return modulo(arena, a, b);
    default: {
      const auto quotient = divide(arena, a, b);
      return quotient ? *quotient : error_value(arena, at, "zero cannot be divided by zero");
    }
  }
}

Value apply_to_plain(Operator op, const Operands& given, const Value& given_left, const Value& given_right,
                     Evaluation& evaluation) {
  if (op == Operator::equal) return equals(given_left, given_right, evaluation);
  if (op == Operator::not_equal) {
    return apply_unary(Operator::invert, equals(given_left, given_right, evaluation), given.at, evaluation);
  }
  const Value left = numeric_operand(given_left, given.left_at, evaluation);
  if (left.is_error()) return left;
  const Value right = numeric_operand(given_right, given.right_at, evaluation);
  if (right.is_error()) return right;
  const bool is_known = left.is_number() && right.is_number();
  if (is_comparison(op)) {
    if (!is_known) return compare_unknown(op, left, right, evaluation);
    return Value::boolean(decide(op, compare_numbers(left, right)));
  }
  if (!is_known) return calculate_bounds(op, left, right, evaluation);
  return calculate(op, left, right, given.at, evaluation);
}

enum class Logic : uint8_t { no, yes, unknown, null, error };

struct LogicOperand {
  Logic logic;
  Value value;  // the error or the unknown
};

LogicOperand logic_operand(const Value& value, Span at, Evaluation& evaluation) {
  if (value.is_boolean()) return {value.as_boolean() ? Logic::yes : Logic::no, value};
  if (value.is_null()) return {Logic::null, error_value(evaluation.arena, at, "a bool is required, but this is null")};
  if (value.is_error()) return {Logic::error, value};
  const Value converted = convert(value, *boolean_type(), at, evaluation);
  if (converted.is_boolean()) return {converted.as_boolean() ? Logic::yes : Logic::no, converted};
  return {converted.is_error() ? Logic::error : Logic::unknown, converted};
}

Value apply_logic_to_plain(Operator op, const Operands& given, const Value& given_left, const Value& given_right,
                           Evaluation& evaluation) {
  const LogicOperand left = logic_operand(given_left, given.left_at, evaluation);
  const LogicOperand right = logic_operand(given_right, given.right_at, evaluation);
  const auto is = [&](Logic logic) { return left.logic == logic || right.logic == logic; };
  const auto the = [&](Logic logic) { return left.logic == logic ? left.value : right.value; };
  const bool is_and = op == Operator::conjunction;
  // Null counts as false where that decides, and is a mistake elsewhere.
  if (is(is_and ? Logic::no : Logic::yes)) return Value::boolean(!is_and);
  if (is_and && is(Logic::null) && !is(Logic::error)) return Value::boolean(false);
  if (is(Logic::unknown)) return unknown_result(evaluation, {the(Logic::unknown)}, boolean_type());
  if (is(Logic::error)) return the(Logic::error);
  if (is(Logic::null)) return the(Logic::null);
  return Value::boolean(is_and);
}

}  // namespace

Value apply_operator(Operator op, const Operands& operands, Evaluation& evaluation) {
  const bool sensitive = operands.left.is_sensitive() || operands.right.is_sensitive();
  const bool is_equality = op == Operator::equal || op == Operator::not_equal;
  const auto operand = [&](const Value& value) { return is_equality ? value : expand(value, evaluation); };
  const Value values[] = {operand(operands.left), operand(operands.right)};
  const Value result = over_worlds(values, Reach::outer, evaluation, [&](std::span<const Value> plain) {
    return apply_to_plain(op, operands, plain[0], plain[1], evaluation);
  });
  return sensitive ? result.as_sensitive() : result;
}

Value apply_logic(Operator op, const Operands& operands, Evaluation& evaluation) {
  Arena& arena = evaluation.arena;
  const bool sensitive = operands.left.is_sensitive() || operands.right.is_sensitive();
  if (!operands.left.is_boolean() || !operands.right.is_boolean()) {
    const auto left = as_formula(as_truth(operands.left, evaluation), arena);
    const auto right = left ? as_formula(as_truth(operands.right, evaluation), arena) : std::nullopt;
    if (left && right) {
      const Condition formula =
          op == Operator::conjunction ? conjoin(arena, *left, *right) : disjoin(arena, *left, *right);
      return Value::condition(arena, formula).as_sensitive(sensitive);
    }
  }
  const auto distinguish = [&](const Value& value) {
    const auto formula = value.is_unknown() ? as_formula(as_truth(value, evaluation), arena) : std::nullopt;
    return formula ? Value::condition(arena, *formula) : value;
  };
  const Value values[] = {distinguish(operands.left), distinguish(operands.right)};
  const Value result = over_worlds(values, Reach::outer, evaluation, [&](std::span<const Value> plain) {
    return apply_logic_to_plain(op, operands, plain[0], plain[1], evaluation);
  });
  return sensitive ? result.as_sensitive() : result;
}

Value apply_unary(Operator op, const Value& operand, Span at, Evaluation& evaluation) {
  Arena& arena = evaluation.arena;
  if (op == Operator::negate) {
    return for_each_world(expand(operand, evaluation), evaluation, [&](const Value& leaf) {
      const Value number = numeric_operand(leaf, at, evaluation);
      if (number.is_number()) return negate(arena, number).as_sensitive(leaf.is_sensitive());
      return number.is_error() ? number : negate_bounds(number, evaluation);
    });
  }
  if (const auto formula = as_formula(as_truth(operand, evaluation), arena)) {
    return Value::condition(arena, negate(arena, *formula)).as_sensitive(operand.is_sensitive());
  }
  return for_each_world(operand, evaluation, [&](const Value& leaf) {
    const LogicOperand logic = logic_operand(leaf, at, evaluation);
    if (logic.logic == Logic::unknown) return unknown_result(evaluation, {logic.value}, boolean_type());
    if (logic.logic == Logic::error || logic.logic == Logic::null) return logic.value;
    return Value::boolean(logic.logic == Logic::no).as_sensitive(leaf.is_sensitive());
  });
}

}  // namespace holdfast

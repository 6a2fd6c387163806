#pragma once

#include "expression/evaluate.h"
#include "syntax/hcl.h"

namespace holdfast {

/// What is known of the size of a number, ends included; empty ends are open.
struct Bounds {
  std::optional<Value> minimum;
  std::optional<Value> maximum;
};

/// A known number lies between itself and itself.
Bounds bounds_of(const Value& number);

/// An unknown number that hangs on what the first unknown among the operands hangs on. Two equal ends give the number.
Value number_within(const Bounds& bounds, std::span<const Value> operands, Evaluation& evaluation);

/// `+ - * / %` where an operand is unknown.
Value calculate_bounds(hcl::Operator op, const Value& left, const Value& right, Evaluation& evaluation);
Value negate_bounds(const Value& number, Evaluation& evaluation);

}  // namespace holdfast

#pragma once

#include "expression/evaluate.h"
#include "syntax/hcl.h"

namespace holdfast {

/// The operands of an operator and where they stand.
struct Operands {
  Value left;
  Value right;
  Span at;
  Span left_at;
  Span right_at;
};

/// Every binary operator but the logical ones, `&&` and `||`, which look at the left side first.
Value apply_operator(hcl::Operator op, const Operands& operands, Evaluation& evaluation);
/// `&&` and `||`: false and true decide whatever the other side is, an error included.
Value apply_logic(hcl::Operator op, const Operands& operands, Evaluation& evaluation);
Value apply_unary(hcl::Operator op, const Value& operand, Span at, Evaluation& evaluation);

}  // namespace holdfast

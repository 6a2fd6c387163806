#pragma once

#include "expression/evaluate.h"

#include <string>
#include <vector>

namespace holdfast {

/// One sub-expression that decided the result.
struct Step {
  std::string source;  // the sub-expression as written
  Value value;
  int depth = 0;  // 0: the whole expression
};

/// Why an expression is what it is: for a false `a && b` the side that is false, for a comparison both operands, for
/// `all(...)` the first element that fails, and so on down to values that were read. Evaluates again; never changes
/// anything.
std::vector<Step> explain(hcl::Expression expression, const Scope& scope, Evaluation& evaluation);

}  // namespace holdfast

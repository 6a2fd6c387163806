#include "rule/constraints.h"

#include <algorithm>

namespace holdfast {

Constraints::Constraints(std::span<const Condition> all, Arena& arena) : arena_(arena) {
  for (const Condition formula : all) constraints_.push_back({formula, variables(formula)});
}

Condition Constraints::restrict(Condition condition) const {
  if (constraints_.empty() || condition.is_never()) return condition;
  std::vector<const Variable*> concerned = variables(condition);
  std::vector<bool> is_taken(constraints_.size());
  for (bool has_grown = true; has_grown;) {
    has_grown = false;
    for (std::size_t i = 0; i < constraints_.size(); ++i) {
      const Constraint& constraint = constraints_[i];
      if (is_taken[i] || std::ranges::find_first_of(constraint.variables, concerned) == constraint.variables.end()) {
        continue;
      }
      is_taken[i] = has_grown = true;
      concerned.insert(concerned.end(), constraint.variables.begin(), constraint.variables.end());
      condition = conjoin(arena_, condition, constraint.formula);
    }
  }
  return condition;
}

}  // namespace holdfast

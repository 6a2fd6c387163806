#pragma once

#include "value/condition.h"

#include <span>
#include <vector>

namespace holdfast {

/// What the sources demand of every deployment, as far as it bears on a question: only constraints that share a
/// variable with it, directly or through others, can change the answer.
class Constraints {
 public:
  Constraints(std::span<const Condition> all, Arena& arena);

  bool exist() const { return !constraints_.empty(); }
  /// The condition, in worlds that can come to be.
  Condition restrict(Condition condition) const;

 private:
  struct Constraint {
    Condition formula;
    std::vector<const Variable*> variables;
  };
  std::vector<Constraint> constraints_;
  Arena& arena_;
};

}  // namespace holdfast

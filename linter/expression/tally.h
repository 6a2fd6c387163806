#pragma once

#include "expression/bounds.h"
#include "expression/evaluate.h"

#include <optional>
#include <vector>

namespace holdfast {

/// Counts things of which some are there in some worlds only.
class Tally {
 public:
  void add(Condition present);
  /// There or not there, nobody knows.
  void add_open(const Value& reason);

  /// A number in each world while there are few worlds, else an unknown between bounds.
  Value result(Evaluation& evaluation) const;

 private:
  int64_t certain_ = 0;
  int64_t open_ = 0;
  std::optional<Value> reason_;
  std::vector<Condition> possible_;
};

/// How many items a list or a map has.
Value count_present(const Value& collection, Evaluation& evaluation);

}  // namespace holdfast

#pragma once

#include "model/model.h"
#include "rule/finding.h"

#include <vector>

namespace holdfast {

/// Where an expression's value was written, as narrowly as possible: `self.lock.days` points at the number, or when it
/// is missing at the lock, or when that is missing at the object's header. What a function makes without a place of its
/// own is where its first argument is.
struct Location {
  Span at;
  std::vector<Evidence> flow;  // where the value came from, nearest first
};
Location locate(hcl::Expression expression, Model& model, Object* self, Evaluation& evaluation);

/// The place of one value: its origin, an entity's header; does not exist for values of nobody.
Span place_of(const Value& value, const Arena& arena);

}  // namespace holdfast

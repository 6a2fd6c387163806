#pragma once

#include "expression/evaluate.h"
#include "expression/worlds.h"

#include <vector>

namespace holdfast {

struct Item {
  Value key;
  Value value;  // may be a choice that is absent in some world
};

/// What a `for` walks over in one world.
struct Iteration {
  std::vector<Item> items;
  const Value* unavailable = nullptr;  // an unknown or an error instead of items
};

/// Items of a known collection or entity, in the order of the language. False: it has none, being text, a number, ...
bool list_items(const Value& collection, Evaluation& evaluation, std::vector<Item>& items);

/// Calls `operation` with the items in every world of the collection, and joins the results.
template <class Operation>
Value over_collection(const Value& collection, Evaluation& evaluation, Span at, Operation&& operation);

Value refuse_iteration(const Value& collection, Span at, Evaluation& evaluation);

template <class Operation>
Value over_collection(const Value& collection, Evaluation& evaluation, Span at, Operation&& operation) {
  return for_each_world(collection, evaluation, [&](const Value& leaf) {
    Iteration iteration;
    const Value refusal = leaf.is_unknown() ? leaf : Value();
    if (leaf.is_unknown()) {
      iteration.unavailable = &refusal;
    } else if (!(leaf.is_null() && evaluation.is_pack) && !list_items(leaf, evaluation, iteration.items)) {
      return refuse_iteration(leaf, at, evaluation);
    }
    return operation(iteration);
  });
}

}  // namespace holdfast

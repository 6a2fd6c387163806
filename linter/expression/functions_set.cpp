#include "expression/collection.h"
#include "expression/convert.h"
#include "expression/function_themes.h"

#include <algorithm>

namespace holdfast {

namespace {

bool holds(const Value& set, const Value& wanted) {
  const std::span<const Value> items = set.items();
  return std::any_of(items.begin(), items.end(), [&](const Value& item) { return equal_known(item, wanted); });
}

/// Gives all sets one type of elements, as far as they have one in common.
std::vector<Value> unified(Call& call) {
  std::vector<Value> sets(call.arguments.begin(), call.arguments.end());
  const Type* common = nullptr;
  unify_values(sets, call.at, call.evaluation, common);
  return sets;
}

Value setunion(Call& call) {
  std::vector<Value> items;
  const std::vector<Value> sets = unified(call);
  for (const Value& set : sets) items.insert(items.end(), set.items().begin(), set.items().end());
  return set_of(call.arena(), items, sets.empty() ? nullptr : sets[0].element_type());
}

Value setintersection(Call& call) {
  std::vector<Value> items;
  const std::vector<Value> sets = unified(call);
  for (const Value& item : sets[0].items()) {
    if (std::all_of(sets.begin(), sets.end(), [&](const Value& set) { return holds(set, item); }))
      items.push_back(item);
  }
  return set_of(call.arena(), items, sets[0].element_type());
}

Value setsubtract(Call& call) {
  std::vector<Value> items;
  const std::vector<Value> sets = unified(call);
  for (const Value& item : sets[0].items()) {
    if (!holds(sets[1], item)) items.push_back(item);
  }
  return set_of(call.arena(), items, sets[0].element_type());
}

Value setsymmetricdifference(Call& call) {
  std::vector<Value> items;
  const std::vector<Value> sets = unified(call);
  for (const Value& set : sets) {
    for (const Value& item : set.items()) {
      const auto count =
          std::count_if(sets.begin(), sets.end(), [&](const Value& other) { return holds(other, item); });
      if (count % 2 == 1) items.push_back(item);
    }
  }
  return set_of(call.arena(), items, sets[0].element_type());
}

/// More combinations are nobody's intention.
constexpr std::size_t kProductMax = 100'000;

Value setproduct(Call& call) {
  std::vector<std::vector<Value>> rows = {{}};
  bool all_sets = true;
  for (std::size_t i = 0; i < call.count(); ++i) {
    if (!call[i].is_sequence()) return call.error(i, "a list or a set is required");
    all_sets = all_sets && call[i].kind() == ValueKind::set;
    if (rows.size() * call[i].items().size() > kProductMax)
      return unknown_value(call.arena(), "the product is too large");
    std::vector<std::vector<Value>> longer;
    for (const std::vector<Value>& row : rows) {
      for (const Value& item : call[i].items()) {
        longer.push_back(row);
        longer.back().push_back(item);
      }
    }
    rows = std::move(longer);
  }
  std::vector<Value> items;
  for (const std::vector<Value>& row : rows) items.push_back(tuple_of(call.arena(), row));
  const Type* element = items.empty() ? any_type() : type_of(items[0], call.arena());
  return all_sets ? set_of(call.arena(), items, element) : list_of(call.arena(), items, element);
}

constexpr Function kFunctions[] = {
    {"setintersection", "set(any), set(any)... -> set(any)", kChooses, setintersection, "elements that all sets hold"},
    {"setproduct", "any... -> any", 0, setproduct, "all combinations of elements"},
    {"setsubtract", "set(any), set(any) -> set(any)", 0, setsubtract, "elements of the first set but not the second"},
    {"setsymmetricdifference", "set(any), set(any)... -> set(any)", 0, setsymmetricdifference,
     "elements that only one of the sets holds"},
    {"setunion", "set(any), set(any)... -> set(any)", kMovesItems | kChooses, setunion, "elements that some set holds"},
};

}  // namespace

std::span<const Function> set_functions() { return kFunctions; }

}  // namespace holdfast

#include "expression/collection.h"
#include "expression/convert.h"
#include "expression/function_themes.h"
#include "expression/tally.h"
#include "expression/unknowns.h"
#include "expression/worlds.h"

#include <string>

namespace holdfast {

namespace {

/// In which worlds some item of a list is the wanted truth, and in which nobody knows.
struct Search {
  Condition found = Condition::never();
  Condition open = Condition::never();
  std::optional<Value> reason = std::nullopt;  // the first unknown
  bool has_error = false;
};

void search_leaf(const Leaf& leaf, bool wanted, Span at, Evaluation& evaluation, Search& search) {
  Arena& arena = evaluation.arena;
  if (leaf.value.is_absent()) return;
  Value truth = as_truth(leaf.value, evaluation);
  // Null is not true.
  if (truth.is_null()) truth = Value::boolean(false);
  if (!as_formula(truth, arena)) truth = convert(truth, *boolean_type(), at, evaluation);
  if (const auto formula = as_formula(truth, arena)) {
    const Condition holds = wanted ? *formula : negate(arena, *formula);
    search.found = disjoin(arena, search.found, conjoin(arena, leaf.condition, holds));
    return;
  }
  search.open = disjoin(arena, search.open, leaf.condition);
  if (!search.reason || (truth.is_error() && !search.reason->is_error())) search.reason = truth;
}

Value search_list(Call& call, bool wanted) {
  if (call[0].is_null() && call.evaluation.is_pack) return Value::boolean(!wanted);
  if (call[0].is_null()) return call.error(0, "this argument must not be null");
  if (call[0].is_unknown()) return call.unknown();
  if (!call[0].is_sequence()) return call.error(0, std::string(kind_name(call[0])) + " is no list");
  Search search;
  for (const Value& item : call[0].items()) {
    if (item.is_choice()) {
      for (const Leaf& leaf : leaves(item, call.evaluation))
        search_leaf(leaf, wanted, call.span(0), call.evaluation, search);
    } else {
      search_leaf({Condition::always(), item}, wanted, call.span(0), call.evaluation, search);
    }
    if (search.found.is_always()) return Value::boolean(wanted);
  }
  Value otherwise = Value::boolean(!wanted);
  if (search.reason) {
    const Value open = unknown_result(call.evaluation, {*search.reason}, boolean_type());
    otherwise = join_worlds(call.arena(), search.open, open, otherwise);
  }
  return join_worlds(call.arena(), search.found, Value::boolean(wanted), otherwise);
}

Value some(Call& call) {
  return for_each_world(call[0], call.evaluation, [&](const Value& list) {
    Call leaf = call;
    leaf.arguments = {&list, 1};
    return search_list(leaf, true);
  });
}

Value every(Call& call) {
  return for_each_world(call[0], call.evaluation, [&](const Value& list) {
    Call leaf = call;
    leaf.arguments = {&list, 1};
    return search_list(leaf, false);
  });
}

Value count_true(Call& call) {
  return for_each_world(call[0], call.evaluation, [&](const Value& list) {
    if (list.is_null()) return Value::integer(0);
    if (list.is_unknown()) return number_within({Value::integer(0), {}}, {&list, 1}, call.evaluation);
    if (!list.is_sequence()) return call.error(0, std::string(kind_name(list)) + " is no list");
    Tally tally;
    for (const Value& item : list.items()) {
      Search search;
      for (const Leaf& leaf : leaves(item, call.evaluation))
        search_leaf(leaf, true, call.span(0), call.evaluation, search);
      if (search.reason && search.reason->is_error()) return *search.reason;
      if (search.reason)
        tally.add_open(*search.reason);
      else
        tally.add(search.found);
    }
    return tally.result(call.evaluation);
  });
}

constexpr uint8_t kSearch = kTakesNull | kTakesUnknown | kTakesChoice;

constexpr Function kFunctions[] = {
    {"all", "any -> bool", kSearch | kPackOnly, every, "is every item of a list true?"},
    {"alltrue", "any -> bool", kSearch, every, "is every item of a list true?"},
    {"any", "any -> bool", kSearch | kPackOnly, some, "is some item of a list true?"},
    {"anytrue", "any -> bool", kSearch, some, "is some item of a list true?"},
    {"count", "any -> number", kSearch | kPackOnly, count_true, "how many items of a list are true?"},
};

}  // namespace

std::span<const Function> truth_functions() { return kFunctions; }

}  // namespace holdfast

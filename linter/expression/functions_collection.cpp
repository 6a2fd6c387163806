#include "expression/bounds.h"
#include "expression/characters.h"
#include "expression/collection.h"
#include "expression/convert.h"
#include "expression/function_themes.h"
#include "expression/operators.h"
#include "expression/tally.h"
#include "expression/unknowns.h"
#include "expression/worlds.h"
#include "value/entity.h"
#include "value/number.h"

#include <algorithm>
#include <string>

namespace holdfast {

namespace {

Value length(Call& call) {
  const Value& value = call[0];
  if (value.is_text()) return Value::integer(static_cast<int64_t>(characters(value.as_text()).size()));
  if (value.is_sequence() || value.is_mapping()) {
    if (value.kind() != ValueKind::set) return count_present(value, call.evaluation);
    const Length length = set_length(value);
    return number_within({Value::integer(length.minimum), Value::integer(length.maximum)}, call.arguments,
                         call.evaluation);
  }
  if (value.is_entity()) return Value::integer(static_cast<int64_t>(value.as_entity().attribute_names().size()));
  if (value.is_null() && call.evaluation.is_pack) return Value::integer(0);
  if (!value.is_unknown()) return call.error(0, std::string(kind_name(value)) + " has no length");
  const Unknown& unknown = value.as_unknown();
  if (unknown.type && (unknown.type->kind == TypeKind::boolean || unknown.type->kind == TypeKind::number)) {
    return call.error(0, to_string(*unknown.type) + " has no length");
  }
  if (unknown.type && unknown.type->kind == TypeKind::object) {
    return Value::integer(static_cast<int64_t>(unknown.type->attributes.size()));
  }
  if (unknown.type && unknown.type->kind == TypeKind::tuple) {
    return Value::integer(static_cast<int64_t>(unknown.type->elements.size()));
  }
  Bounds bounds{.minimum = Value::integer(0), .maximum = {}};
  if (unknown.minimum) bounds.minimum = *unknown.minimum;
  if (unknown.maximum) bounds.maximum = *unknown.maximum;
  return number_within(bounds, call.arguments, call.evaluation);
}

/// Lists stay lists when all are lists; otherwise the result is a tuple.
Value concat(Call& call) {
  std::vector<Value> items;
  bool all_lists = call.count() > 0;
  for (std::size_t i = 0; i < call.count(); ++i) {
    const Value& value = call[i];
    if (value.is_unknown()) {
      const bool is_list = value.as_unknown().type && value.as_unknown().type->kind == TypeKind::list;
      const bool typed = is_list && std::all_of(call.arguments.begin(), call.arguments.end(), [](const Value& other) {
                           return other.kind() == ValueKind::list || other.is_unknown();
                         });
      return call.unknown(typed ? value.as_unknown().type : nullptr);
    }
    if (!value.is_sequence()) return call.error(i, std::string(kind_name(value)) + " is no list");
    all_lists = all_lists && value.kind() == ValueKind::list;
    items.insert(items.end(), value.items().begin(), value.items().end());
  }
  const Type* element = nullptr;
  if (!all_lists || !unify_values(items, call.at, call.evaluation, element)) return tuple_of(call.arena(), items);
  return list_of(call.arena(), items, element);
}

Value element(Call& call) {
  const Value& list = call[0];
  if (list.is_unknown()) {
    const Type* type = list.as_unknown().type;
    if (call[1].is_number() && !list.as_unknown().parts.empty()) {
      return read_index(list, call[1], call.span(1), call.evaluation);
    }
    return call.unknown(type ? type->element : nullptr, false);
  }
  if (!list.is_sequence()) return call.error(0, std::string(kind_name(list)) + " is no list");
  const auto size = static_cast<int64_t>(list.items().size());
  if (size == 0) return call.error(0, "the list is empty");
  if (call[1].is_unknown()) return call.unknown(list.element_type(), false);
  const auto index = to_integer(call[1]);
  if (!index) return call.error(1, "a whole number is required");
  return list.items()[static_cast<std::size_t>(((*index % size) + size) % size)];
}

Value list_contains(Call& call, const Value& list) {
  if (list.is_null() && call.evaluation.is_pack) return Value::boolean(false);
  if (list.is_null()) return call.error(0, "this argument must not be null");
  if (list.is_unknown()) return unknown_result(call.evaluation, {list}, boolean_type());
  if (!list.is_sequence()) return call.error(0, std::string(kind_name(list)) + " is no list");
  Value result = Value::boolean(false);
  for (const Value& item : list.items()) {
    const Value found = for_each_world(item, call.evaluation, [&](const Value& leaf) {
      return leaf.is_absent() ? Value::boolean(false) : equals(leaf, call[1], call.evaluation);
    });
    result = apply_logic(hcl::Operator::disjunction, {result, found, call.at, call.at, call.at}, call.evaluation);
    if (result.is_boolean() && result.as_boolean()) return result;
  }
  return result;
}

Value contains(Call& call) {
  return for_each_world(call[0], call.evaluation, [&](const Value& list) { return list_contains(call, list); });
}

bool flatten_into(const Value& value, Evaluation& evaluation, std::vector<Value>& items) {
  for (const Value& item : value.items()) {
    if (item.is_sequence()) {
      if (!flatten_into(item, evaluation, items)) return false;
    } else if (item.is_unknown()) {
      const Type* type = item.as_unknown().type;
      const bool is_scalar = type && (type->kind == TypeKind::text || type->kind == TypeKind::number ||
                                      type->kind == TypeKind::boolean || type->kind == TypeKind::object);
      // What may be a list itself leaves the length open.
      if (!is_scalar) return false;
      items.push_back(item);
    } else if (item.is_choice()) {
      // Items of a list that may not be there are items that may not be there.
      for (const Leaf& leaf : leaves(item, evaluation)) {
        std::vector<Value> inner;
        if (leaf.value.is_absent()) continue;
        if (!flatten_into(list_of(evaluation.arena, {&leaf.value, 1}), evaluation, inner)) return false;
        for (const Value& value_then : inner) {
          items.push_back(join_worlds(evaluation.arena, leaf.condition, value_then, Value::absent()));
        }
      }
    } else {
      items.push_back(item);
    }
  }
  return true;
}

Value flatten(Call& call) {
  if (call[0].is_unknown()) return call.unknown(nullptr);
  if (!call[0].is_sequence()) return call.error(0, std::string(kind_name(call[0])) + " is no list");
  std::vector<Value> items;
  return flatten_into(call[0], call.evaluation, items) ? tuple_of(call.arena(), items) : call.unknown(nullptr);
}

Value distinct(Call& call) {
  if (!call[0].is_wholly_known()) return call.unknown(type_of(call[0], call.arena()));
  std::vector<Value> items;
  for (const Value& item : call[0].items()) {
    if (std::none_of(items.begin(), items.end(), [&](const Value& seen) { return equal_known(seen, item); })) {
      items.push_back(item);
    }
  }
  return list_of(call.arena(), items, call[0].element_type());
}

Value reverse(Call& call) {
  if (call[0].is_unknown()) return call.unknown(call[0].as_unknown().type);
  if (!call[0].is_sequence()) return call.error(0, std::string(kind_name(call[0])) + " is no list");
  std::vector<Value> items(call[0].items().rbegin(), call[0].items().rend());
  if (call[0].kind() == ValueKind::tuple) return tuple_of(call.arena(), items);
  return list_of(call.arena(), items, call[0].element_type());
}

Value slice(Call& call) {
  if (!call[0].is_sequence() || call[0].kind() == ValueKind::set) {
    return call.error(0, std::string(kind_name(call[0])) + " is no list");
  }
  const auto from = to_integer(call[1]);
  const auto to = to_integer(call[2]);
  const std::span<const Value> items = call[0].items();
  if (!from || *from < 0) return call.error(1, "the start lies outside the list");
  if (!to || *to > static_cast<int64_t>(items.size())) return call.error(2, "the end lies outside the list");
  if (*from > *to) return call.error(1, "the start lies behind the end");
  const auto part = items.subspan(static_cast<std::size_t>(*from), static_cast<std::size_t>(*to - *from));
  if (call[0].kind() == ValueKind::tuple) return tuple_of(call.arena(), part);
  return list_of(call.arena(), part, call[0].element_type());
}

Value sort(Call& call) {
  if (call[0].is_unknown()) return call.unknown();
  std::vector<Value> items(call[0].items().begin(), call[0].items().end());
  if (!call[0].is_wholly_known()) {
    for (Value& item : items) item = call.unknown(text_type());
    return list_of(call.arena(), items, text_type());
  }
  for (const Value& item : items) {
    if (item.is_null()) return call.error(0, "null cannot be sorted");
  }
  std::stable_sort(items.begin(), items.end(),
                   [](const Value& a, const Value& b) { return a.as_text() < b.as_text(); });
  return list_of(call.arena(), items, text_type());
}

Value compact(Call& call) {
  std::vector<Value> items;
  for (const Value& item : call[0].items()) {
    if (!item.is_null() && !item.as_text().empty()) items.push_back(item);
  }
  return list_of(call.arena(), items, text_type());
}

Value index(Call& call) {
  int64_t position = 0;
  if (!call[0].is_sequence()) return call.error(0, std::string(kind_name(call[0])) + " is no list");
  for (const Value& item : call[0].items()) {
    if (equal_known(item, call[1])) return Value::integer(position);
    ++position;
  }
  return call.error(1, "the list holds no such item");
}

Value coalesce(Call& call) {
  std::vector<Value> candidates(call.arguments.begin(), call.arguments.end());
  const Type* common = nullptr;
  if (!call.evaluation.is_pack && !unify_values(candidates, call.at, call.evaluation, common)) {
    return call.error("the arguments have no type in common");
  }
  for (const Value& candidate : candidates) {
    if (candidate.is_unknown()) {
      if (candidate.as_unknown().not_null && candidate.as_unknown().type == number_type()) return candidate;
      return call.unknown(common && common->kind != TypeKind::any ? common : nullptr);
    }
    const bool is_empty = candidate.is_text() && candidate.as_text().empty();
    if (!candidate.is_null() && !is_empty) return candidate;
  }
  if (call.evaluation.is_pack) return Value::null();
  return call.error("every argument is null or empty");
}

Value coalescelist(Call& call) {
  for (const Value& candidate : call.arguments) {
    if (candidate.is_unknown()) return call.unknown(nullptr);
    if (candidate.is_sequence() && !candidate.items().empty()) return candidate;
  }
  return call.error("every list is null or empty");
}

Value one(Call& call) {
  const Value& list = call[0];
  if (list.is_unknown()) {
    const Type* type = list.as_unknown().type;
    return call.unknown(type ? type->element : nullptr, false);
  }
  if (!list.is_sequence()) return call.error(0, std::string(kind_name(list)) + " is no list");
  if (list.items().size() > 1) return call.error(0, "the list has more than one item");
  return list.items().empty() ? Value::null() : list.items()[0];
}

Value matchkeys(Call& call) {
  std::vector<Value> items;
  if (call[0].items().size() != call[1].items().size()) return call.error("there are not as many keys as values");
  Value lists[] = {call[1], call[2]};
  const Type* common = nullptr;
  unify_values(lists, call.at, call.evaluation, common);
  const std::span<const Value> keys = lists[0].items();
  const std::span<const Value> wanted = lists[1].items();
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const bool found =
        std::any_of(wanted.begin(), wanted.end(), [&](const Value& key) { return equal_known(key, keys[i]); });
    if (found) items.push_back(call[0].items()[i]);
  }
  return list_of(call.arena(), items, call[0].element_type());
}

Value chunklist(Call& call) {
  const auto size = to_integer(call[1]);
  if (!size || *size < 0) return call.error(1, "the size of a chunk is a whole number");
  const std::span<const Value> items = call[0].items();
  const std::size_t step = *size == 0 ? std::max<std::size_t>(items.size(), 1) : static_cast<std::size_t>(*size);
  std::vector<Value> chunks;
  for (std::size_t i = 0; i < items.size(); i += step) {
    chunks.push_back(list_of(call.arena(), items.subspan(i, std::min(step, items.size() - i)), call[0].element_type()));
  }
  return list_of(call.arena(), chunks, collection_type(call.arena(), TypeKind::list, call[0].element_type()));
}

/// More elements are nobody's intention.
constexpr std::size_t kRangeMax = 100'000;

Value range(Call& call) {
  for (std::size_t i = 0; i < call.count(); ++i) {
    if (call[i].is_null()) return call.error(i, "this argument must not be null");
  }
  const bool has_start = call.count() > 1;
  const Value start = has_start ? call[0] : Value::integer(0);
  const Value& end = call[has_start ? 1 : 0];
  const bool falls = compare_numbers(end, start) < 0;
  const Value step = call.count() > 2 ? call[2] : Value::integer(falls ? -1 : 1);
  const auto direction = compare_numbers(step, Value::integer(0));
  if (direction == 0 || (direction < 0) != falls) {
    if (compare_numbers(end, start) == 0) return list_of(call.arena(), {}, number_type());
    return call.error("the step leads away from the end");
  }
  std::vector<Value> items;
  for (Value n = start; falls ? compare_numbers(n, end) > 0 : compare_numbers(n, end) < 0;
       n = add(call.arena(), n, step)) {
    if (items.size() == kRangeMax || !spend(1, call.evaluation))
      return unknown_value(call.arena(), "the range is too long");
    items.push_back(n);
  }
  return list_of(call.arena(), items, number_type());
}

constexpr uint16_t kAny = kTakesNull | kTakesUnknown;

constexpr Function kFunctions[] = {
    {"chunklist", "list(any), number -> list(list(any))", kMovesItems | kChooses, chunklist,
     "cuts a list into lists of a size"},
    {"coalesce", "any... -> any", kAny | kChooses, coalesce, "the first argument that is neither null nor empty text"},
    {"coalescelist", "any... -> any", kAny | kMovesItems | kChooses, coalescelist, "the first list that is not empty"},
    {"compact", "list(text) -> list(text)", kChooses, compact, "a list without null and empty texts"},
    {"concat", "any... -> any", kTakesUnknown | kMovesItems | kChooses, concat, "one list of the items of several"},
    {"contains", "any, any -> bool", kAny | kTakesChoice, contains, "does a list hold a value?"},
    {"distinct", "list(any) -> list(any)", kTakesUnknown | kChooses, distinct, "a list without repeated items"},
    {"element", "any, number -> any", kTakesUnknown | kChooses, element,
     "the item at a position, counted round the list"},
    {"flatten", "any -> any", kTakesUnknown | kMovesItems | kChooses, flatten,
     "the items of lists in lists as one list"},
    {"index", "any, any -> number", 0, index, "the position of a value in a list"},
    {"length", "any -> number", kAny | kMovesItems, length, "how many items or characters there are"},
    {"matchkeys", "list(any), list(any), list(any) -> list(any)", 0, matchkeys, "the values whose keys are wanted"},
    {"one", "any -> any", kTakesUnknown | kChooses, one, "the only item of a list, null if it is empty"},
    {"range", "number, number?, number? -> list(number)", 0, range, "numbers from a start to an end"},
    {"reverse", "any -> any", kTakesUnknown | kMovesItems | kChooses, reverse, "a list backwards"},
    {"slice", "any, number, number -> any", kMovesItems | kChooses, slice, "a part of a list"},
    {"sort", "list(text) -> list(text)", kTakesUnknown | kChooses, sort, "texts in order"},
};

}  // namespace

std::span<const Function> collection_functions() { return kFunctions; }

}  // namespace holdfast

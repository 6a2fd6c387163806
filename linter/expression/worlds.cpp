#include "expression/worlds.h"

#include "expression/collection.h"
#include "expression/convert.h"
#include "expression/unknowns.h"

#include <algorithm>

namespace holdfast {

namespace {

void add_content(const Value& value, Content& content) {
  if (value.is_plain()) return;
  content.sensitive = content.sensitive || value.is_sensitive();
  switch (value.kind()) {
    case ValueKind::absent: content.absent = true; break;
    case ValueKind::unknown: content.unknown = true; break;
    case ValueKind::choice:
      content.choice = true;
      add_content(value.as_choice().then, content);
      add_content(value.as_choice().otherwise, content);
      break;
    case ValueKind::list:
    case ValueKind::set:
    case ValueKind::tuple:
      for (const Value& item : value.items()) add_content(item, content);
      break;
    case ValueKind::map:
    case ValueKind::object:
      for (const Value::Entry& entry : value.entries()) add_content(entry.value, content);
      break;
    default: break;
  }
}

std::size_t leaf_count(const Value& value) {
  if (!value.is_choice()) return 1;
  return leaf_count(value.as_choice().then) + leaf_count(value.as_choice().otherwise);
}

/// The first choice inside, outermost first.
const Choice* first_choice(const Value& value, Reach reach) {
  if (value.is_choice()) return &value.as_choice();
  if (reach == Reach::outer || value.is_wholly_known()) return nullptr;
  if (value.is_sequence()) {
    for (const Value& item : value.items()) {
      if (const Choice* found = first_choice(item, reach)) return found;
    }
  } else if (value.is_mapping()) {
    for (const Value::Entry& entry : value.entries()) {
      if (const Choice* found = first_choice(entry.value, reach)) return found;
    }
  }
  return nullptr;
}

struct Distribution {
  Evaluation& evaluation;
  Reach reach;
  WorldOperation operation;
  void* context;
  std::size_t worlds_left = 2 * kChoiceLeavesMax;

  Value run(std::span<const Value> operands) {
    const Choice* choice = nullptr;
    for (const Value& operand : operands) {
      if ((choice = first_choice(operand, reach))) break;
    }
    if (!choice) {
      if (worlds_left == 0) return too_many_scenarios(evaluation.arena);
      --worlds_left;
      return operation(context, operands);
    }
    Arena& arena = evaluation.arena;
    const Condition condition = choice->condition;
    const Condition before = evaluation.assumption;
    const Value then = run_under(operands, conjoin(arena, before, condition));
    if (worlds_left == 0) return too_many_scenarios(arena);
    const Value otherwise = run_under(operands, conjoin(arena, before, negate(arena, condition)));
    evaluation.assumption = before;
    return join_worlds(arena, condition, then, otherwise);
  }

  Value run_under(std::span<const Value> operands, Condition assumption) {
    const Condition before = evaluation.assumption;
    evaluation.assumption = assumption;
    std::vector<Value> restricted;
    restricted.reserve(operands.size());
    for (const Value& operand : operands) restricted.push_back(restrict(operand, assumption));
    const Value result = run(restricted);
    evaluation.assumption = before;
    return result;
  }

  Value restrict(const Value& operand, Condition assumption) const {
    return reach == Reach::outer && !operand.is_choice() ? operand : under(operand, assumption, evaluation.arena);
  }
};

}  // namespace

Content content_of(const Value& value) {
  Content content;
  add_content(value, content);
  return content;
}

namespace {

constexpr std::string_view kTooMany = "too many scenarios";

bool is_too_many(const Value& value) { return value.is_unknown() && value.as_unknown().reason == kTooMany; }

}  // namespace

Value too_many_scenarios(Arena& arena) { return unknown_value(arena, kTooMany); }

std::optional<Condition> as_formula(const Value& value, Arena& arena) {
  if (value.is_boolean()) return value.as_boolean() ? Condition::always() : Condition::never();
  if (value.is_unknown()) {
    const Unknown& unknown = value.as_unknown();
    if (!unknown.variable || !unknown.type || unknown.type->kind != TypeKind::boolean) return std::nullopt;
    return Condition::equals(arena, *unknown.variable, "true");
  }
  if (!value.is_choice()) return std::nullopt;
  const Choice& choice = value.as_choice();
  const auto then = as_formula(choice.then, arena);
  if (!then) return std::nullopt;
  const auto otherwise = as_formula(choice.otherwise, arena);
  if (!otherwise) return std::nullopt;
  if (then->is_always() && otherwise->is_never()) return choice.condition;
  return disjoin(arena, conjoin(arena, choice.condition, *then),
                 conjoin(arena, negate(arena, choice.condition), *otherwise));
}

Value join_worlds(Arena& arena, Condition condition, const Value& then, const Value& otherwise) {
  if (condition.is_always()) return then;
  if (condition.is_never()) return otherwise;
  if (is_too_many(then)) return then;
  if (is_too_many(otherwise)) return otherwise;
  const auto left = as_formula(then, arena);
  const auto right = left ? as_formula(otherwise, arena) : std::nullopt;
  if (left && right) {
    const Condition formula =
        disjoin(arena, conjoin(arena, condition, *left), conjoin(arena, negate(arena, condition), *right));
    return Value::condition(arena, formula).as_sensitive(then.is_sensitive() || otherwise.is_sensitive());
  }
  if (leaf_count(then) + leaf_count(otherwise) > kChoiceLeavesMax) return too_many_scenarios(arena);
  return Value::choice(arena, condition, then, otherwise).as_sensitive(then.is_sensitive() || otherwise.is_sensitive());
}

Value over_worlds(std::span<const Value> operands, Reach reach, Evaluation& evaluation, WorldOperation operation,
                  void* context) {
  const bool has_choice =
      std::any_of(operands.begin(), operands.end(), [&](const Value& operand) { return first_choice(operand, reach); });
  if (!has_choice) return operation(context, operands);
  Distribution distribution{evaluation, reach, operation, context};
  return distribution.run_under(operands, evaluation.assumption);
}

bool may_be_absent(const Value& value) {
  if (!value.is_choice()) return value.is_absent();
  return may_be_absent(value.as_choice().then) || may_be_absent(value.as_choice().otherwise);
}

bool has_optional_items(const Value& sequence) {
  for (const Value& item : sequence.items()) {
    if (item.is_choice() && may_be_absent(item)) return true;
  }
  return false;
}

std::span<const Value> present_items(std::span<const Value> items, std::vector<Value>& storage) {
  const auto is_absent = [](const Value& item) { return item.is_absent(); };
  if (std::none_of(items.begin(), items.end(), is_absent)) return items;
  storage.assign(items.begin(), items.end());
  std::erase_if(storage, is_absent);
  return storage;
}

Value absent_as_null(const Value& value, Evaluation& evaluation) {
  if (value.is_absent()) return Value::null().with_origin(value.origin());
  if (!value.is_choice() || !may_be_absent(value)) return value;
  const Choice& choice = value.as_choice();
  return Value::choice(evaluation.arena, choice.condition, absent_as_null(choice.then, evaluation),
                       absent_as_null(choice.otherwise, evaluation))
      .with_origin(value.origin());
}

namespace {

void add_leaves(const Value& value, Condition path, Evaluation& evaluation, std::vector<Leaf>& found) {
  if (!value.is_choice()) {
    found.push_back({path, value});
    return;
  }
  Arena& arena = evaluation.arena;
  const Choice& choice = value.as_choice();
  add_leaves(choice.then, conjoin(arena, path, choice.condition), evaluation, found);
  add_leaves(choice.otherwise, conjoin(arena, path, negate(arena, choice.condition)), evaluation, found);
}

}  // namespace

std::vector<Leaf> leaves(const Value& value, Evaluation& evaluation) {
  std::vector<Leaf> found;
  add_leaves(value, Condition::always(), evaluation, found);
  return found;
}

namespace {

bool needs_restriction(const Value& value) {
  if (value.is_plain()) return false;
  const Content content = content_of(value);
  return content.choice || content.absent;
}

}  // namespace

Value under(const Value& value, Condition assumption, Arena& arena) {
  switch (value.kind()) {
    case ValueKind::choice: {
      const Choice& choice = value.as_choice();
      const Truth decided = implied(assumption, choice.condition, arena);
      if (decided == Truth::yes) return under(choice.then, assumption, arena);
      if (decided == Truth::no) return under(choice.otherwise, assumption, arena);
      const Value then = under(choice.then, conjoin(arena, assumption, choice.condition), arena);
      const Value otherwise =
          under(choice.otherwise, conjoin(arena, assumption, negate(arena, choice.condition)), arena);
      return Value::choice(arena, choice.condition, then, otherwise)
          .with_origin(value.origin())
          .as_sensitive(value.is_sensitive());
    }
    case ValueKind::list:
    case ValueKind::set:
    case ValueKind::tuple: {
      if (!needs_restriction(value)) return value;
      std::vector<Value> items;
      for (const Value& item : value.items()) {
        const Value restricted = under(item, assumption, arena);
        if (!restricted.is_absent()) items.push_back(restricted);
      }
      if (value.kind() == ValueKind::set) {
        return set_of(arena, items, value.element_type()).with_origin(value.origin());
      }
      return Value::sequence(arena, value.kind(), items, value.element_type())
          .with_origin(value.origin())
          .as_sensitive(value.is_sensitive());
    }
    case ValueKind::map:
    case ValueKind::object: {
      if (!needs_restriction(value)) return value;
      std::vector<Value::Entry> entries;
      for (const Value::Entry& entry : value.entries()) {
        const Value restricted = under(entry.value, assumption, arena);
        if (!restricted.is_absent()) entries.push_back({entry.key, restricted, entry.key_origin});
      }
      return Value::mapping(arena, value.kind(), entries, value.element_type())
          .with_origin(value.origin())
          .as_sensitive(value.is_sensitive());
    }
    default: return value;
  }
}

Value as_truth(const Value& value, Evaluation& evaluation) {
  if (!value.is_unknown() || !value.as_unknown().variable) return value;
  const Value truth = convert(value, *boolean_type(), {}, evaluation);
  return truth.is_error() ? value : truth;
}

Condition as_condition(const Value& given, Evaluation& evaluation) {
  Arena& arena = evaluation.arena;
  const Value value = as_truth(given, evaluation);
  if (const auto formula = as_formula(value, arena)) return *formula;
  if (value.is_choice()) {
    const Choice& choice = value.as_choice();
    return disjoin(arena, conjoin(arena, choice.condition, as_condition(choice.then, evaluation)),
                   conjoin(arena, negate(arena, choice.condition), as_condition(choice.otherwise, evaluation)));
  }
  if (value.is_text()) {
    if (const auto flag = read_boolean(value.as_text(), evaluation.is_pack)) {
      return *flag ? Condition::always() : Condition::never();
    }
  }
  return Condition::equals(arena, opaque_variable(value, evaluation), "true");
}

}  // namespace holdfast

#include "cloudformation/conditions.h"

#include "cloudformation/cloudformation_diagnostics.h"
#include "cloudformation/intrinsic.h"
#include "cloudformation/node_value.h"
#include "cloudformation/parameters.h"
#include "cloudformation/transform.h"
#include "expression/worlds.h"

#include <algorithm>
#include <string>

namespace holdfast::cloudformation {
namespace {

Condition solve(const Place& place, Template& unit);

Condition opaque(std::string_view fact, Template& unit) {
  return as_condition(unknown_value(unit.arena, unit.arena.copy(fact)), unit.evaluation);
}

Condition malformed_condition(const Intrinsic& function, std::string_view wanted, Template& unit) {
  malformed(function, wanted, unit);
  return opaque("a condition is malformed", unit);
}

/// What the declaration of a parameter rules out.
bool is_excluded(const Value& open, const Value& literal, Template& unit) {
  if (!open.is_unknown() || !literal.is_text()) return false;
  const Identity& identity = open.as_unknown().identity;
  return identity.subject == &unit && !admits(identity.attribute, literal.as_text(), unit);
}

Condition are_equal(const Value& left, const Value& right, Template& unit) {
  if (is_excluded(left, right, unit) || is_excluded(right, left, unit)) return Condition::never();
  return as_condition(equals(left, right, unit.evaluation), unit.evaluation);
}

Condition solve_equals(const Intrinsic& function, Template& unit) {
  const std::vector<Place> sides = operands(function, 2, 2);
  if (sides.empty()) return malformed_condition(function, "two values", unit);
  Value left = as_text(evaluate(sides[0], unit), unit);
  Value right = as_text(evaluate(sides[1], unit), unit);
  // Two variables have no literal between them; the allowed values of one provide it.
  if (left.is_unknown() && right.is_unknown()) left = expand(left, unit.evaluation);
  return are_equal(left, right, unit);
}

Condition all_of(Arena& arena, Condition a, Condition b) { return conjoin(arena, a, b); }
Condition any_of(Arena& arena, Condition a, Condition b) { return disjoin(arena, a, b); }

Condition solve_list(const Intrinsic& function, Template& unit, Condition (*joined)(Arena&, Condition, Condition)) {
  const std::vector<Place> places = operands(function, 1, kDocumentDepthMax);
  if (places.empty()) return malformed_condition(function, "a list of conditions", unit);
  Condition all = solve(places[0], unit);
  for (std::size_t i = 1; i < places.size(); ++i) all = joined(unit.arena, all, solve(places[i], unit));
  return all;
}

Condition solve_not(const Intrinsic& function, Template& unit) {
  const std::vector<Place> places = operands(function, 1, 1);
  if (places.empty()) return malformed_condition(function, "a list of one condition", unit);
  return negate(unit.arena, solve(places[0], unit));
}

/// Is the value one of the list? A list that is not known is a fact of its own.
Condition is_member(const Value& value, const Value& list, Template& unit) {
  if (!list.is_sequence()) return opaque("a list is not known", unit);
  Condition any = Condition::never();
  for (const Value& item : list.items()) {
    any = disjoin(unit.arena, any, are_equal(as_text(value, unit), as_text(item, unit), unit));
  }
  return any;
}

/// `wanted` of every item of the list.
template <class Wanted>
Condition of_each(const Value& list, Template& unit, Wanted&& wanted) {
  if (!list.is_sequence()) return opaque("a list is not known", unit);
  Condition all = Condition::always();
  for (const Value& item : list.items()) all = conjoin(unit.arena, all, wanted(item));
  return all;
}

Condition solve_contains(const Intrinsic& function, Template& unit) {
  const std::vector<Place> sides = operands(function, 2, 2);
  if (sides.empty()) return malformed_condition(function, "a list and a value", unit);
  return is_member(evaluate(sides[1], unit), evaluate(sides[0], unit), unit);
}

Condition solve_each_equals(const Intrinsic& function, Template& unit) {
  const std::vector<Place> sides = operands(function, 2, 2);
  if (sides.empty()) return malformed_condition(function, "a list and a value", unit);
  const Value value = evaluate(sides[1], unit);
  return of_each(evaluate(sides[0], unit), unit,
                 [&](const Value& item) { return are_equal(as_text(item, unit), as_text(value, unit), unit); });
}

Condition solve_each_in(const Intrinsic& function, Template& unit) {
  const std::vector<Place> sides = operands(function, 2, 2);
  if (sides.empty()) return malformed_condition(function, "two lists", unit);
  const Value list = evaluate(sides[1], unit);
  return of_each(evaluate(sides[0], unit), unit, [&](const Value& item) { return is_member(item, list, unit); });
}

Condition solve_function(const Intrinsic& function, Template& unit) {
  if (function.name == "Condition" && function.argument.is_scalar()) {
    return condition_named(function.argument.text(unit.arena), function.argument.span(), unit);
  }
  if (function.name == "Fn::Equals") return solve_equals(function, unit);
  if (function.name == "Fn::And") return solve_list(function, unit, all_of);
  if (function.name == "Fn::Or") return solve_list(function, unit, any_of);
  if (function.name == "Fn::Not") return solve_not(function, unit);
  if (function.name == "Fn::Contains") return solve_contains(function, unit);
  if (function.name == "Fn::EachMemberEquals") return solve_each_equals(function, unit);
  if (function.name == "Fn::EachMemberIn") return solve_each_in(function, unit);
  if (function.name == "Fn::Transform") return opaque("a transform makes a condition at deployment", unit);
  unit.report(kNotACondition, function.span, {});
  return opaque("a condition is none", unit);
}

Condition solve(const Place& written, Template& unit) {
  const Place place = with_include(written, unit);
  if (unit.evaluation.depth >= kEvaluationDepthMax) return opaque("conditions are nested too deep", unit);
  if (const std::optional<Intrinsic> function = intrinsic_at(place)) {
    ++unit.evaluation.depth;
    const Condition formula = solve_function(*function, unit);
    --unit.evaluation.depth;
    return formula;
  }
  if (const Place name = place.find("Condition"); name.exists() && name.is_scalar()) {
    return condition_named(name.text(unit.arena), name.span(), unit);
  }
  const Value literal = place.is_scalar() ? as_text(evaluate(place, unit), unit) : Value();
  if (literal.is_text() && literal.as_text() == "true") return Condition::always();
  if (literal.is_text() && literal.as_text() == "false") return Condition::never();
  unit.report(kNotACondition, place.whole_span(), {});
  return opaque("a condition is none", unit);
}

std::vector<std::string_view> condition_names(const Template& unit) {
  std::vector<std::string_view> names;
  for (const auto& [name, condition] : unit.conditions) names.push_back(name);
  std::ranges::sort(names);
  return names;
}

/// What always or never holds is said so once, so that nobody has to find out again.
Condition simplified(Condition formula, Template& unit) {
  switch (implied(Condition::always(), formula, unit.arena)) {
    case Truth::yes: return Condition::always();
    case Truth::no: return Condition::never();
    case Truth::unknown: return formula;
  }
  return formula;
}

}  // namespace

Condition condition_at(const Place& place, Template& unit) { return simplified(solve(place, unit), unit); }

Condition condition_named(std::string_view name, Span at, Template& unit) {
  const auto found = unit.conditions.find(name);
  if (found == unit.conditions.end()) {
    if (!unit.are_conditions_open) unit.report(kUnknownCondition, at, {name}, nearest(name, condition_names(unit)));
    NamedCondition& assumed = unit.conditions[unit.arena.copy(name)];
    assumed.progress = Progress::done;
    assumed.formula = opaque("condition " + std::string(name) + " holds", unit);
    return assumed.formula;
  }
  NamedCondition& condition = found->second;
  if (condition.progress == Progress::running) {
    unit.report(kConditionCycle, condition.declared_at, {name});
    return opaque("condition " + std::string(name) + " holds", unit);
  }
  if (condition.progress == Progress::open) {
    condition.progress = Progress::running;
    const Condition assumed = unit.evaluation.assumption;
    unit.evaluation.assumption = Condition::always();
    const Condition formula = simplified(solve(condition.place, unit), unit);
    unit.evaluation.assumption = assumed;
    NamedCondition& solved = unit.conditions.at(name);
    solved.formula = formula;
    solved.progress = Progress::done;
  }
  return unit.conditions.at(name).formula;
}

}  // namespace holdfast::cloudformation

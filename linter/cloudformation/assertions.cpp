#include "cloudformation/assertions.h"

#include "cloudformation/cloudformation_diagnostics.h"
#include "cloudformation/conditions.h"
#include "cloudformation/intrinsic.h"
#include "cloudformation/members.h"
#include "cloudformation/node_value.h"
#include "expression/collection.h"
#include "expression/worlds.h"

#include <string>

namespace holdfast::cloudformation {
namespace {

Condition all_assertions(const Place& assertions, Template& unit) {
  Condition all = Condition::always();
  for (std::size_t i = 0; assertions.exists() && assertions.is_sequence() && i < assertions.item_count(); ++i) {
    const Place assertion = assertions.item(i).find("Assert");
    if (assertion.exists()) all = conjoin(unit.arena, all, condition_at(assertion, unit));
  }
  return all;
}

/// What a rule demands: its assertions, wherever its condition holds and the template is deployed at all.
Condition demand_of(const Place& rule, Template& unit) {
  const Place when = rule.find("RuleCondition");
  Condition applies = when.exists() ? condition_at(when, unit) : Condition::always();
  applies = conjoin(unit.arena, unit.exists, applies);
  if (applies.is_never()) return Condition::always();
  return disjoin(unit.arena, negate(unit.arena, applies), all_assertions(rule.find("Assertions"), unit));
}

/// What an assertion asks of a thing that a parameter names is looked up at deployment.
Value looked_up(const Intrinsic& intrinsic, const Type* type, Template& unit) {
  const std::vector<Place> parts = operands(intrinsic, 2, 2);
  if (parts.empty() || !parts[0].is_scalar() || !parts[1].is_scalar()) {
    return malformed(intrinsic, "a parameter or a type of parameters, and an attribute", unit);
  }
  const std::string name = std::string(parts[1].text(unit.arena)) + " of " + std::string(parts[0].text(unit.arena));
  return unit.at(intrinsic.span, unit.unknown_named(name, name + " is looked up at deployment", type));
}

}  // namespace

void read_assertions(const Place& section, Template& unit) {
  if (unit.stack.is_elsewhere) return;
  for (const Member& member : members_of(section, unit).all) {
    const Condition demand = demand_of(member.value, unit);
    if (satisfiable(demand) == Truth::no) {
      unit.report(kAssertionFails, member.key_span, {member.key});
    } else if (!demand.is_always()) {
      unit.deployment.constraints.push_back(demand);
    }
  }
}

Value ref_all(const Intrinsic& intrinsic, Template& unit) {
  if (!intrinsic.argument.is_scalar()) return malformed(intrinsic, "a type of parameters", unit);
  const std::string_view wanted = intrinsic.argument.text(unit.arena);
  std::vector<Value> found;
  for (const Member& parameter : members_of(unit.parameter_section, unit).all) {
    const Place type = parameter.value.find("Type");
    if (type.exists() && type.is_scalar() && type.text(unit.arena) == wanted) {
      found.push_back(unit.parameters.at(parameter.key));
    }
  }
  return unit.at(intrinsic.span, tuple_of(unit.arena, found));
}

Value value_of(const Intrinsic& intrinsic, Template& unit) { return looked_up(intrinsic, text_type(), unit); }

Value value_of_all(const Intrinsic& intrinsic, Template& unit) {
  return looked_up(intrinsic, collection_type(unit.arena, TypeKind::list, text_type()), unit);
}

}  // namespace holdfast::cloudformation

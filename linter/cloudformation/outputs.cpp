#include "cloudformation/outputs.h"

#include "cloudformation/cloudformation_diagnostics.h"
#include "cloudformation/conditions.h"
#include "cloudformation/members.h"
#include "cloudformation/node_value.h"

namespace holdfast::cloudformation {
namespace {

/// An output whose condition does not hold is not there to be read.
Value value_of(const Place& declaration, Template& unit) {
  const Place value = declaration.find("Value");
  if (!value.exists()) return unknown_value(unit.arena, "the output has no value");
  const Place condition = declaration.find("Condition");
  if (!condition.exists() || !condition.is_scalar()) return evaluate(value, unit);
  const Condition is_made = condition_named(condition.text(unit.arena), condition.span(), unit);
  unit.evaluation.assumption = is_made;
  const Value made = evaluate(value, unit);
  return Value::choice(unit.arena, is_made, made, unknown_value(unit.arena, "the output is not made then"));
}

}  // namespace

void read_outputs(const Place& section, Template& unit) {
  for (const Member& member : declarations_in(section, unit)) {
    unit.outputs[member.key] = {.declaration = member.value, .declared_at = member.key_span};
  }
}

std::optional<Value> output_named(std::string_view name, Template& unit) {
  const auto found = unit.outputs.find(name);
  if (found == unit.outputs.end()) return std::nullopt;
  Output& output = found->second;
  if (output.progress == Progress::running) {
    return unit.mistake(kPropertyCycle, output.declared_at, {name, unit.path});
  }
  if (output.progress == Progress::open) {
    output.progress = Progress::running;
    output.value = evaluate_alone(unit, [&] { return value_of(output.declaration, unit); });
    output.progress = Progress::done;
  }
  return output.value;
}

}  // namespace holdfast::cloudformation

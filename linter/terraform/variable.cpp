#include "terraform/variable.h"

#include "expression/convert.h"
#include "terraform/plan_value.h"
#include "terraform/references.h"
#include "terraform/terraform_diagnostics.h"
#include "terraform/validation.h"

#include <fmt/format.h>

#include <array>

namespace holdfast::terraform {

using hcl::NodeKind;

namespace {

bool flag(const Declaration& variable, std::string_view name, bool otherwise) {
  const Argument* written = variable.body.find(name);
  if (!written) return otherwise;
  const hcl::Node& node = written->value.tree->node(written->value.node);
  return node.kind == NodeKind::boolean ? (node.flags & hcl::kTrue) != 0 : otherwise;
}

Value unset(Session& session, const Declaration& declaration, const Type* type) {
  Arena& arena = session.deployment.arena;
  Unknown unknown;
  unknown.type = type;
  unknown.reason = arena.copy(fmt::format("variable \"{}\" has no default", declaration.name));
  unknown.input = arena.copy(fmt::format("var.{}", declaration.name));
  unknown.identity = {&declaration, declaration.name};
  unknown.not_null = !flag(declaration, "nullable", true);
  const Validated known = validated(session, declaration);
  if (type && (type->kind == TypeKind::number || type->kind == TypeKind::list || type->kind == TypeKind::set)) {
    if (known.minimum) unknown.minimum = arena.make(*known.minimum);
    if (known.maximum) unknown.maximum = arena.make(*known.maximum);
  }
  if (type && (type->kind == TypeKind::boolean || type->kind == TypeKind::text)) {
    static constexpr std::array<std::string_view, 2> kTruths = {"true", "false"};
    Variable variable{
        .name = unknown.input, .reason = unknown.reason, .input = unknown.input, .declared_at = declaration.header};
    if (type->kind == TypeKind::boolean) {
      variable.allowed = kTruths;
    } else if (!known.texts.empty()) {
      variable.allowed = arena.copy(known.texts);
      variable.declared = true;
    }
    unknown.variable = arena.make(variable);
  }
  return Value::unknown(arena, unknown).with_origin(arena.add_origin({.span = declaration.header}));
}

/// A value as the variable takes it: converted, marked, with the default where null is not wanted.
Value fit(Session& session, const Declaration& variable, Value value, std::optional<Value> fallback, Span at) {
  Evaluation& evaluation = session.evaluation;
  if (fallback && !flag(variable, "nullable", true)) {
    value = for_each_world(value, evaluation, [&](const Value& leaf) { return leaf.is_null() ? *fallback : leaf; });
  }
  const Type* type = session.type_of_variable(variable);
  const bool was_error = value.is_error();
  if (type && !was_error) value = convert(value, *type, at, evaluation);
  if (value.is_error() && !was_error) {
    session.report(kUnfitValue, at, {variable.name, value.as_unknown().reason});
  }
  return flag(variable, "sensitive", false) ? value.as_sensitive() : value;
}

std::optional<Value> default_of(Session& session, const Declaration& variable) {
  const Argument* written = variable.body.find("default");
  if (!written) return std::nullopt;
  if (!is_constant(written->value)) {
    return unknown_value(session.deployment.arena, fmt::format("the default of \"{}\" is no constant", variable.name),
                         {}, session.type_of_variable(variable));
  }
  return evaluate(written->value, Scope(*session.no_names), session.evaluation);
}

Value value_of(Session& session, const GivenValue& given) {
  if (!given.is_text) return evaluate(given.expression, Scope(*session.no_names), session.evaluation);
  Arena& arena = session.deployment.arena;
  return Value::borrowed_text(arena, given.text).with_origin(arena.add_origin({.span = given.at}));
}

}  // namespace

Value root_variable(Session& session, const Declaration& variable, const GivenValue* given) {
  const std::optional<Value> fallback = default_of(session, variable);
  if (given) return fit(session, variable, value_of(session, *given), fallback, given->at);
  if (fallback) return fit(session, variable, *fallback, fallback, session.span_of(*fallback, variable.header));
  const Value value = unset(session, variable, session.type_of_variable(variable));
  return flag(variable, "sensitive", false) ? value.as_sensitive() : value;
}

Value planned_variable(Session& session, const Declaration& variable, const Value& value, const PlannedNode& planned) {
  if (!planned.value) return value;
  const Value given = plain_value(planned, std::string(variable.name), session.deployment.arena);
  const Value fitted = fit(session, variable, given, std::nullopt, session.span_of(given, variable.header));
  return value.is_wholly_known() && equal_known(value, fitted) ? value : fitted;
}

Value passed_variable(Session& session, const Declaration& variable, std::optional<Value> passed,
                      const Declaration& call) {
  const std::optional<Value> fallback = default_of(session, variable);
  if (passed) return fit(session, variable, *passed, fallback, session.span_of(*passed, call.header));
  if (fallback) return fit(session, variable, *fallback, fallback, session.span_of(*fallback, variable.header));
  session.report(kMissingArgument, call.header, {call.name, variable.name});
  const std::string reason = fmt::format("module \"{}\" gives no value to \"{}\"", call.name, variable.name);
  return unknown_value(session.deployment.arena, reason, {}, session.type_of_variable(variable));
}

}  // namespace holdfast::terraform

#include "cloudformation/parameters.h"

#include "cloudformation/cloudformation_diagnostics.h"
#include "cloudformation/intrinsic.h"
#include "cloudformation/members.h"
#include "cloudformation/node_value.h"
#include "expression/collection.h"
#include "value/number.h"

#include <algorithm>
#include <array>
#include <string>

namespace holdfast::cloudformation {
namespace {

/// Scalars of a declaration as the service reads them: `true` and `True` are one. Null says nothing.
std::optional<std::string_view> scalar_text(const Place& place, Template& unit) {
  const std::string_view text = place.text(unit.arena);
  switch (scalar_type(*place.document, place.id)) {
    case ScalarType::null: return std::nullopt;
    case ScalarType::boolean: return text[0] == 't' || text[0] == 'T' ? "true" : "false";
    default: return text;
  }
}

/// The parts of a declaration that say what the value may be.
struct Declaration {
  std::string_view name;
  Span name_span;
  Place body;
  std::string_view type;
  Template& unit;

  Place find(std::string_view key) const { return body.find(key); }
  /// Empty when there is no such scalar, or when it says nothing.
  std::optional<std::string_view> scalar(std::string_view key) const {
    const Place place = find(key);
    return place.exists() && place.is_scalar() ? scalar_text(place, unit) : std::nullopt;
  }
  bool is_list() const {
    return type.find("CommaDelimitedList") != std::string_view::npos || type.find("List<") != std::string_view::npos;
  }
  bool is_number() const { return type == "Number" || type == "List<Number>"; }
  /// The value is looked up at deployment; what is given is only the name of an entry in a store.
  bool is_stored() const { return type.find("::Parameter::Value<") != std::string_view::npos; }
  bool is_sensitive() const { return scalar("NoEcho") == "true"; }

  const Type* value_type() const {
    const Type* item = is_number() ? number_type() : text_type();
    return is_list() ? collection_type(unit.arena, TypeKind::list, item) : item;
  }
};

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(' ');
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(' ') - begin + 1);
}

Value scalar_of(std::string_view text, const Declaration& parameter) {
  Arena& arena = parameter.unit.arena;
  if (parameter.is_number()) {
    if (const std::optional<Value> number = parse_number(arena, trimmed(text))) return *number;
  }
  return Value::borrowed_text(arena, text);
}

/// The value that a text stands for, given or written as default.
Value value_of(std::string_view text, const Declaration& parameter) {
  if (!parameter.is_list()) return scalar_of(text, parameter);
  std::vector<Value> items;
  while (!text.empty()) {
    const std::size_t comma = std::min(text.find(','), text.size());
    items.push_back(scalar_of(trimmed(text.substr(0, comma)), parameter));
    text.remove_prefix(std::min(comma + 1, text.size()));
  }
  Arena& arena = parameter.unit.arena;
  const Type* element = parameter.is_number() ? number_type() : text_type();
  return list_of(arena, items, element);
}

std::span<const std::string_view> allowed_values(const Declaration& parameter) {
  const Place list = parameter.find("AllowedValues");
  std::vector<std::string_view> allowed;
  for (std::size_t i = 0; list.exists() && list.is_sequence() && i < list.item_count(); ++i) {
    if (!list.item(i).is_scalar()) continue;
    if (const auto text = scalar_text(list.item(i), parameter.unit)) allowed.push_back(*text);
  }
  return parameter.unit.arena.copy(allowed);
}

/// A limit as it is written; nullptr when there is none.
const Value* bound(const Declaration& parameter, std::string_view key) {
  const std::optional<std::string_view> limit = parameter.scalar(key);
  const std::optional<Value> number = limit ? parse_number(parameter.unit.arena, *limit) : std::nullopt;
  return number ? parameter.unit.arena.make(*number) : nullptr;
}

/// Of numbers the value is bounded, of texts the length. What is looked up is not bounded by what is said of its name.
const Value* bound_of_value(const Declaration& parameter, std::string_view of_number, std::string_view of_text) {
  if (parameter.type == "Number") return bound(parameter, of_number);
  return parameter.type == "String" ? bound(parameter, of_text) : nullptr;
}

Value open_value(const Declaration& parameter, std::string_view reason, const Variable* variable) {
  const Unknown unknown{.type = parameter.value_type(),
                        .reason = parameter.unit.arena.copy(reason),
                        .input = parameter.name,
                        .identity = {&parameter.unit, parameter.name},
                        .variable = parameter.is_list() ? nullptr : variable,
                        .not_null = true,
                        .minimum = bound_of_value(parameter, "MinValue", "MinLength"),
                        .maximum = bound_of_value(parameter, "MaxValue", "MaxLength")};
  return Value::unknown(parameter.unit.arena, unknown);
}

/// What is open where it is given is open here, and the same.
Value passed_value(const Declaration& parameter, const Value& given) {
  if (!given.is_unknown() || given.is_error()) return given;
  Unknown unknown = given.as_unknown();
  if (!unknown.type || unknown.type->kind != parameter.value_type()->kind) unknown.minimum = unknown.maximum = nullptr;
  unknown.type = parameter.value_type();
  unknown.not_null = true;
  if (parameter.is_list()) unknown.variable = nullptr;
  if (parameter.type != "String") unknown.parts = {};
  return Value::unknown(parameter.unit.arena, unknown).with_origin(given.origin());
}

Value supplied_value(const Declaration& parameter, const Value& given, std::span<const std::string_view> allowed) {
  Template& unit = parameter.unit;
  const Value text = as_text(given, unit);
  if (!text.is_text()) return passed_value(parameter, text);
  if (!allowed.empty() && !parameter.is_list() && std::ranges::find(allowed, text.as_text()) == allowed.end()) {
    const Span at = unit.arena.origin(given.origin()).span;
    unit.report(kValueNotAllowed, at.exists() ? at : parameter.name_span, {text.as_text(), parameter.name});
  }
  return value_of(text.as_text(), parameter).with_origin(given.origin());
}

/// Of a nested template: its default, as nobody else gives a value.
Value value_not_passed(const Declaration& parameter, const SuppliedValues& supplied) {
  Template& unit = parameter.unit;
  if (!supplied.incomplete_because.empty()) return open_value(parameter, supplied.incomplete_because, nullptr);
  if (const std::optional<std::string_view> fallback = parameter.scalar("Default")) {
    return unit.at(parameter.find("Default").span(), value_of(*fallback, parameter));
  }
  unit.report(kMissingParameter, supplied.stack->header_span, {supplied.stack->address, parameter.name});
  return open_value(parameter, "parameter " + std::string(parameter.name) + " is given no value", nullptr);
}

/// What the declaration itself says.
Value declared_value(const Declaration& parameter, std::span<const std::string_view> allowed, bool is_kept) {
  const std::string name(parameter.name);
  const std::optional<std::string_view> fallback = is_kept ? std::nullopt : parameter.scalar("Default");
  const bool has_worlds = allowed.size() > 1 && allowed.size() <= kAllowedValuesMax && !parameter.is_list();
  if (fallback && !has_worlds) {
    return parameter.unit.at(parameter.find("Default").span(), value_of(*fallback, parameter));
  }
  if (allowed.size() == 1 && !parameter.is_list()) {
    return parameter.unit.at(parameter.find("AllowedValues").span(), value_of(allowed[0], parameter));
  }
  const std::string reason = "parameter " + name +
                             (is_kept    ? " keeps the value that it has"
                              : fallback ? " is chosen at deployment"
                                         : " has no default");
  const Variable variable{.name = parameter.name,
                          .reason = parameter.unit.arena.copy(reason),
                          .declared_at = parameter.name_span,
                          .allowed = allowed,
                          .fallback = fallback,
                          .declared = !allowed.empty()};
  return parameter.unit.at(parameter.name_span, open_value(parameter, reason, parameter.unit.arena.make(variable)));
}

Value value_of(const Declaration& parameter, const SuppliedValues& supplied) {
  if (parameter.is_stored()) {
    const std::string reason = "parameter " + std::string(parameter.name) + " is looked up in the parameter store";
    return open_value(parameter, reason, nullptr);
  }
  const std::span<const std::string_view> allowed = allowed_values(parameter);
  const auto own_value = [&] {
    if (supplied.stack) return value_not_passed(parameter, supplied);
    return declared_value(parameter, allowed, supplied.kept.contains(parameter.name));
  };
  const auto given = supplied.values.find(parameter.name);
  if (given == supplied.values.end()) return own_value();
  return for_each_world(given->second, parameter.unit.evaluation, [&](const Value& world) {
    return world.is_null() ? own_value() : supplied_value(parameter, world, allowed);
  });
}

Declaration declaration_of(const Member& member, Template& unit) {
  const Place type = member.value.find("Type");
  const bool has_type = type.exists() && type.is_scalar();
  return {.name = member.key,
          .name_span = member.key_span,
          .body = member.value,
          .type = has_type ? type.text(unit.arena) : std::string_view("String"),
          .unit = unit};
}

bool is_within(std::string_view text, const Declaration& parameter) {
  const std::optional<Value> number = parse_number(parameter.unit.arena, trimmed(text));
  const Value* least = bound(parameter, "MinValue");
  const Value* most = bound(parameter, "MaxValue");
  return number && (!least || order(*number, *least) >= 0) && (!most || order(*number, *most) <= 0);
}

bool has_length(std::string_view text, const Declaration& parameter) {
  const Value length = Value::integer(static_cast<int64_t>(text.size()));
  const Value* least = bound(parameter, "MinLength");
  const Value* most = bound(parameter, "MaxLength");
  return (!least || order(length, *least) >= 0) && (!most || order(length, *most) <= 0);
}

/// Patterns are those of another language: what ours does not understand says nothing.
bool matches(std::string_view text, const Declaration& parameter) {
  const std::optional<std::string_view> pattern = parameter.scalar("AllowedPattern");
  if (!pattern) return true;
  Template& unit = parameter.unit;
  const std::string whole = "^(?:" + std::string(*pattern) + ")$";
  const std::array arguments = {Value::text(unit.arena, whole), Value::borrowed_text(unit.arena, text)};
  const Value found = compute("regexall", arguments, parameter.name_span, unit);
  return !found.is_sequence() || !found.items().empty();
}

/// What is passed to a nested template and is no parameter of it.
void check_names(const SuppliedValues& supplied, Template& unit) {
  if (!supplied.stack || unit.is_transformed) return;
  std::vector<std::string_view> known;
  for (const auto& [name, value] : unit.parameters) known.push_back(name);
  std::ranges::sort(known);
  for (const auto& [name, value] : supplied.values) {
    if (unit.parameters.contains(name)) continue;
    const Span at = unit.arena.origin(value.origin()).span;
    unit.report(kUnknownParameter, at.exists() ? at : supplied.stack->header_span, {supplied.stack->address, name},
                nearest(name, known));
  }
}

}  // namespace

bool admits(std::string_view parameter, std::string_view text, Template& unit) {
  const Place body = unit.parameter_section.find(parameter);
  if (!body.exists() || !body.is_mapping()) return true;
  const Declaration declaration = declaration_of({parameter, {}, body}, unit);
  if (declaration.type == "Number") return is_within(text, declaration);
  return declaration.is_list() || (has_length(text, declaration) && matches(text, declaration));
}

void read_parameters(const Place& section, const SuppliedValues& supplied, Template& unit) {
  unit.parameter_section = section;
  for (const Member& member : declarations_in(section, unit)) {
    if (!member.value.is_mapping()) continue;
    const Declaration parameter = declaration_of(member, unit);
    const Value value = under(value_of(parameter, supplied), unit.exists, unit.arena);
    unit.parameters[member.key] = value.as_sensitive(parameter.is_sensitive());
  }
  check_names(supplied, unit);
}

}  // namespace holdfast::cloudformation

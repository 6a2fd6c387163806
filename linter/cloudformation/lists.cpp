#include "cloudformation/cloudformation_diagnostics.h"
#include "cloudformation/intrinsic.h"
#include "cloudformation/node_value.h"
#include "expression/collection.h"
#include "expression/known_text.h"
#include "expression/unknowns.h"
#include "expression/worlds.h"
#include "value/number.h"

#include <algorithm>
#include <array>
#include <functional>
#include <string>

namespace holdfast::cloudformation {
namespace {

/// Calls `operation` on the known lists that a value may be, without the items that are absent in that world. Of lists
/// that are not known the result is unknown, of this type.
Value for_each_list(const Value& value, const Type* type, Template& unit,
                    const std::function<Value(std::span<const Value>)>& operation) {
  return for_each_world(value, unit.evaluation, [&](const Value& list) {
    if (list.is_unknown()) return unknown_result(unit.evaluation, {list}, type);
    if (!list.is_sequence()) return unknown_value(unit.arena, "it is no list", {}, type);
    if (!has_optional_items(list)) return operation(list.items());
    return over_worlds(list.items(), Reach::outer, unit.evaluation, [&](std::span<const Value> chosen) {
      std::vector<Value> storage;
      return operation(present_items(chosen, storage));
    });
  });
}

Value joined(std::span<const Value> items, const Value& delimiter, Template& unit) {
  std::vector<Value> parts;
  for (const Value& item : items) {
    if (!parts.empty()) parts.push_back(delimiter);
    parts.push_back(item);
  }
  return text_of(parts, unit);
}

/// The pieces of a text; of one that is not known, those that are certain to come first.
Value pieces(const Value& text, const Value& delimiter, Template& unit) {
  const Type* type = collection_type(unit.arena, TypeKind::list, text_type());
  if (!text.is_text() && !text.is_unknown()) return unknown_value(unit.arena, "it splits what is no text");
  if (!delimiter.is_text()) return unknown_result(unit.evaluation, {delimiter}, type);
  if (delimiter.as_text().empty()) return unknown_value(unit.arena, "it splits at an empty delimiter");
  const Pieces split = split_text(text, delimiter.as_text(), unit.evaluation);
  if (split.complete) return list_of(unit.arena, split.items, text_type());
  const Value open = unknown_result(unit.evaluation, {text}, type);
  Unknown knowledge = open.as_unknown();
  knowledge.parts = unit.arena.copy(split.items);
  return Value::unknown(unit.arena, knowledge);
}

std::optional<int64_t> index_of(const Value& value, Template& unit) {
  if (value.is_integer()) return value.as_integer();
  if (!value.is_text()) return std::nullopt;
  const std::optional<Value> number = parse_number(unit.arena, value.as_text());
  return number && number->is_integer() ? std::optional(number->as_integer()) : std::nullopt;
}

/// An item of a list that is not known: the same list and index are the same item.
Value unknown_item(const Unknown& list, int64_t index, Template& unit) {
  const bool is_of_list = list.type && list.type->kind == TypeKind::list;
  if (is_of_list && index >= 0 && index < static_cast<int64_t>(list.parts.size())) {
    return list.parts[static_cast<std::size_t>(index)];
  }
  Unknown item{.type = text_type(), .reason = list.reason, .input = list.input};
  if (list.identity.exists()) {
    const std::string name = std::string(list.identity.attribute) + "[" + std::to_string(index) + "]";
    item.identity = {list.identity.subject, unit.arena.copy(name)};
  }
  return Value::unknown(unit.arena, item);
}

Value selected(const Intrinsic& intrinsic, std::span<const Value> items, int64_t index, Template& unit) {
  if (index >= 0 && index < static_cast<int64_t>(items.size())) {
    return unit.at(intrinsic.span, items[static_cast<std::size_t>(index)]);
  }
  return unit.mistake(kIndexOutOfRange, intrinsic.argument.item(0).whole_span(),
                      {std::to_string(index), std::to_string(items.size())});
}

}  // namespace

Value join(const Intrinsic& intrinsic, Template& unit) {
  const std::vector<Place> parts = operands(intrinsic, 2, 2);
  if (parts.empty() || !parts[0].is_scalar()) return malformed(intrinsic, "a delimiter and a list", unit);
  const Value delimiter = as_text(evaluate(parts[0], unit), unit);
  const Value list = evaluate(parts[1], unit);
  const auto with_delimiter = [&](std::span<const Value> items) { return joined(items, delimiter, unit); };
  const Value text = for_each_list(list, text_type(), unit, with_delimiter);
  return unit.at(intrinsic.span, text);
}

Value split(const Intrinsic& intrinsic, Template& unit) {
  const std::vector<Place> parts = operands(intrinsic, 2, 2);
  if (parts.empty() || !parts[0].is_scalar()) return malformed(intrinsic, "a delimiter and a text", unit);
  const Value text = expand(evaluate(parts[1], unit), unit.evaluation);
  const std::array given = {as_text(evaluate(parts[0], unit), unit), as_text(text, unit)};
  const Value list = over_worlds(given, Reach::outer, unit.evaluation,
                                 [&](std::span<const Value> world) { return pieces(world[1], world[0], unit); });
  return unit.at(intrinsic.span, list);
}

Value select(const Intrinsic& intrinsic, Template& unit) {
  const std::vector<Place> parts = operands(intrinsic, 2, 2);
  if (parts.empty()) return malformed(intrinsic, "an index and a list", unit);
  const Value position = expand(evaluate(parts[0], unit), unit.evaluation);
  const Value list = evaluate(parts[1], unit);
  return for_each_world(position, unit.evaluation, [&](const Value& leaf) {
    if (leaf.is_unknown()) return unit.at(intrinsic.span, unknown_result(unit.evaluation, {leaf}, nullptr));
    const std::optional<int64_t> index = index_of(leaf, unit);
    if (!index) return malformed(intrinsic, "a number as index", unit);
    return for_each_world(list, unit.evaluation, [&](const Value& world) {
      if (world.is_unknown()) return unit.at(intrinsic.span, unknown_item(world.as_unknown(), *index, unit));
      return for_each_list(world, nullptr, unit,
                           [&](std::span<const Value> items) { return selected(intrinsic, items, *index, unit); });
    });
  });
}

Value length(const Intrinsic& intrinsic, Template& unit) {
  const Value list = evaluate(intrinsic.argument, unit);
  const Value count = for_each_list(list, number_type(), unit, [](std::span<const Value> items) {
    return Value::integer(static_cast<int64_t>(items.size()));
  });
  return unit.at(intrinsic.span, count);
}

Value base64(const Intrinsic& intrinsic, Template& unit) {
  const Value text = as_text(evaluate(intrinsic.argument, unit), unit);
  return unit.at(intrinsic.span, compute("base64encode", std::span(&text, 1), intrinsic.span, unit));
}

Value to_json_string(const Intrinsic& intrinsic, Template& unit) {
  const Value value = evaluate(intrinsic.argument, unit);
  return unit.at(intrinsic.span, compute("jsonencode", std::span(&value, 1), intrinsic.span, unit));
}

}  // namespace holdfast::cloudformation

#include "cloudformation/node_value.h"

#include "cloudformation/dynamic_reference.h"
#include "cloudformation/intrinsic.h"
#include "cloudformation/members.h"
#include "expression/collection.h"
#include "expression/known_text.h"
#include "expression/worlds.h"
#include "value/number.h"

#include <algorithm>
#include <charconv>
#include <string>

namespace holdfast::cloudformation {
namespace {

std::optional<Value> number_of(std::string_view text, Arena& arena) {
  int64_t integer = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), integer);
  if (error == std::errc() && end == text.data() + text.size()) {
    return std::to_string(integer) == text ? std::optional(Value::integer(integer)) : std::nullopt;
  }
  const std::optional<Value> number = parse_number(arena, text);
  return number && to_string_number(*number) == text ? number : std::nullopt;
}

Value scalar_value(const Place& place, Template& unit) {
  const std::string_view text = place.text(unit.arena);
  const bool is_as_written = text.data() == place.document->text(place.id).data();
  const ScalarType type = is_as_written ? scalar_type(*place.document, place.id) : ScalarType::text;
  if (type == ScalarType::null) return Value::null();
  if (type == ScalarType::boolean) return Value::boolean(text[0] == 't' || text[0] == 'T');
  if (type == ScalarType::integer || type == ScalarType::floating) {
    if (const std::optional<Value> number = number_of(text, unit.arena)) return *number;
  }
  return with_dynamic_references(Value::borrowed_text(unit.arena, text), unit);
}

Value sequence_value(const Place& place, Template& unit) {
  std::vector<Value> items;
  items.reserve(place.item_count());
  for (std::size_t i = 0; i < place.item_count(); ++i) {
    const Value item = evaluate(place.item(i), unit);
    if (!item.is_absent()) items.push_back(item);
  }
  return tuple_of(unit.arena, items);
}

Value mapping_value(const Place& place, Template& unit) {
  const Members members = members_of(place, unit);
  if (!members.incomplete_because.empty()) {
    return unknown_value(unit.arena, unit.arena.copy(members.incomplete_because));
  }
  std::vector<Value::Entry> entries;
  entries.reserve(members.all.size());
  for (const Member& member : members.all) {
    const Value value = evaluate_member(member, unit);
    if (value.is_absent()) continue;
    entries.push_back({member.key, value, unit.arena.add_origin({.span = member.key_span})});
  }
  return mapping_of(unit.arena, ValueKind::object, std::move(entries));
}

/// What a finding about a whole mapping points at: its first member, on one line.
Span first_line_of(const Place& mapping) {
  const auto children = mapping.document->children_of(mapping.id);
  if (children.empty()) return mapping.span();
  const Span key = mapping.document->span(children[0]);
  const Span whole = {key.file, key.begin, mapping.document->span(children[1]).end};
  const std::string_view text = mapping.document->source.substr(whole.begin, whole.end - whole.begin);
  return text.find('\n') == std::string_view::npos ? whole : key;
}

/// A list or mapping as such, no function.
bool is_literal_structure(const Place& place) { return !place.is_scalar() && !intrinsic_at(place); }

/// A member that a loop makes in some worlds is absent in the others.
Value evaluate_within_worlds(const Member& member, Template& unit) {
  const Condition before = unit.evaluation.assumption;
  unit.evaluation.assumption = conjoin(unit.arena, before, member.when);
  const Value value = evaluate_member({member.key, member.key_span, member.value}, unit);
  unit.evaluation.assumption = before;
  return Value::choice(unit.arena, member.when, value, Value::absent());
}

}  // namespace

Value evaluate_member(const Member& member, Template& unit) {
  if (!member.when.is_always()) return evaluate_within_worlds(member, unit);
  const Value value = evaluate(member.value, unit);
  if (!is_literal_structure(member.value)) return value;
  return value.with_origin(unit.arena.add_origin({.span = member.key_span}));
}

Value evaluate(const Place& place, Template& unit) {
  if (unit.evaluation.depth >= kEvaluationDepthMax) return unknown_value(unit.arena, "values are nested too deep");
  ++unit.evaluation.depth;
  Value value;
  if (const std::optional<Intrinsic> intrinsic = intrinsic_at(place)) {
    value = call(*intrinsic, unit);
  } else if (place.is_scalar()) {
    value = scalar_value(place, unit);
  } else if (place.is_sequence()) {
    value = sequence_value(place, unit);
  } else {
    value = unit.at(first_line_of(place), mapping_value(place, unit));
  }
  --unit.evaluation.depth;
  return value.origin() == kNoOrigin ? unit.at(place.whole_span(), value) : value;
}

Value as_text(const Value& value, Template& unit) {
  return for_each_world(value, unit.evaluation, [&](const Value& leaf) {
    if (const std::optional<std::string> text = leaf.is_text() ? std::nullopt : print_scalar(leaf)) {
      return Value::text(unit.arena, *text).with_origin(leaf.origin()).as_sensitive(leaf.is_sensitive());
    }
    if (!leaf.is_unknown() || !leaf.as_unknown().variable) return leaf;
    Unknown text = leaf.as_unknown();
    text.type = text_type();
    return Value::unknown(unit.arena, text).with_origin(leaf.origin()).as_sensitive(leaf.is_sensitive());
  });
}

Value text_of(std::span<const Value> parts, Template& unit) {
  return over_worlds(parts, Reach::outer, unit.evaluation, [&](std::span<const Value> chosen) {
    std::vector<Value> scalars;
    for (const Value& part : chosen) {
      if (part.is_null()) continue;
      if (part.is_sequence() || part.is_mapping()) return unknown_value(unit.arena, "no text holds a list or mapping");
      scalars.push_back(part);
    }
    if (scalars.size() == 1) return with_dynamic_references(as_text(scalars[0], unit), unit);
    return with_dynamic_references(concatenate(scalars, unit.evaluation), unit);
  });
}

}  // namespace holdfast::cloudformation

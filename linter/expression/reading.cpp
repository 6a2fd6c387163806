#include "expression/evaluate.h"

#include "expression/bounds.h"
#include "expression/collection.h"
#include "expression/convert.h"
#include "expression/likeness.h"
#include "expression/unknowns.h"
#include "expression/worlds.h"
#include "value/entity.h"
#include "value/number.h"

#include <algorithm>
#include <string>
#include <vector>

namespace holdfast {

namespace {

/// A map read with a key that is a variable is told apart by its keys, up to this many.
constexpr std::size_t kKeysMax = 16;

std::string quoted(std::string_view name) { return "`" + std::string(name) + "`"; }

std::string did_you_mean(std::string_view name, const std::vector<std::string_view>& candidates) {
  const std::string_view near = nearest(name, candidates);
  return near.empty() ? "" : "; did you mean " + quoted(near) + "?";
}

std::string no_attribute(std::string_view name, const std::vector<std::string_view>& candidates) {
  return "there is no attribute " + quoted(name) + did_you_mean(name, candidates);
}

Value read_entity(Entity& entity, std::string_view name, Span at, Evaluation& evaluation) {
  // What an entity computes is kept for other readers, so it must not depend on the path that leads here.
  const Condition before = evaluation.assumption;
  evaluation.assumption = Condition::always();
  const std::optional<Value> value = entity.attribute(name);
  evaluation.assumption = before;
  if (value) return absent_as_null(*value, evaluation);
  if (entity.is_lenient()) return Value::null();
  const std::string whole = entity.label() + "." + std::string(name);
  return dangling_value(evaluation.arena, at,
                        "there is no " + quoted(whole) + did_you_mean(name, entity.attribute_names()));
}

Value read_entry(const Value& mapping, std::string_view name, Span at, Evaluation& evaluation) {
  const Value* found = mapping.find(name);
  if (found) return absent_as_null(*found, evaluation);
  if (evaluation.is_pack) return Value::null();
  if (mapping.kind() == ValueKind::map) {
    return error_value(evaluation.arena, at, "the map has no element " + quoted(name));
  }
  std::vector<std::string_view> names;
  for (const Value::Entry& entry : mapping.entries()) names.push_back(entry.key);
  return error_value(evaluation.arena, at, no_attribute(name, names));
}

/// An attribute of one of an unknown number of like entities, `like` being what is known of all of them: what does not
/// hang on which one it is holds for each; all else is unknown, but read from there.
Value read_one_of(const Value& value, std::string_view name, Entity& like, Evaluation& evaluation) {
  const Value shared = like.attribute(name).value_or(Value());
  if (shared.is_entity()) return shared;
  const bool is_same_for_all = shared.is_wholly_known() && !shared.is_null();
  const Value read = is_same_for_all ? shared : unknown_member(value, name, nullptr, evaluation);
  return read.with_origin(shared.origin());
}

Value read_unknown_attribute(const Value& value, std::string_view name, Span at, Evaluation& evaluation) {
  const Type* type = value.as_unknown().type;
  const Identity& identity = value.as_unknown().identity;
  Entity* const like = identity.attribute == kInstances ? nullptr : entity_like(value, evaluation.arena);
  if (like) return read_one_of(value, name, *like, evaluation);
  if (!type || type->kind == TypeKind::any) return unknown_member(value, name, nullptr, evaluation);
  if (type->kind == TypeKind::map) return unknown_member(value, name, type->element, evaluation);
  if (type->kind != TypeKind::object) {
    return error_value(evaluation.arena, at, to_string(*type) + " has no attribute " + quoted(name));
  }
  std::vector<std::string_view> names;
  for (const TypeAttribute& attribute : type->attributes) {
    if (attribute.name == name) return unknown_member(value, name, attribute.type, evaluation);
    names.push_back(attribute.name);
  }
  if (evaluation.is_pack) return Value::null();
  return error_value(evaluation.arena, at, no_attribute(name, names));
}

Value read_item(const Value& sequence, const Value& key, Span at, Evaluation& evaluation) {
  Arena& arena = evaluation.arena;
  if (sequence.kind() == ValueKind::set) {
    return error_value(arena, at, "the elements of a set have no positions");
  }
  const Value number = convert(key, *number_type(), at, evaluation);
  if (number.is_error()) return number;
  std::vector<Value> storage;
  const std::span<const Value> items = present_items(sequence.items(), storage);
  const std::optional<int64_t> position = to_integer(number);
  if (position && *position >= 0 && *position < static_cast<int64_t>(items.size())) {
    return items[static_cast<std::size_t>(*position)];
  }
  if (evaluation.is_pack) return Value::null();
  return error_value(
      arena, at, "there is no element " + to_string_number(number) + " in a list of " + std::to_string(items.size()));
}

Value read_unknown_item(const Value& value, const Value& key, Span at, Evaluation& evaluation) {
  Arena& arena = evaluation.arena;
  const Unknown& whole = value.as_unknown();
  const std::string name = key.is_null() ? std::string() : print_scalar(key).value_or("?");
  const Type* type = whole.type;
  if (!type || type->kind == TypeKind::any) return unknown_member(value, name, nullptr, evaluation);
  switch (type->kind) {
    case TypeKind::map: return unknown_member(value, name, type->element, evaluation);
    case TypeKind::object:
      if (key.is_text()) return read_unknown_attribute(value, key.as_text(), at, evaluation);
      return unknown_member(value, name, nullptr, evaluation);
    case TypeKind::list:
    case TypeKind::tuple: {
      const Value number = convert(key, *number_type(), at, evaluation);
      if (number.is_error()) return number;
      const std::optional<int64_t> position = to_integer(number);
      if (!position || *position < 0) return error_value(arena, at, "there is no element " + name);
      const auto index = static_cast<std::size_t>(*position);
      if (type->kind == TypeKind::list) {
        if (index < whole.parts.size()) return whole.parts[index];
        return unknown_member(value, name, type->element, evaluation);
      }
      if (index >= type->elements.size()) return error_value(arena, at, "there is no element " + name);
      return unknown_member(value, name, type->elements[index], evaluation);
    }
    default: return error_value(arena, at, to_string(*type) + " has no elements to read by position");
  }
}

/// The entry under a key that is a variable, told apart by the keys that there are.
std::optional<Value> read_by_variable(const Value& mapping, const Value& key, Evaluation& evaluation) {
  const Variable* variable = key.as_unknown().variable;
  if (!variable || mapping.entries().size() > kKeysMax || mapping.entries().empty()) return std::nullopt;
  Arena& arena = evaluation.arena;
  Value result = unknown_like(evaluation, key, Unknown{.type = mapping.element_type()});
  for (const Value::Entry& entry : mapping.entries()) {
    const Condition is_key = Condition::equals(arena, *variable, entry.key);
    result = join_worlds(arena, is_key, absent_as_null(entry.value, evaluation), result);
  }
  return result;
}

Value read_by_unknown(const Value& value, const Value& key, Span at, Evaluation& evaluation) {
  if (value.is_mapping()) {
    if (const auto chosen = read_by_variable(value, key, evaluation)) return *chosen;
  }
  if (value.kind() == ValueKind::set) {
    return error_value(evaluation.arena, at, "the elements of a set have no positions");
  }
  if (value.is_unknown()) {
    return unknown_result(evaluation, {value, key}, nullptr, false).with_origin(value.origin());
  }
  const Type* type = value.is_sequence() || value.is_mapping() ? value.element_type() : nullptr;
  return unknown_result(evaluation, {key}, type, false);
}

Value read_plain_attribute(const Value& value, std::string_view name, Span at, Evaluation& evaluation) {
  if (value.is_entity()) return read_entity(value.as_entity(), name, at, evaluation);
  if (value.is_mapping()) return read_entry(value, name, at, evaluation);
  if (value.is_error()) return value;
  if (value.is_unknown()) return read_unknown_attribute(value, name, at, evaluation);
  if (value.is_null() && evaluation.is_pack) return Value::null().with_origin(value.origin());
  return error_value(evaluation.arena, at, std::string(kind_name(value)) + " has no attribute " + quoted(name));
}

Value read_plain_index(const Value& value, const Value& key, Span at, Evaluation& evaluation) {
  if (value.is_error()) return value;
  if (key.is_error()) return key;
  if (value.is_null()) {
    if (evaluation.is_pack) return Value::null().with_origin(value.origin());
    return error_value(evaluation.arena, at, "null has no elements");
  }
  if (key.is_null()) {
    if (evaluation.is_pack) return Value::null();
    return error_value(evaluation.arena, at, "an element is asked for by null");
  }
  if (key.is_unknown()) return read_by_unknown(value, key, at, evaluation);
  if (value.is_unknown()) return read_unknown_item(value, key, at, evaluation);
  if (value.is_mapping() || value.is_entity()) {
    const auto name = print_scalar(key);
    if (!name) return error_value(evaluation.arena, at, std::string(kind_name(key)) + " is no key");
    return read_plain_attribute(value, evaluation.arena.copy(*name), at, evaluation);
  }
  if (value.is_sequence()) return read_item(value, key, at, evaluation);
  return error_value(evaluation.arena, at, std::string(kind_name(value)) + " has no elements");
}

Value marked(const Value& result, bool sensitive) { return sensitive ? result.as_sensitive() : result; }

}  // namespace

Value read_attribute(const Value& value, std::string_view name, Span at, Evaluation& evaluation) {
  if (!value.is_choice()) return marked(read_plain_attribute(value, name, at, evaluation), value.is_sensitive());
  return for_each_world(value, evaluation, [&](const Value& leaf) {
    return marked(read_plain_attribute(leaf, name, at, evaluation), leaf.is_sensitive());
  });
}

Value read_index(const Value& value, const Value& key, Span at, Evaluation& evaluation) {
  const bool sensitive = value.is_sensitive() || key.is_sensitive();
  const bool is_enumerated = key.is_unknown() && !(value.is_mapping() && key.as_unknown().variable &&
                                                   key.as_unknown().variable->allowed.empty());
  const Value operands[] = {value, is_enumerated ? expand(key, evaluation) : key};
  const bool shifts = value.is_sequence() && has_optional_items(value);
  const Value result =
      over_worlds(operands, shifts ? Reach::deep : Reach::outer, evaluation,
                  [&](std::span<const Value> plain) { return read_plain_index(plain[0], plain[1], at, evaluation); });
  return marked(result, sensitive);
}

}  // namespace holdfast

#include "expression/convert.h"

#include "expression/collection.h"
#include "expression/unknowns.h"
#include "expression/worlds.h"
#include "value/number.h"

#include <algorithm>
#include <string>

namespace holdfast {

namespace {

bool equal_ignoring_case(std::string_view a, std::string_view lower) {
  return std::equal(a.begin(), a.end(), lower.begin(), lower.end(),
                    [](char x, char y) { return (x >= 'A' && x <= 'Z' ? static_cast<char>(x + 32) : x) == y; });
}

bool is_sequence(TypeKind kind) { return kind == TypeKind::list || kind == TypeKind::set || kind == TypeKind::tuple; }
bool is_mapping(TypeKind kind) { return kind == TypeKind::map || kind == TypeKind::object; }

/// Whether some value of one kind converts to the other.
bool may_convert(TypeKind from, TypeKind to) {
  if (from == to || from == TypeKind::any || to == TypeKind::any) return true;
  if (is_scalar(from) && is_scalar(to)) return from == TypeKind::text || to == TypeKind::text;
  return (is_sequence(from) && is_sequence(to)) || (is_mapping(from) && is_mapping(to));
}

struct Conversion {
  Span at;
  Evaluation& evaluation;

  Arena& arena() const { return evaluation.arena; }

  Value refuse(const Value& value, const Type& wanted) const {
    const std::string message = to_string(wanted) + " required, but this is " + std::string(kind_name(value));
    return error_at(value, message);
  }
  Value error_at(const Value& value, std::string_view message) const {
    const Span& own = arena().origin(value.origin()).span;
    return error_value(arena(), at.exists() ? at : own, message);
  }

  Value run(const Value& value, const Type& wanted) const {
    if (wanted.kind == TypeKind::any || value.is_error() || value.is_absent()) return value;
    if (value.is_null()) return Value::null(&wanted).with_origin(value.origin());
    if (value.is_choice()) {
      return for_each_world(value, evaluation, [&](const Value& leaf) { return run(leaf, wanted); })
          .with_origin(value.origin());
    }
    if (value.is_unknown()) return unknown(value, wanted);
    const Value converted = known(value, wanted);
    if (converted.is_error()) return converted;
    return converted.with_origin(value.origin()).as_sensitive(value.is_sensitive() || converted.is_sensitive());
  }

  Value unknown(const Value& value, const Type& wanted) const {
    const Unknown& open = value.as_unknown();
    if (open.type && open.type->kind == wanted.kind && is_scalar(wanted.kind)) return value;
    if (open.type && !may_convert(open.type->kind, wanted.kind)) {
      return error_at(value, to_string(wanted) + " required, but this is " + to_string(*open.type));
    }
    Unknown copy = open;
    copy.type = &wanted;
    if (wanted.kind != TypeKind::text) copy.parts = {};
    // Bounds of numbers are bounds of lengths elsewhere.
    if (is_scalar(wanted.kind)) copy.minimum = copy.maximum = nullptr;
    return Value::unknown(arena(), copy).with_origin(value.origin()).as_sensitive(value.is_sensitive());
  }

  Value known(const Value& value, const Type& wanted) const {
    switch (wanted.kind) {
      case TypeKind::text: return to_text(value, wanted);
      case TypeKind::number: return to_number(value, wanted);
      case TypeKind::boolean: return to_boolean(value, wanted);
      case TypeKind::list:
      case TypeKind::set: return to_collection(value, wanted);
      case TypeKind::tuple: return to_tuple(value, wanted);
      case TypeKind::map: return to_map(value, wanted);
      case TypeKind::object: return to_object(value, wanted);
      default: return value;
    }
  }

  Value to_text(const Value& value, const Type& wanted) const {
    if (value.is_text()) return value;
    if (value.is_boolean()) return Value::borrowed_text(arena(), value.as_boolean() ? "true" : "false");
    if (value.is_number()) return Value::text(arena(), to_string_number(value));
    return refuse(value, wanted);
  }

  Value to_number(const Value& value, const Type& wanted) const {
    if (value.is_number()) return value;
    if (!value.is_text()) return refuse(value, wanted);
    const std::string_view text = value.as_text();
    const std::string_view unsigned_text = text.substr(text.starts_with('-') || text.starts_with('+') ? 1 : 0);
    if (unsigned_text == "Inf" || unsigned_text == "inf") return infinity(text.starts_with('-'));
    const auto number = parse_number(arena(), text);
    return number ? *number : error_at(value, "\"" + std::string(text.substr(0, 40)) + "\" is not a number");
  }

  Value to_boolean(const Value& value, const Type& wanted) const {
    if (value.is_boolean()) return value;
    if (!value.is_text()) return refuse(value, wanted);
    const auto flag = read_boolean(value.as_text(), evaluation.is_pack);
    if (flag) return Value::boolean(*flag);
    return error_at(value, "\"" + std::string(value.as_text().substr(0, 40)) + "\" is neither true nor false");
  }

  Value to_collection(const Value& value, const Type& wanted) const {
    if (!value.is_sequence()) return refuse(value, wanted);
    if (value.kind() == (wanted.kind == TypeKind::list ? ValueKind::list : ValueKind::set) && wanted.element &&
        wanted.element->kind == TypeKind::any) {
      return value;
    }
    std::vector<Value> items;
    items.reserve(value.items().size());
    for (const Value& item : value.items()) {
      if (item.is_absent()) continue;
      items.push_back(wanted.element ? run(item, *wanted.element) : item);
      if (items.back().is_error() && !item.is_error()) return items.back();
    }
    const Type* element = wanted.element;
    if (!element || element->kind == TypeKind::any) {
      if (!unify_values(items, at, evaluation, element)) {
        return error_at(value, "the items have no type in common");
      }
    }
    return wanted.kind == TypeKind::list ? list_of(arena(), items, element) : set_of(arena(), items, element);
  }

  Value to_tuple(const Value& value, const Type& wanted) const {
    if (!value.is_sequence() || value.kind() == ValueKind::set) return refuse(value, wanted);
    if (value.items().size() != wanted.elements.size()) {
      return error_at(value,
                      to_string(wanted) + " required, but this has " + std::to_string(value.items().size()) + " items");
    }
    std::vector<Value> items;
    for (std::size_t i = 0; i < wanted.elements.size(); ++i) {
      items.push_back(run(value.items()[i], *wanted.elements[i]));
      if (items.back().is_error()) return items.back();
    }
    return tuple_of(arena(), items);
  }

  Value to_map(const Value& given, const Type& wanted) const {
    const Value value = with_attributes_read(given, evaluation);
    if (!value.is_mapping()) return refuse(value, wanted);
    if (value.kind() == ValueKind::map && wanted.element && wanted.element->kind == TypeKind::any) return value;
    std::vector<Value> values;
    std::vector<Value::Entry> entries;
    for (const Value::Entry& entry : value.entries()) {
      if (entry.value.is_absent()) continue;
      entries.push_back(entry);
      values.push_back(wanted.element ? run(entry.value, *wanted.element) : entry.value);
      if (values.back().is_error() && !entry.value.is_error()) return values.back();
    }
    const Type* element = wanted.element;
    if (!element || element->kind == TypeKind::any) {
      if (!unify_values(values, at, evaluation, element)) {
        return error_at(value, "the values have no type in common");
      }
    }
    for (std::size_t i = 0; i < values.size(); ++i) entries[i].value = values[i];
    return Value::mapping(arena(), ValueKind::map, entries, element);
  }

  Value to_object(const Value& given, const Type& wanted) const {
    if (given.is_entity() && wanted.attributes.empty()) return given;
    if (!given.is_mapping() && !given.is_entity()) return refuse(given, wanted);
    std::vector<Value::Entry> entries;
    for (const TypeAttribute& attribute : wanted.attributes) {
      Value value;
      bool found = false;
      if (given.is_entity()) {
        if (const auto read = given.as_entity().attribute(attribute.name)) {
          value = *read;
          found = true;
        }
      } else if (const Value* entry = given.find(attribute.name)) {
        value = absent_as_null(*entry, evaluation);
        found = true;
      }
      // What a pack's object leaves out is not set.
      if (!found && !attribute.optional && !evaluation.is_pack) {
        return error_at(given, "attribute `" + std::string(attribute.name) + "` is missing");
      }
      if (value.is_null() && attribute.fallback) value = *attribute.fallback;
      const Value converted = run(value, *attribute.type);
      if (converted.is_error() && !value.is_error()) return converted;
      entries.push_back({attribute.name, converted});
    }
    return mapping_of(arena(), ValueKind::object, std::move(entries));
  }
};

}  // namespace

std::optional<bool> read_boolean(std::string_view text, bool any_case) {
  if (text == "true" || text == "1") return true;
  if (text == "false" || text == "0") return false;
  if (any_case && equal_ignoring_case(text, "true")) return true;
  if (any_case && equal_ignoring_case(text, "false")) return false;
  return std::nullopt;
}

std::string_view kind_name(const Value& value) {
  switch (value.kind()) {
    case ValueKind::null:
    case ValueKind::absent: return "null";
    case ValueKind::boolean: return "a bool";
    case ValueKind::number: return "a number";
    case ValueKind::text: return "text";
    case ValueKind::list: return "a list";
    case ValueKind::set: return "a set";
    case ValueKind::map: return "a map";
    case ValueKind::object: return "an object";
    case ValueKind::tuple: return "a tuple";
    case ValueKind::entity: return "an object";
    case ValueKind::unknown: return "unknown";
    case ValueKind::choice: return "one of several values";
  }
  return "a value";
}

Value convert(const Value& value, const Type& wanted, Span at, Evaluation& evaluation) {
  return Conversion{at, evaluation}.run(value, wanted);
}

bool unify_values(std::span<Value> values, Span at, Evaluation& evaluation, const Type*& common) {
  std::vector<const Type*> types;
  bool uniform = true;
  for (const Value& value : values) {
    if (value.is_null()) continue;
    types.push_back(type_of(value, evaluation.arena));
    uniform = uniform && (types.size() == 1 || types.back() == types.front());
  }
  common = types.empty() ? any_type() : uniform ? types.front() : unify(types, evaluation.arena);
  if (!common) return false;
  if (common->kind == TypeKind::any) return true;
  const bool is_uniform_scalar = uniform && is_scalar(common->kind);
  for (Value& value : values) {
    if (is_uniform_scalar && !value.is_null()) continue;
    value = convert(value, *common, at, evaluation);
    if (value.is_error()) return false;
  }
  return true;
}

}  // namespace holdfast

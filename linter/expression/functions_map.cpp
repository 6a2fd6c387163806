#include "expression/collection.h"
#include "expression/convert.h"
#include "expression/function_themes.h"
#include "expression/unknowns.h"
#include "expression/worlds.h"

#include <algorithm>
#include <string>

namespace holdfast {

namespace {

Value merge(Call& call) {
  std::vector<Value::Entry> entries;
  bool all_maps = true;
  const Type* element = nullptr;
  const Value* open = nullptr;
  for (std::size_t i = 0; i < call.count(); ++i) {
    if (call[i].is_null()) continue;
    const Value value = with_attributes_read(call[i], call.evaluation);
    if (value.is_unknown()) {
      const Type* type = value.as_unknown().type;
      if (type && type->kind != TypeKind::map && type->kind != TypeKind::object && type->kind != TypeKind::any) {
        return call.error(i, to_string(*type) + " is no map");
      }
      open = &call[i];
      all_maps = all_maps && type && type->kind == TypeKind::map;
      continue;
    }
    if (!value.is_mapping()) return call.error(i, std::string(kind_name(value)) + " is no map");
    all_maps = all_maps && value.kind() == ValueKind::map && (!element || same_type(*element, *value.element_type()));
    if (all_maps) element = value.element_type();
    for (const Value::Entry& entry : value.entries()) {
      if (!entry.value.is_absent()) entries.push_back(entry);
    }
  }
  if (open) return call.unknown(all_maps ? open->as_unknown().type : nullptr);
  const bool is_map = all_maps && element;
  return mapping_of(call.arena(), is_map ? ValueKind::map : ValueKind::object, std::move(entries),
                    is_map ? element : nullptr);
}

/// A variable as key is told apart by the keys that there are, up to this many.
constexpr std::size_t kKeysMax = 16;

Value lookup_by_unknown(Call& call, const Value& map) {
  const Variable* variable = call[1].is_unknown() ? call[1].as_unknown().variable : nullptr;
  if (!variable || map.entries().size() > kKeysMax) return call.unknown(map.element_type(), false);
  Value result = call.count() > 2 ? call[2] : call.unknown(map.element_type(), false);
  for (const Value::Entry& entry : map.entries()) {
    const Condition is_key = Condition::equals(call.arena(), *variable, entry.key);
    result = join_worlds(call.arena(), is_key, absent_as_null(entry.value, call.evaluation), result);
  }
  return result;
}

/// As one more element of the map, where it can be one.
Value fallback_of(Call& call, const Value& map) {
  if (map.kind() != ValueKind::map || call.evaluation.is_pack) return call[2];
  const Value converted = convert(call[2], *map.element_type(), call.span(2), call.evaluation);
  return converted.is_error() ? call[2] : converted;
}

Value lookup(Call& call) {
  const Value map = with_attributes_read(call[0], call.evaluation);
  if (map.is_null()) {
    if (call.evaluation.is_pack && call.count() > 2) return call[2];
    return call.error(0, "this argument must not be null");
  }
  if (call[1].is_null()) return call.error(1, "this argument must not be null");
  if (map.is_mapping() && call[1].is_text()) {
    const Value* found = map.find(call.text(1));
    if (found && !found->is_absent()) return absent_as_null(*found, call.evaluation);
    if (call.count() > 2) return fallback_of(call, map);
    return call.error(1, "the map has no element `" + std::string(call.text(1)) + "`");
  }
  if (map.is_mapping()) return lookup_by_unknown(call, map);
  if (map.is_unknown()) {
    const Type* type = map.as_unknown().type;
    if (type && type->kind == TypeKind::object && call[1].is_text()) {
      return read_attribute(map, call.text(1), call.span(1), call.evaluation);
    }
    return call.unknown(type && type->kind == TypeKind::map ? type->element : nullptr, false);
  }
  return call.error(0, std::string(kind_name(map)) + " is no map");
}

Value keys(Call& call) {
  const Value map = with_attributes_read(call[0], call.evaluation);
  if (map.is_unknown()) {
    const Type* type = map.as_unknown().type;
    if (!type || type->kind != TypeKind::object) return call.unknown();
    std::vector<Value> names;
    for (const TypeAttribute& attribute : type->attributes) names.push_back(call.text_value(attribute.name));
    return tuple_of(call.arena(), names);
  }
  if (!map.is_mapping()) return call.error(0, std::string(kind_name(map)) + " is no map");
  std::vector<Value> names;
  for (const Value::Entry& entry : map.entries()) {
    const Value name = Value::borrowed_text(call.arena(), entry.key).with_origin(entry.key_origin);
    names.push_back(for_each_world(entry.value, call.evaluation,
                                   [&](const Value& leaf) { return leaf.is_absent() ? leaf : name; }));
  }
  if (map.kind() == ValueKind::map) return list_of(call.arena(), names, text_type());
  return tuple_of(call.arena(), names);
}

Value values(Call& call) {
  const Value map = with_attributes_read(call[0], call.evaluation);
  if (map.is_unknown()) {
    const Type* type = map.as_unknown().type;
    const bool is_map = type && type->kind == TypeKind::map;
    return call.unknown(is_map ? collection_type(call.arena(), TypeKind::list, type->element) : nullptr);
  }
  if (!map.is_mapping()) return call.error(0, std::string(kind_name(map)) + " is no map");
  std::vector<Value> items;
  for (const Value::Entry& entry : map.entries()) items.push_back(entry.value);
  if (map.kind() == ValueKind::map) return list_of(call.arena(), items, map.element_type());
  return tuple_of(call.arena(), items);
}

Value zipmap(Call& call) {
  const std::span<const Value> names = call[0].items();
  if (!call[1].is_sequence()) return call.error(1, std::string(kind_name(call[1])) + " is no list");
  const std::span<const Value> items = call[1].items();
  if (names.size() != items.size()) return call.error("there are not as many values as keys");
  std::vector<Value::Entry> entries;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (names[i].is_unknown() || names[i].is_choice()) return call.unknown(nullptr);
    if (names[i].is_null()) return call.error(0, "a key must not be null");
    entries.push_back({names[i].as_text(), items[i]});
  }
  const bool is_list = call[1].kind() == ValueKind::list;
  return mapping_of(call.arena(), is_list ? ValueKind::map : ValueKind::object, std::move(entries),
                    is_list ? call[1].element_type() : nullptr);
}

Value transpose(Call& call) {
  std::vector<Value::Entry> pairs;
  for (const Value::Entry& entry : call[0].entries()) {
    if (entry.value.is_null()) return call.error(0, "a list in the map must not be null");
    for (const Value& item : entry.value.items()) {
      if (item.is_null()) return call.error(0, "a key must not be null");
      pairs.push_back({item.as_text(), Value::borrowed_text(call.arena(), entry.key)});
    }
  }
  std::stable_sort(pairs.begin(), pairs.end(), [](const auto& a, const auto& b) { return a.key < b.key; });
  std::vector<Value::Entry> entries;
  for (std::size_t i = 0; i < pairs.size();) {
    std::vector<Value> names;
    const std::string_view key = pairs[i].key;
    for (; i < pairs.size() && pairs[i].key == key; ++i) names.push_back(pairs[i].value);
    entries.push_back({key, list_of(call.arena(), names, text_type())});
  }
  return mapping_of(call.arena(), ValueKind::map, std::move(entries), call.result_type->element);
}

constexpr uint16_t kAny = kTakesNull | kTakesUnknown;

constexpr Function kFunctions[] = {
    {"keys", "any -> list(text)", kTakesUnknown | kMovesItems, keys, "the keys of a map"},
    {"lookup", "any, text, any? -> any", kAny | kMovesItems | kChooses, lookup, "the value of a key, or a default"},
    {"merge", "any... -> any", kAny | kMovesItems | kChooses, merge, "one map of several; later ones win"},
    {"transpose", "map(list(text)) -> map(list(text))", 0, transpose, "keys by their values"},
    {"values", "any -> any", kTakesUnknown | kMovesItems | kChooses, values, "the values of a map"},
    {"zipmap", "list(text), any -> any", kMovesItems, zipmap, "a map of keys and values"},
};

}  // namespace

std::span<const Function> map_functions() { return kFunctions; }

}  // namespace holdfast

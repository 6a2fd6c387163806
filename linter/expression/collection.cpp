#include "expression/collection.h"

#include "expression/unknowns.h"
#include "expression/worlds.h"
#include "value/number.h"

#include <algorithm>

namespace holdfast {

Value set_of(Arena& arena, std::span<const Value> items, const Type* element) {
  return Value::sequence(arena, ValueKind::set, items, element);
}

Value list_of(Arena& arena, std::span<const Value> items, const Type* element) {
  return Value::sequence(arena, ValueKind::list, items, element);
}

Value tuple_of(Arena& arena, std::span<const Value> items) { return Value::sequence(arena, ValueKind::tuple, items); }

Value list_of(Arena& arena, const std::vector<std::string>& texts) {
  std::vector<Value> items;
  items.reserve(texts.size());
  for (const std::string& text : texts) items.push_back(Value::text(arena, text));
  return list_of(arena, items, text_type());
}

Value mapping_of(Arena& arena, ValueKind kind, std::vector<Value::Entry> entries, const Type* element) {
  const auto by_key = [](const Value::Entry& a, const Value::Entry& b) { return a.key < b.key; };
  if (!std::is_sorted(entries.begin(), entries.end(), by_key)) {
    std::stable_sort(entries.begin(), entries.end(), by_key);
  }
  std::size_t kept = 0;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (i + 1 < entries.size() && entries[i].key == entries[i + 1].key) continue;
    entries[kept++] = entries[i];
  }
  entries.resize(kept);
  return Value::mapping(arena, kind, entries, element);
}

Value with_attributes_read(const Value& value, Evaluation& evaluation) {
  if (!value.is_entity()) return value;
  std::vector<Value::Entry> entries;
  for (const std::string_view name : value.as_entity().attribute_names()) {
    entries.push_back({evaluation.arena.copy(name), read_attribute(value, name, {}, evaluation)});
  }
  return mapping_of(evaluation.arena, ValueKind::object, std::move(entries)).with_origin(value.origin());
}

Length set_length(const Value& set) {
  int64_t known = 0;
  int64_t open = 0;
  int64_t optional = 0;
  for (const Value& item : set.items()) {
    if (item.is_wholly_known())
      ++known;
    else if (may_be_absent(item))
      ++optional;
    else
      ++open;
  }
  return {std::max<int64_t>(known, known + open > 0 ? 1 : 0), known + open + optional};
}

std::optional<std::string> print_scalar(const Value& value) {
  switch (value.kind()) {
    case ValueKind::text: return std::string(value.as_text());
    case ValueKind::boolean: return value.as_boolean() ? "true" : "false";
    case ValueKind::number: return to_string_number(value);
    default: return std::nullopt;
  }
}

}  // namespace holdfast

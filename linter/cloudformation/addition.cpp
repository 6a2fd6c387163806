#include "cloudformation/addition.h"

#include "expression/collection.h"
#include "expression/worlds.h"

#include <algorithm>
#include <array>

namespace holdfast::cloudformation {
namespace {

Value joined(const Value& own, const Value& more, Template& unit);

Value merged(const Value& own, const Value& more, Template& unit) {
  std::vector<Value::Entry> entries(own.entries().begin(), own.entries().end());
  for (const Value::Entry& entry : more.entries()) {
    const auto same = std::ranges::find(entries, entry.key, &Value::Entry::key);
    if (same == entries.end()) {
      entries.push_back(entry);
    } else {
      same->value = joined(same->value, entry.value, unit);
    }
  }
  return mapping_of(unit.arena, ValueKind::object, std::move(entries)).with_origin(own.origin());
}

Value in_one_list(const Value& own, const Value& more, Template& unit) {
  std::vector<Value> items(own.items().begin(), own.items().end());
  for (const Value& item : more.items()) {
    const auto is_it = [&](const Value& known) {
      const Value same = equals(known, item, unit.evaluation);
      return same.is_boolean() && same.as_boolean();
    };
    if (std::ranges::none_of(own.items(), is_it)) items.push_back(item);
  }
  return tuple_of(unit.arena, items).with_origin(own.origin());
}

Value joined(const Value& own, const Value& more, Template& unit) {
  const std::array<Value, 2> both = {own, more};
  return over_worlds(both, Reach::outer, unit.evaluation, [&](std::span<const Value> world) {
    if (world[0].is_null() || world[0].is_absent()) return world[1];
    if (world[0].is_mapping() && world[1].is_mapping()) return merged(world[0], world[1], unit);
    if (world[0].is_sequence() && world[1].is_sequence()) return in_one_list(world[0], world[1], unit);
    return world[0];
  });
}

}  // namespace

Value with_addition(const Value& own, Resource& addition, std::string_view name, Template& unit) {
  const Value more = addition.written(name);
  if (more.is_null()) return own;
  return Value::choice(unit.arena, addition.exists, joined(own, more, unit), own);
}

}  // namespace holdfast::cloudformation

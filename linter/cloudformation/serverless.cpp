#include "cloudformation/serverless.h"

#include "cloudformation/node_value.h"
#include "expression/collection.h"

#include <algorithm>

namespace holdfast::cloudformation {
namespace {

Value merged(const Value& global, const Value& own, Template& unit) {
  std::vector<Value::Entry> entries(own.entries().begin(), own.entries().end());
  for (const Value::Entry& entry : global.entries()) {
    const auto same = std::ranges::find(entries, entry.key, &Value::Entry::key);
    if (same == entries.end()) {
      entries.push_back(entry);
    } else {
      same->value = with_global(entry.value, same->value, unit);
    }
  }
  return mapping_of(unit.arena, ValueKind::object, std::move(entries));
}

bool ignores(const Value& ignored, std::string_view property) {
  const auto is_it = [&](const Value& name) { return name.is_text() && name.as_text() == property; };
  if (ignored.is_sequence()) return std::ranges::any_of(ignored.items(), is_it);
  return is_it(ignored) || (ignored.is_text() && ignored.as_text() == "*");
}

}  // namespace

std::vector<Member> global_properties(std::string_view type, const Place& declaration, Template& unit) {
  if (!unit.globals.exists() || !type.starts_with(kServerless)) return {};
  const std::size_t last = type.rfind("::");
  std::vector<Member> properties = members_of(unit.globals.find(type.substr(last + 2)), unit).all;
  if (const Place ignored = declaration.find("IgnoreGlobals"); ignored.exists()) {
    const Value names = evaluate(ignored, unit);
    std::erase_if(properties, [&](const Member& property) { return ignores(names, property.key); });
  }
  return properties;
}

Value with_global(const Value& global, const Value& own, Template& unit) {
  if (own.is_mapping() && global.is_mapping()) return merged(global, own, unit).with_origin(own.origin());
  if (!own.is_sequence() || !global.is_sequence()) return own;
  std::vector<Value> items(global.items().begin(), global.items().end());
  items.insert(items.end(), own.items().begin(), own.items().end());
  return tuple_of(unit.arena, items).with_origin(own.origin());
}

}  // namespace holdfast::cloudformation

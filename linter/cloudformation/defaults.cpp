#include "cloudformation/defaults.h"

#include "cloudformation/intrinsic.h"
#include "cloudformation/node_value.h"
#include "expression/collection.h"

#include <algorithm>

namespace holdfast::cloudformation {
namespace {

bool is_written_as(bool (Place::*shape)() const, const Place& place) {
  return (place.*shape)() && !intrinsic_at(place);
}

Value merged(const Place& common, const Place& own, Template& unit) {
  const Members shared = members_of(common, unit);
  const Members members = members_of(own, unit);
  std::vector<Value::Entry> entries;
  const auto add = [&](const Member& member, const Value& value) {
    if (value.is_absent()) return;
    entries.push_back({member.key, value, unit.arena.add_origin({.span = member.key_span})});
  };
  for (const Member& member : shared.all) {
    if (std::ranges::find(members.all, member.key, &Member::key) == members.all.end()) {
      add(member, evaluate_member(member, unit));
    }
  }
  for (const Member& member : members.all) {
    const auto same = std::ranges::find(shared.all, member.key, &Member::key);
    const bool is_shared = same != shared.all.end();
    add(member, is_shared ? with_default(same->value, member, unit) : evaluate_member(member, unit));
  }
  return mapping_of(unit.arena, ValueKind::object, std::move(entries));
}

Value joined(const Place& common, const Place& own, Template& unit) {
  std::vector<Value> items;
  for (const Place& list : {common, own}) {
    for (std::size_t i = 0; i < list.item_count(); ++i) items.push_back(evaluate(list.item(i), unit));
  }
  return tuple_of(unit.arena, items);
}

bool ignores(const Value& ignored, std::string_view property) {
  const auto is_it = [&](const Value& name) { return name.is_text() && name.as_text() == property; };
  if (ignored.is_sequence()) return std::ranges::any_of(ignored.items(), is_it);
  return is_it(ignored) || (ignored.is_text() && ignored.as_text() == "*");
}

}  // namespace

std::vector<Member> default_properties(std::string_view section, const Place& declaration, Template& unit) {
  if (!unit.globals.exists() || section.empty()) return {};
  std::vector<Member> properties = members_of(unit.globals.find(section), unit).all;
  if (const Place ignored = declaration.find("IgnoreGlobals"); ignored.exists()) {
    const Value names = evaluate(ignored, unit);
    std::erase_if(properties, [&](const Member& property) { return ignores(names, property.key); });
  }
  return properties;
}

Value with_default(const Place& common, const Member& own, Template& unit) {
  const auto at_name = [&](const Value& value) {
    return value.with_origin(unit.arena.add_origin({.span = own.key_span}));
  };
  const auto are_both = [&](bool (Place::*shape)() const) {
    return is_written_as(shape, common) && is_written_as(shape, own.value);
  };
  if (are_both(&Place::is_mapping)) return at_name(merged(common, own.value, unit));
  if (are_both(&Place::is_sequence)) return at_name(joined(common, own.value, unit));
  return evaluate_member(own, unit);
}

}  // namespace holdfast::cloudformation

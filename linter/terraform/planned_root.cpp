#include "terraform/planned_root.h"

#include "expression/collection.h"
#include "expression/worlds.h"
#include "terraform/plan_value.h"
#include "terraform/planned_match.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace holdfast::terraform {

namespace {

/// Stands for the type of what is declared, where it is a module.
constexpr std::string_view kCall = "module";

/// The text in `["…"]`.
std::string unquoted(std::string_view key) {
  std::string text;
  for (std::size_t i = 2; i + 2 < key.size(); ++i) {
    const char c = key[i];
    if ((c == '\\' || c == '$' || c == '%') && i + 3 < key.size() && (c == '\\' || key[i + 1] == c)) ++i;
    text += key[i];
  }
  return text;
}

Value key_value(std::string_view key, Arena& arena) {
  int64_t index = 0;
  const char* const end = key.data() + key.size() - 1;
  if (std::from_chars(key.data() + 1, end, index).ptr == end) return Value::integer(index);
  return Value::text(arena, unquoted(key));
}

/// The plan's value as one that stands where the sources have theirs.
Value at(const Value& value, OriginId origin, Arena& arena) {
  if (origin == kNoOrigin) return value;
  if (value.is_sequence()) {
    std::vector<Value> items;
    for (const Value& item : value.items()) items.push_back(at(item, origin, arena));
    return Value::sequence(arena, value.kind(), items).as_sensitive(value.is_sensitive()).with_origin(origin);
  }
  if (!value.is_mapping()) return value.with_origin(origin);
  std::vector<Value::Entry> entries;
  for (const Value::Entry& entry : value.entries()) {
    entries.push_back({entry.key, at(entry.value, origin, arena), entry.key_origin});
  }
  return mapping_of(arena, value.kind(), std::move(entries)).as_sensitive(value.is_sensitive()).with_origin(origin);
}

/// Does the plan have something to say about it? What it does not mention at all may have been left out of it.
bool is_open(const Expansion& expansion, const std::set<std::string>* planned) {
  if (expansion.argument.is_unknown() || expansion.argument.is_choice()) return true;
  if (!planned) return false;
  std::set<std::string> ours;
  for (const InstanceKey& key : expansion.instances) ours.insert(key.suffix);
  return ours != *planned;
}

/// Each item with the planned one that it is most like.
Value settled_items(const Value& value, const PlannedNode& planned, const std::string& path, Session& session) {
  std::vector<PlannedNode> left;
  for (std::size_t i = 0; i < planned.size(); ++i) left.push_back(planned.item(i));
  std::vector<Value> items;
  for (const Value& item : value.items()) {
    const auto best = std::ranges::min_element(left, {}, [&](const PlannedNode& node) { return match(item, node); });
    if (best == left.end()) break;
    items.push_back(settled(item, *best, fmt::format("{}[{}]", path, items.size()), session));
    left.erase(best);
  }
  return Value::sequence(session.deployment.arena, value.kind(), items)
      .as_sensitive(value.is_sensitive())
      .with_origin(value.origin());
}

}  // namespace

PlannedRoot::PlannedRoot(std::unique_ptr<const Plan> plan) : plan_(std::move(plan)) {
  for (const PlanEntry& resource : plan_->configuration.find("resources").items()) {
    if (resource.text("mode") == "managed") declared_.emplace(resource.text("type"), resource.text("name"));
  }
  for (const auto& call : plan_->configuration.find("module_calls").members()) declared_.emplace(kCall, call.first);
  for (const PlannedInstance& instance : plan_->instances) {
    if (!instance.is_after()) continue;
    instances_.emplace(instance.address, &instance);
    keys_[std::string(instance.address.substr(0, instance.address.size() - instance.key.size()))].insert(instance.key);
    std::string module;
    const std::vector<Step> steps = steps_of(instance.module);
    for (std::size_t i = 1; i < steps.size(); i += 2) {
      module += (module.empty() ? "module." : ".module.") + std::string(steps[i].name);
      keys_[module].emplace(steps[i].key);
      module += steps[i].key;
    }
  }
}

bool PlannedRoot::is_made_of(const ModuleSource& root) const {
  std::size_t declared = root.calls.size();
  for (const auto& [type, declarations] : root.resources) declared += declarations.size();
  if (declared == 0 || declared != declared_.size()) return false;
  return std::ranges::all_of(declared_, [&](const auto& planned) {
    const auto& [type, name] = planned;
    if (type == kCall) return root.calls.contains(name);
    const auto of_type = root.resources.find(type);
    return of_type != root.resources.end() && of_type->second.contains(name);
  });
}

const PlannedInstance* PlannedRoot::find(std::string_view address) const {
  const auto found = instances_.find(address);
  return found == instances_.end() ? nullptr : found->second;
}

PlannedNode PlannedRoot::variable(std::string_view name) const {
  return {.value = plan_->variables.find(name).find("value")};
}

void PlannedRoot::settle(Expansion& expansion, const std::string& address, Session& session) const {
  const auto planned = keys_.find(address);
  if (expansion.repetition == Repetition::single ||
      !is_open(expansion, planned == keys_.end() ? nullptr : &planned->second))
    return;
  Arena& arena = session.deployment.arena;
  std::vector<InstanceKey> instances;
  std::vector<Value::Entry> values;
  int64_t count = 0;
  for (const std::string& suffix : planned == keys_.end() ? std::set<std::string>() : planned->second) {
    const auto same = std::ranges::find(expansion.instances, suffix, &InstanceKey::suffix);
    const auto open = std::ranges::find(expansion.instances, true, &InstanceKey::is_symbolic);
    InstanceKey key{.suffix = suffix, .key = key_value(suffix, arena), .value = {}};
    if (same != expansion.instances.end()) key.value = same->value;
    if (same == expansion.instances.end() && open != expansion.instances.end()) key.value = open->value;
    if (key.key.is_integer()) count = std::max(count, key.key.as_integer() + 1);
    if (key.key.is_text()) values.push_back({key.key.as_text(), key.value});
    instances.push_back(std::move(key));
  }
  std::ranges::sort(instances, [](const InstanceKey& a, const InstanceKey& b) { return order(a.key, b.key) < 0; });
  const bool is_count = expansion.repetition == Repetition::count;
  expansion.argument = is_count ? Value::integer(count) : mapping_of(arena, ValueKind::object, std::move(values));
  expansion.instances = std::move(instances);
}

Value settled(const Value& value, const PlannedNode& planned, const std::string& path, Session& session) {
  if (planned.is_unknown() || value.is_null() || (!planned.value && !planned.unknown)) return value;
  Arena& arena = session.deployment.arena;
  const Match found = match(value, planned);
  if (found == Match::equal) return planned.is_null() && !value.is_wholly_known() ? Value() : value;
  if (planned.is_null()) return value.is_wholly_known() ? value : Value();
  if (value.is_choice()) {
    const std::vector<Leaf> worlds = leaves(value, session.evaluation);
    const auto match_of = [&](const Leaf& leaf) { return match(leaf.value, planned); };
    const auto best = std::ranges::min_element(worlds, {}, match_of);
    if (best != worlds.end() && match_of(*best) != Match::different) {
      return settled(best->value, planned, path, session);
    }
  }
  if (found == Match::open && value.is_sequence() && value.items().size() == planned.size()) {
    return settled_items(value, planned, path, session);
  }
  if (found == Match::open && value.is_mapping() && planned.is_mapping()) {
    std::vector<Value::Entry> entries;
    for (const Value::Entry& entry : value.entries()) {
      const Value member =
          settled(entry.value, planned.member(entry.key), fmt::format("{}.{}", path, entry.key), session);
      entries.push_back({entry.key, member, entry.key_origin});
    }
    return mapping_of(arena, value.kind(), std::move(entries))
        .as_sensitive(value.is_sensitive())
        .with_origin(value.origin());
  }
  return at(plain_value(planned, path, arena), value.origin(), arena).as_sensitive(value.is_sensitive());
}

}  // namespace holdfast::terraform

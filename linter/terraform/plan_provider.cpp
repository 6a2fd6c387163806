#include "terraform/plan_provider.h"

#include "expression/collection.h"
#include "terraform/opaque_entity.h"
#include "terraform/plan_value.h"

#include <fmt/format.h>

namespace holdfast::terraform {

PlannedProvider::PlannedProvider(PlanSession& session, std::string key)
    : session_(session),
      key_(std::move(key)),
      configuration_(session.plan->provider_configurations.find(key_)),
      place_(session.configuration.place_in(configuration_.text("module_address"))) {}

std::optional<Value> PlannedProvider::attribute(std::string_view name) {
  const auto known = attributes_.find(name);
  if (known != attributes_.end()) return known->second;
  Arena& arena = session_.deployment.arena;
  const PlanEntry written = configuration_.find("expressions").find(name);
  Value value;
  if (!session_.plan->provider_configurations) {
    value = opaque_attribute(arena, this, name, fmt::format("the plan does not hold provider `{}`", key_));
  } else if (name == "alias" && configuration_.find(name)) {
    value = Value::text(arena, configuration_.text(name));
  } else if (written) {
    value = read(written, std::string(name));
  }
  return attributes_.emplace(name, value).first->second;
}

Value PlannedProvider::read(const PlanEntry& entry, const std::string& path) {
  Arena& arena = session_.deployment.arena;
  const auto at = [&](const Value& value) { return value.with_origin(arena.add_origin({.span = entry.span()})); };
  if (entry.is_sequence()) {
    std::vector<Value> blocks;
    for (const PlanEntry& block : entry.items()) {
      blocks.push_back(read(block, fmt::format("{}[{}]", path, blocks.size())));
    }
    return at(list_of(arena, blocks));
  }
  if (const PlanEntry constant = session_.configuration.constant_of(entry, place_)) {
    return at(plain_value({.value = constant}, path, arena));
  }
  if (entry.size() == 0 || entry.find("references")) {
    const std::string reason = fmt::format("the plan does not say what `{}` of provider `{}` is", path, key_);
    return at(opaque_attribute(arena, this, path, reason));
  }
  std::vector<Value::Entry> entries;
  for (const auto& [name, member] : entry.members()) {
    entries.push_back({name, read(member, fmt::format("{}.{}", path, name))});
  }
  return at(mapping_of(arena, ValueKind::object, std::move(entries)));
}

std::vector<std::string_view> PlannedProvider::attribute_names() const {
  return PlannedNode{.value = configuration_.find("expressions")}.names();
}

Span PlannedProvider::header() const { return configuration_.span(); }

}  // namespace holdfast::terraform

#include "terraform/environment.h"

#include <fmt/format.h>

namespace holdfast::terraform {

Environment::Environment(Arena& arena, const Inputs& inputs) : arena_(arena) {
  for (const auto& [name, value] : inputs.pins) facts_[name] = Value::text(arena, value);
  facts_["workspace"] = Value::text(arena, inputs.workspace);
}

std::optional<Value> Environment::attribute(std::string_view name) {
  const auto known = facts_.find(name);
  if (known != facts_.end()) return known->second;
  Unknown fact;
  fact.type = text_type();
  fact.reason = arena_.copy(fmt::format("the {} is not pinned", name));
  fact.input = arena_.copy(name);
  fact.identity = {this, fact.input};
  fact.not_null = true;
  return facts_.emplace(name, Value::unknown(arena_, fact)).first->second;
}

std::vector<std::string_view> Environment::attribute_names() const {
  std::vector<std::string_view> names;
  for (const auto& entry : facts_) names.push_back(entry.first);
  return names;
}

}  // namespace holdfast::terraform

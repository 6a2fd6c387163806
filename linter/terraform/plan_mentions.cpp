#include "terraform/plan_mentions.h"

#include <algorithm>

namespace holdfast::terraform {

namespace {

/// The first steps of a reference or an address, without keys.
std::string without_keys(std::string_view address, std::size_t steps = SIZE_MAX) {
  std::string text;
  for (const Step& step : steps_of(address)) {
    if (steps-- == 0) break;
    if (!text.empty()) text += '.';
    text += step.name;
  }
  return text;
}

/// How many steps of a reference name a value: `var.a`, `module.a.b`, `type.name.attribute`.
std::size_t value_steps(std::string_view reference) {
  if (reference.starts_with("var.") || reference.starts_with("local.")) return 2;
  return reference.starts_with("data.") ? 4 : 3;
}

void collect(const PlanEntry& entry, const PlannedConfiguration& configuration, std::set<std::string>& mentioned) {
  entry.show([&](const PlanEntry& seen) {
    for (const std::string_view reference : configuration.references_of(seen)) {
      mentioned.insert(without_keys(reference, value_steps(reference)));
    }
    for (const PlanEntry& item : seen.items()) collect(item, configuration, mentioned);
    for (const auto& [name, member] : seen.members()) {
      if (name != "module") collect(member, configuration, mentioned);
    }
  });
}

bool is_open(const PlannedInstance& instance, std::string_view attribute) {
  return attribute.empty() ? instance.after.unknown.size() > 0 : instance.after.member(attribute).is_unknown();
}

}  // namespace

PlannedMentions::PlannedMentions(const Plan& plan, const PlannedConfiguration& configuration)
    : plan_(plan), configuration_(configuration) {
  std::map<std::string, std::set<std::string_view>> relevant;
  for (const PlanEntry& entry : plan.relevant_attributes.items()) {
    relevant[without_keys(entry.text("resource"))].insert(entry.find("attribute").item(0).text());
  }
  for (const PlannedInstance& instance : plan.instances) {
    if (!instance.is_after()) continue;
    const auto found = relevant.find(without_keys(instance.address));
    if (found == relevant.end()) continue;
    for (const std::string_view attribute : found->second) {
      if (!is_open(instance, attribute)) continue;
      open_.insert(attribute.empty() ? found->first : found->first + "." + std::string(attribute));
    }
  }
}

bool PlannedMentions::may_hide_blocks(const PlannedModule& module) const {
  const auto [entry, is_new] = known_.try_emplace(module.address, false);
  if (is_new) entry->second = hides(module);
  return entry->second;
}

bool PlannedMentions::hides(const PlannedModule& module) const {
  if (!plan_.knows_relevant_attributes || has_open_input(module)) return true;
  std::set<std::string> mentioned;
  collect(module.configuration, configuration_, mentioned);
  const std::string prefix = module.address.empty() ? "" : without_keys(module.address) + ".";
  const bool has_open_attribute = std::ranges::any_of(open_, [&](const std::string& open) {
    if (!open.starts_with(prefix)) return false;
    const std::string inside = open.substr(prefix.size());
    return !inside.starts_with("module.") && !mentioned.contains(inside);
  });
  return has_open_attribute || has_open_output(module, mentioned);
}

/// Whatever is given to a module may be asked there whether it is null.
bool PlannedMentions::has_open_input(const PlannedModule& module) const {
  if (!module.caller) return false;
  const PlannedPlace place{module.caller, module.call, module.key};
  return std::ranges::any_of(module.call.find("expressions").members(), [&](const auto& given) {
    return !configuration_.source_of({&given.second, 1}, place).is_known;
  });
}

bool PlannedMentions::has_open_output(const PlannedModule& module, const std::set<std::string>& mentioned) const {
  for (const auto& [name, call] : module.configuration.find("module_calls").members()) {
    const std::string called = "module." + std::string(name);
    const PlannedPlace place = configuration_.place_in(module.address.empty() ? called : module.address + "." + called);
    for (const auto& [output, content] : call.find("module").find("outputs").members()) {
      const PlanEntry expression = content.find("expression");
      const bool is_known = configuration_.source_of({&expression, 1}, place).is_known;
      if (!is_known && !mentioned.contains(called + "." + std::string(output))) return true;
    }
  }
  return false;
}

}  // namespace holdfast::terraform

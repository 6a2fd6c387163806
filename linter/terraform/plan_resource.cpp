#include "terraform/plan_resource.h"

#include "expression/collection.h"
#include "terraform/environment.h"
#include "terraform/plan_provider.h"
#include "terraform/plan_value.h"

#include <fmt/format.h>

#include <algorithm>

namespace holdfast::terraform {

namespace {

bool has_unknown(const PlanEntry& marks) {
  return marks.text() == "true" || std::ranges::any_of(marks.items(), has_unknown) ||
         std::ranges::any_of(marks.members(), [](const auto& member) { return has_unknown(member.second); });
}

}  // namespace

PlanSession::PlanSession(std::unique_ptr<const Plan> the_plan, Deployment& the_deployment, const Inputs& inputs,
                         const FunctionTable& functions, ComputedAttributes* the_computed)
    : plan(std::move(the_plan)),
      configuration(*plan),
      mentions(*plan, configuration),
      deployment(the_deployment),
      computed(the_computed),
      evaluation{.arena = the_deployment.arena, .functions = functions},
      environment(std::make_unique<Environment>(the_deployment.arena, inputs)) {
  for (const PlannedInstance& instance : plan->instances) {
    open_instances += has_unknown(instance.after.unknown);
  }
}

PlannedResource::PlannedResource(PlanSession& session, const PlannedInstance& planned)
    : session_(session), planned_(planned), place_(session.configuration.place_of(planned)) {
  type = planned.type;
  address = planned.address;
  is_data = planned.is_data;
  header_span = planned.span;
  computed_attributes = session.computed;
  arena = &session.deployment.arena;
}

std::optional<Value> PlannedResource::attribute(std::string_view name) {
  const PlannedNode node = planned_.after.member(name);
  if (node.is_unknown() || node.is_null() || !written(name).is_null()) return Resource::attribute(name);
  const Value value = plain_value(node, fmt::format("{}.{}", address, name), *arena);
  return value.with_origin(arena->add_origin({node.span(), value.origin(), this, arena->copy(name)}));
}

Value PlannedResource::written(std::string_view name) {
  const auto known = written_.find(name);
  if (known != written_.end()) return known->second;
  return written_.emplace(name, compute(name)).first->second;
}

Value PlannedResource::compute(std::string_view name) {
  const PlannedNode node = planned_.after.member(name);
  const PlannedValues values(session_.configuration, session_.mentions, place_, *this,
                             [this](const PlannedInstance& instance) -> Resource* {
                               const auto found = session_.resources.find(&instance);
                               return found == session_.resources.end() ? nullptr : found->second;
                             });
  if (!place_.declaration) return values.read(node, std::string(name), {{}, false});
  const PlanEntry mention = place_.declaration.find("expressions").find(name);
  if (!mention) {
    // Alone in being unknown it cannot hang on anything else: it was left out.
    if (node.is_unknown() && session_.open_instances < 2) return {};
    return values.unmentioned(node, name, std::string(name));
  }
  // A plan that does not mark what is unknown leaves it out.
  const bool is_marked = planned_.has_marks || node.value;
  const bool is_constant = bool(PlannedConfiguration::constant_in(mention));
  if (!is_marked && !is_constant) {
    return unknown_value(*arena, fmt::format("{}.{} is not in the plan", address, name));
  }
  return values.read(node, std::string(name), {{mention}, true});
}

std::vector<std::string_view> PlannedResource::written_names() const {
  std::vector<std::string_view> names;
  for (const std::string_view name : planned_.after.names()) {
    if (!const_cast<PlannedResource*>(this)->written(name).is_null()) names.push_back(name);
  }
  return names;
}

Value PlannedResource::meta(std::string_view name) {
  if (name == "environment") return Value::entity(*session_.environment);
  if (name == "provider") return Value::entity(provider());
  if (name == "module") return Value::text(*arena, planned_.module);
  const auto known = meta_.find(name);
  if (known != meta_.end()) return known->second;
  Value value;
  if (name == "depends_on") value = depends_on();
  if (name == "change") value = change_of(planned_, *arena);
  if (name == "lifecycle") value = unknown_value(*arena, "a plan does not hold `lifecycle` blocks");
  return meta_.emplace(name, value).first->second;
}

Value PlannedResource::depends_on() {
  return plain_value({.value = place_.declaration.find("depends_on")}, "depends_on", *arena);
}

Entity& PlannedResource::provider() {
  std::string key(place_.declaration.text("provider_config_key"));
  if (key.empty()) key = type.substr(0, type.find('_'));
  std::unique_ptr<Entity>& provider = session_.providers[key];
  if (!provider) provider = std::make_unique<PlannedProvider>(session_, key);
  return *provider;
}

}  // namespace holdfast::terraform

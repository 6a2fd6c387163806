#include "terraform/planned_state.h"

#include "expression/collection.h"
#include "terraform/plan_value.h"

#include <fmt/format.h>

#include <array>
#include <map>
#include <unordered_map>

namespace holdfast::terraform {

namespace {

class StateResource;

/// Whose id or ARN a text is.
class Owners {
 public:
  void add(StateResource& resource) { resources_.push_back(&resource); }
  /// Nullptr also when several share it.
  StateResource* of(std::string_view id);

 private:
  void look();

  std::vector<StateResource*> resources_;
  std::map<std::string, StateResource*, std::less<>> by_id_;
};

/// Where resources are of which no declaration is left: where all others are, with their provider if they share one.
struct Surroundings {
  Value environment;
  Value provider;
};

Surroundings surroundings_of(const Deployment& deployment) {
  Surroundings found;
  for (const auto& resource : deployment.resources) {
    if (resource->is_data) continue;
    found.environment = resource->meta("environment");
    const Value provider = resource->meta("provider");
    if (!provider.is_entity()) continue;
    const bool is_another = found.provider.is_entity() && &found.provider.as_entity() != &provider.as_entity();
    if (is_another || found.provider.is_unknown()) {
      found.provider = unknown_value(deployment.arena, "a plan does not say which provider manages what it destroys");
    } else {
      found.provider = provider;
    }
  }
  return found;
}

/// A resource as a state has it. Of what a state does not hold it says what its declaration says.
class StateResource final : public Resource {
 public:
  StateResource(const PlannedInstance& planned, const PlannedNode& node, Resource* declared,
                const Surroundings& surroundings, Owners& owners, Arena& memory)
      : node_(node), declared_(declared), surroundings_(surroundings), owners_(owners) {
    type = planned.type;
    address = planned.address;
    header_span = planned.span;
    arena = &memory;
  }

  Value written(std::string_view name) override {
    const auto known = written_.find(name);
    if (known != written_.end()) return known->second;
    const Value value = plain_value(node_.member(name), fmt::format("{}.{}", address, name), *arena);
    return written_.emplace(name, with_owners(value)).first->second;
  }
  std::vector<std::string_view> written_names() const override { return node_.names(); }
  std::vector<std::string> ids() const { return node_.value.peek(kIds); }
  Value meta(std::string_view name) override {
    if (declared_) return declared_->meta(name);
    if (name == "environment") return surroundings_.environment;
    return name == "provider" ? surroundings_.provider : Value();
  }

 private:
  /// A state holds texts where the configuration has references.
  Value with_owners(const Value& value) {
    if (value.is_text()) {
      StateResource* const owner = owners_.of(value.as_text());
      if (!owner || owner == this) return value;
      return value.with_origin(
          arena->add_origin({.span = arena->origin(value.origin()).span, .entity = owner, .attribute = "id"}));
    }
    if (!value.is_sequence()) return value;
    std::vector<Value> items;
    for (const Value& item : value.items()) items.push_back(with_owners(item));
    return Value::sequence(*arena, value.kind(), items).with_origin(value.origin());
  }

  static constexpr std::array<std::string_view, 2> kIds = {"id", "arn"};

  const PlannedNode& node_;
  Resource* declared_;
  const Surroundings& surroundings_;
  Owners& owners_;
  std::map<std::string, Value, std::less<>> written_;
};

StateResource* Owners::of(std::string_view id) {
  if (!resources_.empty()) look();
  const auto found = by_id_.find(id);
  return found == by_id_.end() ? nullptr : found->second;
}

void Owners::look() {
  for (StateResource* resource : std::exchange(resources_, {})) {
    for (const std::string& id : resource->ids()) {
      if (id.empty()) continue;
      const auto [owner, is_new] = by_id_.try_emplace(id, resource);
      if (!is_new && owner->second != resource) owner->second = nullptr;
    }
  }
}

std::unique_ptr<Deployment> state_of(Deployment& deployment, const Plan& plan, PlannedNode PlannedInstance::*part) {
  auto state = std::make_unique<Deployment>(deployment.memory);
  state->path = deployment.path;
  state->files = deployment.files;
  state->workspace = deployment.workspace;
  state->incomplete_because = plan.incomplete_because;
  std::unordered_map<std::string_view, Resource*> declared;
  for (const auto& resource : deployment.resources) {
    if (!resource->is_data) declared.emplace(resource->address, resource.get());
  }
  const auto owners = std::make_shared<Owners>();
  const auto surroundings = std::make_shared<Surroundings>(surroundings_of(deployment));
  state->keep_alive.push_back(owners);
  state->keep_alive.push_back(surroundings);
  for (const PlannedInstance& planned : plan.instances) {
    const PlannedNode& node = planned.*part;
    if (planned.is_data || !node.is_mapping()) continue;
    const auto found = declared.find(planned.address);
    auto resource = std::make_unique<StateResource>(planned, node, found == declared.end() ? nullptr : found->second,
                                                    *surroundings, *owners, deployment.arena);
    owners->add(*resource);
    state->resources.push_back(std::move(resource));
  }
  return state;
}

}  // namespace

void add_states(Deployment& deployment, const Plan& plan) {
  deployment.state_before = [&] { return state_of(deployment, plan, &PlannedInstance::before); };
  deployment.state_after = [&] { return state_of(deployment, plan, &PlannedInstance::after); };
}

}  // namespace holdfast::terraform

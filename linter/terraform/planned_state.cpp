#include "terraform/planned_state.h"

#include "expression/collection.h"
#include "terraform/plan_value.h"

#include <fmt/format.h>

#include <map>
#include <unordered_map>

namespace holdfast::terraform {

namespace {

class StateResource;

/// Whose id or ARN a text is; nullptr when several share it.
using Owners = std::unordered_map<std::string_view, StateResource*>;

/// A resource as a state has it. Of what a state does not hold it says what its declaration says.
class StateResource final : public Resource {
 public:
  StateResource(const PlannedInstance& planned, const PlannedNode& node, Resource* declared, const Owners& owners,
                Arena& memory)
      : node_(node), declared_(declared), owners_(owners) {
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
  Value meta(std::string_view name) override { return declared_ && name != "change" ? declared_->meta(name) : Value(); }

 private:
  /// A state holds texts where the configuration has references.
  Value with_owners(const Value& value) {
    if (value.is_text()) {
      const auto owner = owners_.find(value.as_text());
      if (owner == owners_.end() || !owner->second || owner->second == this) return value;
      return value.with_origin(
          arena->add_origin({.span = arena->origin(value.origin()).span, .entity = owner->second, .attribute = "id"}));
    }
    if (!value.is_sequence()) return value;
    std::vector<Value> items;
    for (const Value& item : value.items()) items.push_back(with_owners(item));
    return Value::sequence(*arena, value.kind(), items).with_origin(value.origin());
  }

  const PlannedNode& node_;
  Resource* declared_;
  const Owners& owners_;
  std::map<std::string, Value, std::less<>> written_;
};

std::unique_ptr<Deployment> state_of(Deployment& deployment, const Plan& plan, PlannedNode PlannedInstance::*part) {
  auto state = std::make_unique<Deployment>(deployment.memory);
  state->path = deployment.path;
  state->files = deployment.files;
  state->workspace = deployment.workspace;
  state->incomplete_because = plan.incomplete_because;
  std::unordered_map<std::string_view, Resource*> declared;
  for (const auto& resource : deployment.resources) declared.emplace(resource->address, resource.get());
  const auto owners = std::make_shared<Owners>();
  state->keep_alive.push_back(owners);
  for (const PlannedInstance& planned : plan.instances) {
    const PlannedNode& node = planned.*part;
    if (planned.is_data || !node.is_mapping()) continue;
    const auto found = declared.find(planned.address);
    auto resource = std::make_unique<StateResource>(planned, node, found == declared.end() ? nullptr : found->second,
                                                    *owners, deployment.arena);
    for (const std::string_view name : {"id", "arn"}) {
      const PlannedNode id = node.member(name);
      if (id.is_null() || !id.value) continue;
      const auto [owner, is_new] = owners->try_emplace(plan.document.text(*id.value), resource.get());
      if (!is_new && owner->second != resource.get()) owner->second = nullptr;
    }
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

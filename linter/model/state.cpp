#include "model/state.h"

#include <algorithm>

namespace holdfast {

State::State(const Definitions& definitions, const FunctionTable& functions, Value policy,
             std::unique_ptr<Deployment> deployment)
    : deployment_(std::move(deployment)), model_(definitions, functions, policy) {
  model_.attach(*deployment_);
  for (const auto& resource : deployment_->resources) by_address_.emplace(resource->address, resource.get());
}

Value State::counterpart(Object& object) {
  const auto found = by_address_.find(object.resource().address);
  if (found == by_address_.end()) return {};
  std::vector<Object*> candidates;
  for (Object* candidate : model_.objects_of(*found->second)) {
    if (&candidate->type() == &object.type()) candidates.push_back(candidate);
  }
  return counterpart_among(object, candidates);
}

Value State::counterpart_among(Object& object, const std::vector<Object*>& candidates) {
  const hcl::Expression identity = object.type().identity;
  if (!identity || !object.mapping().each) {
    const auto same = [&](const Object* candidate) { return candidate->index() == object.index(); };
    const auto found = std::ranges::find_if(candidates, same);
    return found == candidates.end() ? Value() : Value::entity(**found);
  }
  Evaluation evaluation = object.model().evaluation(object.exists);
  const Value wanted = object.model().evaluate_for(&object, identity, evaluation);
  if (!wanted.is_wholly_known()) return unknown_value(deployment_->arena, "it is not known which one it was");
  for (Object* candidate : candidates) {
    if (equal_known(model_.evaluate_for(candidate, identity, evaluation), wanted)) return Value::entity(*candidate);
  }
  return {};
}

Value Model::in_state(Object& object, std::string_view state) {
  if (!deployment_) return {};
  const auto& make = state == "before" ? deployment_->state_before : deployment_->state_after;
  if (!make) return {};
  std::unique_ptr<State>& known = states_[state];
  if (!known) known = std::make_unique<State>(definitions_, functions_, policy_, make());
  return known->counterpart(object);
}

}  // namespace holdfast

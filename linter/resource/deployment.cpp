#include "resource/deployment.h"

namespace holdfast {

const std::vector<Resource*>& Deployment::of_type(std::string_view type) {
  if (by_type_.empty()) {
    for (const auto& resource : resources) by_type_[resource->type].push_back(resource.get());
  }
  static const std::vector<Resource*> kNone;
  const auto found = by_type_.find(type);
  return found == by_type_.end() ? kNone : found->second;
}

Inputs combined(Inputs inputs, const Inputs& others) {
  const auto append = [](auto& list, const auto& more) { list.insert(list.end(), more.begin(), more.end()); };
  append(inputs.offered, others.offered);
  append(inputs.variables, others.variables);
  append(inputs.variable_files, others.variable_files);
  append(inputs.parameter_files, others.parameter_files);
  if (!others.workspace.empty()) inputs.workspace = others.workspace;
  for (const auto& pin : others.pins) {
    std::erase_if(inputs.pins, [&](const auto& other) { return other.first == pin.first; });
    inputs.pins.push_back(pin);
  }
  return inputs;
}

}  // namespace holdfast

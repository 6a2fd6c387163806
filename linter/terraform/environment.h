#pragma once

#include "resource/deployment.h"
#include "value/entity.h"

#include <map>
#include <string>
#include <string_view>

namespace holdfast::terraform {

/// Where a root is deployed: what the user pinned, the workspace, and unknowns that are equal to themselves for all
/// else.
class Environment final : public Entity {
 public:
  Environment(Arena& arena, const Inputs& inputs);

  std::optional<Value> attribute(std::string_view name) override;
  std::vector<std::string_view> attribute_names() const override;
  std::string label() const override { return "environment"; }
  bool is_lenient() const override { return true; }

 private:
  Arena& arena_;
  std::map<std::string, Value, std::less<>> facts_;
};

}  // namespace holdfast::terraform

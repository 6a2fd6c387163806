#pragma once

#include "resource/deployment.h"
#include "value/entity.h"

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace holdfast::cloudformation {

/// Where a template is deployed: what its pseudo parameters say. A fact that the user did not pin is a variable of its
/// own, equal to itself wherever it is mentioned.
class Environment final : public Entity {
 public:
  Environment(Arena& arena, const Inputs& inputs);
  /// Of a stack that another one deploys: in the same place, under a name of its own.
  Environment(Arena& arena, const Environment& outer);

  /// Where a stack is deployed to another place: facts by name. What they do not say is open.
  void move_to(const Value& place, Arena& arena);

  std::optional<Value> attribute(std::string_view name) override;
  std::vector<std::string_view> attribute_names() const override;
  std::string label() const override { return "environment"; }
  bool is_lenient() const override { return true; }

  /// Name of the attribute behind `AWS::Region` and its like; empty when it is no pseudo parameter.
  static std::string_view attribute_of(std::string_view pseudo_parameter);

 private:
  std::vector<std::pair<std::string_view, Value>> facts_;  // sorted by name
};

}  // namespace holdfast::cloudformation

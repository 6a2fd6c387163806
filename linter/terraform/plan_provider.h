#pragma once

#include "terraform/plan_resource.h"

#include <map>
#include <optional>
#include <string>

namespace holdfast::terraform {

/// A provider configuration as a plan tells of it: constants, and variables of the root that stand alone. All else is
/// unknown.
class PlannedProvider final : public Entity {
 public:
  /// `key` is `name`, `name.alias`, or these behind `module.path:`.
  PlannedProvider(PlanSession& session, std::string key);

  std::optional<Value> attribute(std::string_view name) override;
  std::vector<std::string_view> attribute_names() const override;
  std::string label() const override { return key_; }
  Span header() const override;
  bool is_lenient() const override { return true; }

 private:
  Value read(const PlanEntry& entry, const std::string& path);

  PlanSession& session_;
  std::string key_;
  PlanEntry configuration_;
  PlannedPlace place_;
  std::map<std::string, Value, std::less<>> attributes_;
};

}  // namespace holdfast::terraform

#pragma once

#include "terraform/block_view.h"
#include "terraform/module.h"
#include "terraform/plan.h"

#include <map>

namespace holdfast::terraform {

/// One instance of a `resource`, `data` or `ephemeral` block.
class ResourceInstance final : public Resource {
 public:
  ResourceInstance(Session& session, Module& module, ResourceMode mode, const Declaration& declaration,
                   Repetition repetition, const InstanceKey& key);

  std::optional<Value> attribute(std::string_view name) override;
  Value written(std::string_view name) override;
  std::vector<std::string_view> written_names() const override { return arguments_.names(); }
  Written as_written() const override;
  Value meta(std::string_view name) override;

  const Value& key() const { return key_; }
  /// Reports conditions of its `lifecycle` that do not hold.
  void check_conditions();

 private:
  Value given(std::string_view name);
  Value planned_attribute(std::string_view name, const Value& value);
  Value json_argument(std::string_view name);
  Value lifecycle();
  Value references(const Argument& argument);
  ProviderConfiguration& provider();

  Session& session_;
  Module& module_;
  const Declaration& declaration_;
  Value key_;
  InstanceScope scope_;
  Arguments arguments_;
  bool is_json_ = false;
  const PlannedInstance* planned_ = nullptr;  // what a plan says of it
  std::map<std::string, Cell> settled_;
  std::map<std::string, Cell> json_arguments_;
  std::map<std::string_view, Cell> meta_;
  std::map<std::string, Value, std::less<>> views_;  // blocks as other expressions see them
  std::vector<std::unique_ptr<Entity>> blocks_;
};

}  // namespace holdfast::terraform

#pragma once

#include "terraform/expansion.h"
#include "terraform/plan.h"
#include "terraform/terraform.h"

#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace holdfast::terraform {

/// A plan beside the sources that it was made of: they say where everything stands and what it is made of, the plan
/// decides what they leave open.
class PlannedRoot {
 public:
  explicit PlannedRoot(std::unique_ptr<const Plan> plan);

  /// Does the configuration in the plan declare what this root does, no more and no less?
  bool is_made_of(const ModuleSource& root) const;
  /// Hands the plan over; nothing may be asked any more.
  std::unique_ptr<const Plan> release() { return std::move(plan_); }
  const Plan& plan() const { return *plan_; }
  /// What the plan says of an instance or data source that will be there.
  const PlannedInstance* find(std::string_view address) const;
  /// The value that a variable of the root had.
  PlannedNode variable(std::string_view name) const;
  /// Replaces an expansion that hangs on something unknown by the one that was planned. `address` has no key.
  void settle(Expansion& expansion, const std::string& address, Session& session) const;

 private:
  std::unique_ptr<const Plan> plan_;
  std::set<std::pair<std::string_view, std::string_view>> declared_;  // types and names in the root module
  std::unordered_map<std::string_view, const PlannedInstance*> instances_;
  std::map<std::string, std::set<std::string>, std::less<>> keys_;  // of resources and modules, by address without key
};

/// Reads a root; what its sources leave open is as planned.
std::unique_ptr<Deployment> load_root(Workspace& workspace, const std::string& directory, const Inputs& inputs,
                                      const FunctionTable& functions, ComputedAttributes* computed,
                                      TerraformModules& modules, std::shared_ptr<const PlannedRoot> plan);

/// A value of the sources with the plan's where it is open. What was not written stays so. `path` names it.
Value settled(const Value& value, const PlannedNode& planned, const std::string& path, Session& session);

}  // namespace holdfast::terraform

#pragma once

#include "terraform/plan_configuration.h"

#include <map>
#include <set>
#include <string>

namespace holdfast::terraform {

/// What of a plan hangs on something that is known only after apply, and where its configuration mentions that. Of
/// `dynamic` blocks a configuration says nothing, but what they read is among the relevant attributes of the plan.
class PlannedMentions {
 public:
  PlannedMentions(const Plan& plan, const PlannedConfiguration& configuration);

  /// May there be blocks in a module that hang on something unknown, and that the configuration does not mention?
  bool may_hide_blocks(const PlannedModule& module) const;

 private:
  bool has_open_input(const PlannedModule& module) const;
  bool has_open_output(const PlannedModule& module, const std::set<std::string>& mentioned) const;
  bool hides(const PlannedModule& module) const;

  const Plan& plan_;
  const PlannedConfiguration& configuration_;
  std::set<std::string> open_;  // relevant attributes that are not known, by address without keys
  mutable std::map<std::string, bool> known_;
};

}  // namespace holdfast::terraform

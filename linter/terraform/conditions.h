#pragma once

#include "terraform/inputs.h"
#include "terraform/module_source.h"
#include "terraform/session.h"

#include <string_view>

namespace holdfast::terraform {

/// What an author demands of a deployment: `validation`, `precondition`, `postcondition` and `assert` blocks.
struct Demand {
  std::string_view block;      // type of the blocks
  const DiagnosticKind& kind;  // takes the name of the subject and what the author says
  std::string_view subject;    // whose demand it is
  Condition exists = Condition::always();
  Span at = {};              // where it is not met; open: at the condition
  bool is_told = true;       // report it when it is not met
  bool is_advisory = false;  // when it is not met Terraform warns and goes on
};

/// Reports what certainly is not met. What depends on open conditions becomes a constraint of the deployment.
void check_demands(Session& session, const Body& body, const Scope& scope, const Demand& demand);

/// Is a root all that Terraform needs to plan it? Other values than its defaults may be given to a library, and to a
/// root with variables that nothing here sets.
bool is_self_contained(const ModuleSource& root, const GivenValues& given);

/// Does a validation hang on nothing but its own variable?
bool is_about_itself(const Declaration& variable);

}  // namespace holdfast::terraform

#pragma once

#include "terraform/session.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace holdfast::terraform {

/// What the user gave for one variable of the root.
struct GivenValue {
  hcl::Expression expression;
  std::string_view text;  // `-var` without quotes: the text itself, if the variable takes text
  bool is_text = false;
  Span at;
};

/// The values given to the variables of a root. By rising priority: `terraform.tfvars`, `terraform.tfvars.json`,
/// `*.auto.tfvars(.json)` by name, then what the configuration offers and what the command line says, in its order.
using GivenValues = std::map<std::string, GivenValue, std::less<>>;
GivenValues given_values(Session& session, const ModuleSource& root);

}  // namespace holdfast::terraform

#pragma once

#include "terraform/inputs.h"
#include "terraform/plan.h"
#include "terraform/session.h"

#include <optional>

namespace holdfast::terraform {

/// What a variable of the root stands for: what was given, else its default, else an unknown that may be one of the
/// values that the declaration allows.
Value root_variable(Session& session, const Declaration& variable, const GivenValue* given);

/// The same with what a plan says that it was, unless that is what the sources say anyway.
Value planned_variable(Session& session, const Declaration& variable, const Value& value, const PlannedNode& planned);

/// What a variable of a called module stands for; `passed` is the argument of the call, if there is one.
Value passed_variable(Session& session, const Declaration& variable, std::optional<Value> passed,
                      const Declaration& call);

}  // namespace holdfast::terraform

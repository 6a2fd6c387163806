#pragma once

#include "terraform/session.h"

#include <optional>
#include <string_view>
#include <vector>

namespace holdfast::terraform {

/// What the `validation` blocks of a variable say that it may be; patterns and all else say nothing here.
struct Validated {
  std::vector<std::string_view> texts;  // one of these; empty: nothing is said
  std::optional<Value> minimum = {};    // inclusive; of a list or set: of its length
  std::optional<Value> maximum = {};
};
Validated validated(Session& session, const Declaration& variable);

}  // namespace holdfast::terraform

#pragma once

#include "rule/rule.h"

#include <string>
#include <string_view>
#include <vector>

namespace holdfast {

/// A control of a rule, with the framework that says what it is called.
struct NamedControl {
  const Framework* framework;
  std::string_view id;
  std::string_view label;  // empty when the framework does not list the control
  bool is_direct;
};

/// Controls of a rule in the order of the frameworks; direct evidence before supporting. What no framework knows is
/// left out.
std::vector<NamedControl> named_controls(const Rule& rule, const std::vector<const Framework*>& frameworks);

/// A framework as one writes it: "ISO/IEC 27001:2022", "NIST CSF 2.0".
std::string edition(const Framework& framework);

}  // namespace holdfast

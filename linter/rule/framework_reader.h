#pragma once

#include "rule/requirement.h"
#include "rule/rule.h"
#include "syntax/hcl.h"
#include "text/diagnostic.h"

#include <vector>

namespace holdfast {

/// What a `framework` block of a pack says.
Framework read_framework(const hcl::Tree& tree, hcl::NodeId block, Diagnostics& diagnostics);

/// What a `register` block of a pack says.
Register read_register(const hcl::Tree& tree, hcl::NodeId block, Diagnostics& diagnostics);

/// `{ framework = ["control", …], … }`, in the order in which it is written.
std::vector<ControlReference> read_controls(hcl::Expression controls, bool is_direct, Diagnostics& diagnostics);

}  // namespace holdfast

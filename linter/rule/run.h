#pragma once

#include "model/model.h"
#include "rule/finding.h"

#include <span>
#include <vector>

namespace holdfast {

/// What findings have to say. Less is faster.
struct FindingDetail {
  bool is_audit = false;          // also of what passed or does not apply; otherwise that is only counted
  bool has_explanations = false;  // which parts of the requirement decided
};

/// Every verdict is one or the other. In the order of rules and resources.
struct Judged {
  std::vector<Finding> findings;
  std::vector<PlainVerdict> plain;
};

/// Judges every rule on everything that it concerns in the model's deployment.
Judged run_rules(Model& model, std::span<const Rule* const> rules, FindingDetail detail = {});

}  // namespace holdfast

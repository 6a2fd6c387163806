#pragma once

#include "model/model.h"
#include "rule/finding.h"

#include <span>
#include <vector>

namespace holdfast {

/// What findings have to say. Less is faster.
struct FindingDetail {
  bool is_audit = false;  // places and sentences also of what passed or does not apply; otherwise it is only counted
  bool has_explanations = false;  // which parts of the requirement decided
};

/// Judges every rule on everything that it concerns in the model's deployment. Findings of all verdicts, in the order
/// of rules and resources.
std::vector<Finding> run_rules(Model& model, std::span<const Rule* const> rules, FindingDetail detail = {});

}  // namespace holdfast

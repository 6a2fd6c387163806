#pragma once

#include "model/model.h"
#include "rule/finding.h"

#include <span>
#include <vector>

namespace holdfast {

/// Judges every rule on everything that it concerns in the model's deployment. Findings of all verdicts, in the order of
/// rules and resources.
std::vector<Finding> run_rules(Model& model, std::span<const Rule* const> rules);

}  // namespace holdfast

#pragma once

#include "rule/finding.h"
#include "rule/pack.h"
#include "settings/settings.h"
#include "text/workspace.h"

#include <span>
#include <string>
#include <vector>

namespace holdfast {

/// What suppressions are judged by.
struct SuppressionContext {
  const Workspace& workspace;
  const Packs& packs;
  std::span<const Rule* const> rules;  // that ran
  std::string today;                   // "2027-01-31"; nothing expires when empty
  const Settings* settings = nullptr;  // names paths as its patterns do
  bool is_whole = true;                // everything was analysed that the configuration is about
};

/// Marks the faults and open questions that somebody accepts, and adds what the rules about suppressions say: without a
/// reason, expired or not understood they have no effect, and one that nothing needs is to go.
void suppress(std::vector<Finding>& findings, const std::vector<StatedSuppression>& stated,
              const SuppressionContext& context);

}  // namespace holdfast

#pragma once

#include "command/analysis.h"

#include <string>

namespace holdfast {

/// What is not to be shown because it was there before.
struct KnownFaults {
  std::string baseline;        // file
  std::string write_baseline;  // file: everything that is found now
  std::string changed_since;   // revision: everything that was there
};

/// Marks in the report what is known; what is left is new.
Result<void> set_apart(const KnownFaults& known, Workspace& workspace, const Packs& packs,
                       const AnalysisOptions& options, Report& report);

}  // namespace holdfast

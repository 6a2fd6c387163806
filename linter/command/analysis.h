#pragma once

#include "command/progress.h"
#include "report/report.h"
#include "resource/deployment.h"
#include "rule/pack.h"
#include "rule/run.h"
#include "settings/settings.h"

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace holdfast {

/// The table and the diagram of the packs that commands and reports show.
inline constexpr std::string_view kPosture = "posture";
inline constexpr std::string_view kProtection = "protection";

struct AnalysisOptions {
  std::vector<std::string> paths;
  Inputs inputs = {};
  const Profile* profile = nullptr;
  std::vector<const Rule*> rules;
  FindingDetail detail = {};
  Progress* progress = nullptr;                   // told of every root and template that is done
  std::size_t threads = 0;                        // 0: as many as there are processors
  bool has_suppressions = true;                   // false: what authors accept counts like the rest
  std::string today = {};                         // "2027-01-31"; suppressions do not expire when empty
  std::shared_ptr<const Settings> settings = {};  // may be empty
  /// Sees every model, in each of its environments (empty: the only one), once its rules have been judged. Called by
  /// several threads at a time.
  std::function<void(Model&, const std::string& environment)> visit = {};
  const Table* table = nullptr;      // surveyed; nullptr: none
  const Diagram* diagram = nullptr;  // the same
  std::string source_root = {};      // of the repository; empty: the one that we are in
  std::string standard_input = {};   // which of the paths it stands for
  bool is_hook = false;              // the paths name what has changed: whatever uses it is judged
};

struct AnalysisStatistics {
  std::size_t files = 0;
  std::size_t bytes = 0;
  std::size_t deployments = 0;
  std::size_t resources = 0;
};

/// Everything that `lint` finds below the paths, sorted and ready to be shown. The same input gives the same result,
/// whatever the number of threads.
Report analyse(Workspace& workspace, const Packs& packs, const AnalysisOptions& options,
               AnalysisStatistics& statistics);

/// Some input could not be read or understood: what it holds is missing.
bool is_incomplete(const Report& report);

}  // namespace holdfast

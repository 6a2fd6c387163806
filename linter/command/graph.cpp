#include "command/graph.h"

#include "command/command.h"
#include "command/output.h"
#include "command/pack_loading.h"

#include <iostream>

namespace holdfast {

int graph(const GraphOptions& options, std::span<const EmbeddedPackFile> embedded) {
  Workspace workspace;
  Packs packs;
  if (auto loaded = load_all_packs(packs, workspace, embedded, options.input.rule_directories); !loaded)
    return refuse(loaded.error().message);
  if (!is_format(options.format, Subject::diagram))
    return refuse(unknown_name("format", options.format, format_names(Subject::diagram)));
  Result<AnalysisOptions> analysis = analysis_of(options.input, workspace, packs);
  if (!analysis) return refuse(analysis.error().message);
  analysis->diagram = packs.diagram(kProtection);
  if (!analysis->diagram) return refuse("no pack has a diagram `protection`");
  auto rules = rules_of(*analysis, packs);
  if (!rules) return refuse(rules.error().message);
  analysis->rules = std::move(*rules);
  analysis->detail.is_audit = true;

  AnalysisStatistics statistics;
  const Report report = analyse(workspace, packs, *analysis, statistics);
  std::cout << render(options.format, report, {}, Subject::diagram) << std::flush;
  return is_incomplete(report) ? kExitIncomplete : kExitClean;
}

}  // namespace holdfast

#include "command/posture.h"

#include "command/command.h"
#include "command/output.h"
#include "command/pack_loading.h"
#include "command/terminal.h"

#include <iostream>

namespace holdfast {

int posture(const PostureOptions& options, std::span<const EmbeddedPackFile> embedded) {
  Workspace workspace;
  Packs packs;
  if (auto loaded = load_all_packs(packs, workspace, embedded, options.input.rule_directories); !loaded)
    return refuse(loaded.error().message);
  if (!is_format(options.format, Subject::table))
    return refuse(unknown_name("format", options.format, format_names(Subject::table)));
  Result<AnalysisOptions> analysis = analysis_of(options.input, workspace, packs);
  if (!analysis) return refuse(analysis.error().message);
  analysis->table = packs.table(kPosture);
  if (!analysis->table) return refuse("no pack has a table `posture`");

  AnalysisStatistics statistics;
  const Report report = analyse(workspace, packs, *analysis, statistics);
  ReportOptions shown = terminal_options(options.color);
  if (options.width > 0) shown.width = options.width;
  std::cout << render(options.format, report, shown, Subject::table) << std::flush;
  return is_incomplete(report) ? kExitIncomplete : kExitClean;
}

}  // namespace holdfast

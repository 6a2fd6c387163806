#include "command/graph.h"

#include "command/command.h"
#include "command/pack_loading.h"
#include "report/diagram_report.h"

#include <algorithm>
#include <array>
#include <iostream>
#include <mutex>

namespace holdfast {

namespace {

struct Format {
  std::string_view name;
  std::string (*render)(const DiagramReport&);
};
constexpr std::array<Format, 3> kFormats = {
    {{"mermaid", mermaid_diagram}, {"dot", dot_diagram}, {"json", json_diagram}}};

}  // namespace

int graph(const GraphOptions& options, std::span<const EmbeddedPackFile> embedded) {
  Workspace workspace;
  Packs packs;
  if (auto loaded = load_all_packs(packs, workspace, embedded, options.input.rule_directories); !loaded)
    return refuse(loaded.error().message);
  const auto format =
      std::find_if(kFormats.begin(), kFormats.end(), [&](const Format& known) { return known.name == options.format; });
  if (format == kFormats.end()) return refuse(unknown_name("format", options.format, {"mermaid", "dot", "json"}));
  const Diagram* diagram = packs.diagram("protection");
  if (!diagram) return refuse("no pack has a diagram `protection`");
  Result<AnalysisOptions> analysis = analysis_of(options.input, workspace, packs);
  if (!analysis) return refuse(analysis.error().message);
  auto rules = rules_of(*analysis, packs);
  if (!rules) return refuse(rules.error().message);
  analysis->rules = std::move(*rules);
  analysis->detail.is_audit = true;

  std::mutex guard;
  std::vector<Drawing> drawings;
  analysis->visit = [&](Model& model, const std::string& environment) {
    Drawing drawing = draw(model, *diagram);
    if (!environment.empty()) drawing.deployment += " in " + environment;
    if (drawing.nodes.empty()) return;
    const std::lock_guard lock(guard);
    drawings.push_back(std::move(drawing));
  };
  AnalysisStatistics statistics;
  const Report report = analyse(workspace, packs, *analysis, statistics);
  std::sort(drawings.begin(), drawings.end(),
            [](const Drawing& a, const Drawing& b) { return a.deployment < b.deployment; });
  std::cout << format->render({.analysis = report, .drawings = std::move(drawings)}) << std::flush;
  return is_incomplete(report) ? kExitIncomplete : kExitClean;
}

}  // namespace holdfast

#include "command/control_report.h"

#include "command/command.h"
#include "command/output.h"
#include "command/pack_loading.h"
#include "rule/selection.h"

#include <algorithm>
#include <iostream>

namespace holdfast {

namespace {

struct Plan {
  AnalysisOptions analysis;
  std::vector<std::pair<std::string, std::string>> outputs;  // format and file
};

Result<void> check_format(const std::string& name) {
  if (is_format(name, Subject::controls)) return {};
  return failure(unknown_name("format", name, format_names(Subject::controls)));
}

Result<Plan> plan_of(const ControlReportOptions& options, Workspace& workspace, Packs& packs) {
  auto analysis = analysis_of(options.input, workspace, packs);
  if (!analysis) return tl::unexpected(analysis.error());
  Plan plan{.analysis = std::move(*analysis), .outputs = {}};
  add_frameworks(plan.analysis, packs);
  auto rules = rules_of(plan.analysis, packs);
  if (!rules) return tl::unexpected(rules.error());
  plan.analysis.rules = std::move(*rules);
  plan.analysis.detail.is_audit = true;
  if (auto known = check_format(options.format); !known) return tl::unexpected(known.error());
  for (const std::string& output : options.outputs) {
    auto pair = name_and_value("--output", output);
    if (!pair) return failure("--output wants FORMAT=FILE, not `" + output + "`");
    if (auto known = check_format(pair->first); !known) return tl::unexpected(known.error());
    plan.outputs.push_back(std::move(*pair));
  }
  const bool is_surveyed = std::ranges::any_of(
      plan.outputs, [](const auto& output) { return shows_survey(output.first, Subject::controls); });
  if (is_surveyed || shows_survey(options.format, Subject::controls)) plan.analysis.table = packs.table(kPosture);
  return plan;
}

}  // namespace

int control_report(const ControlReportOptions& options, std::span<const EmbeddedPackFile> embedded) {
  Workspace workspace;
  Packs packs;
  if (auto loaded = load_all_packs(packs, workspace, embedded, options.input.rule_directories); !loaded)
    return refuse(loaded.error().message);
  const Result<Plan> plan = plan_of(options, workspace, packs);
  if (!plan) return refuse(plan.error().message);

  AnalysisStatistics statistics;
  Report report = analyse(workspace, packs, plan->analysis, statistics);
  report.exit_code = is_incomplete(report) ? kExitIncomplete : kExitClean;

  for (const auto& [format, path] : plan->outputs) {
    if (auto written = write_file(path, render(format, report, {}, Subject::controls)); !written)
      return refuse(written.error().message);
  }
  std::cout << render(options.format, report, {}, Subject::controls) << std::flush;
  return report.exit_code;
}

}  // namespace holdfast

#include "command/lint.h"

#include "command/command.h"
#include "command/files.h"
#include "command/output.h"
#include "command/pack_loading.h"
#include "command/terminal.h"
#include "report/shown_findings.h"
#include "report/summary.h"
#include "rule/control_name.h"
#include "rule/selection.h"
#include "settings/date.h"
#include "settings/written_suppressions.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <iostream>
#include <optional>

namespace holdfast {

namespace {

/// `--fail-on` takes severities and SARIF levels: `error` is high and above, `warning` medium, `note` everything,
/// `none` nothing.
struct FailOn {
  std::string_view name;
  std::optional<Severity> threshold;
};
constexpr std::array<FailOn, 9> kFailOn = {{
    {"none", std::nullopt},
    {"note", Severity::info},
    {"warning", Severity::medium},
    {"error", Severity::high},
    {"info", Severity::info},
    {"low", Severity::low},
    {"medium", Severity::medium},
    {"high", Severity::high},
    {"critical", Severity::critical},
}};

struct Output {
  std::string format;
  std::string path;
};

/// Checked options; everything that can be wrong with a command line is found before any work starts.
struct Plan {
  AnalysisOptions analysis;
  std::optional<Severity> fail_threshold;
  std::vector<Output> outputs;
};

/// Reads what `-` stands for, under its name.
Result<InputOptions> with_standard_input(const LintOptions& options, Workspace& workspace) {
  InputOptions input = options.input;
  const auto dash = std::find(input.paths.begin(), input.paths.end(), "-");
  if (dash == input.paths.end()) return input;
  *dash = shown_path(options.stdin_filename);
  // Terraform reads folders, not files.
  if (is_native_configuration(*dash) && ::access(dash->c_str(), F_OK) != 0)
    return failure(*dash + ": standard input can only stand for a configuration file that is there");
  std::string text{std::istreambuf_iterator<char>(std::cin), {}};
  if (text.size() > kFileSizeMax) return failure("standard input is too large");
  workspace.put(*dash, std::move(text));
  return input;
}

Result<Plan> plan_of(const LintOptions& options, Workspace& workspace, Packs& packs) {
  Plan plan;
  const Result<InputOptions> input = with_standard_input(options, workspace);
  if (!input) return tl::unexpected(input.error());
  auto analysis = analysis_of(*input, workspace, packs);
  if (!analysis) return tl::unexpected(analysis.error());
  plan.analysis = std::move(*analysis);
  add_frameworks(plan.analysis, packs);
  if (input->paths != options.input.paths) plan.analysis.standard_input = shown_path(options.stdin_filename);
  plan.analysis.is_hook = options.hook;
  if (options.add_ignores && options.acceptance.reason.empty()) return failure("--add-ignores wants a --reason");
  if (!options.acceptance.expires.empty() && !is_date(options.acceptance.expires))
    return failure("--expires wants a day as in 2027-01-31, not `" + options.acceptance.expires + "`");
  auto rules = rules_of(plan.analysis, packs, options.select, options.ignore);
  if (!rules) return tl::unexpected(rules.error());
  plan.analysis.rules = std::move(*rules);

  const auto fail_on =
      std::find_if(kFailOn.begin(), kFailOn.end(), [&](const FailOn& f) { return f.name == options.fail_on; });
  if (fail_on == kFailOn.end()) return failure(unknown_name("--fail-on level", options.fail_on, fail_on_names()));
  plan.fail_threshold = fail_on->threshold;

  if (!is_format(options.format)) return failure(unknown_name("format", options.format, format_names()));
  for (const std::string& output : options.outputs) {
    auto pair = name_and_value("--output", output);
    if (!pair) return failure("--output wants FORMAT=FILE, not `" + output + "`");
    if (!is_format(pair->first)) return failure(unknown_name("format", pair->first, format_names()));
    plan.outputs.push_back({pair->first, pair->second});
  }
  const auto surveys = [](const Output& output) { return shows_survey(output.format); };
  if (shows_survey(options.format) || std::ranges::any_of(plan.outputs, surveys)) {
    plan.analysis.table = packs.table(kPosture);
    plan.analysis.diagram = packs.diagram(kProtection);
  }
  const auto is_json = [](const Output& output) { return output.format.starts_with("json"); };
  // A diagram shows what passed, too.
  plan.analysis.detail.is_audit = options.audit || plan.analysis.diagram;
  plan.analysis.detail.has_explanations =
      options.format.starts_with("json") || std::any_of(plan.outputs.begin(), plan.outputs.end(), is_json);
  return plan;
}

/// Writes suppressions into the sources, each file whole or not at all.
int add_ignores(const Report& report, const Acceptance& acceptance) {
  const IgnoreEdits edits = ignore_edits(open_faults(report), acceptance, *report.workspace);
  for (const IgnoreEdits::File& edit : edits.files) {
    if (auto written = replace_file(report.workspace->file(edit.file).path(), edit.text); !written)
      return refuse(written.error().message);
  }
  std::cout << counted(edits.accepted, "finding") << " accepted in " << counted(edits.files.size(), "file") << '\n';
  for (const Finding* finding : edits.left)
    std::cout << "no place to accept " << finding->rule->id << " of " << finding->resource << ": use .holdfast.hcl\n";
  return edits.left.empty() ? kExitClean : kExitFindings;
}

Report analyse_with_progress(Workspace& workspace, const Packs& packs, AnalysisOptions options,
                             AnalysisStatistics& statistics) {
  Progress progress(::isatty(STDERR_FILENO) == 1);
  options.progress = &progress;
  return analyse(workspace, packs, options, statistics);
}

/// For whoever meets the hook before the program: what can be done besides putting it right.
std::string hook_advice(const Report& report) {
  const std::vector<const Finding*> faults = open_faults(report);
  if (faults.empty()) return {};
  const std::string& rule = faults.front()->rule->id;
  const std::string name = rule.substr(rule.rfind('/') + 1);
  return "`holdfast explain " + name + "` says why. To accept a finding, write a comment before what it is about:\n" +
         "  # holdfast: ignore[" + name + "] reason=\"...\"\n";
}

int exit_code_of(const Report& report, const Plan& plan) {
  if (is_incomplete(report)) return kExitIncomplete;
  const auto counts = [&](const Finding& finding) {
    return is_open_fault(finding) && plan.fail_threshold && finding.severity >= *plan.fail_threshold;
  };
  return std::any_of(report.findings.begin(), report.findings.end(), counts) ? kExitFindings : kExitClean;
}

}  // namespace

std::vector<std::string_view> fail_on_names() {
  std::vector<std::string_view> names;
  for (const FailOn& known : kFailOn) names.push_back(known.name);
  return names;
}

int lint(const LintOptions& options, std::span<const EmbeddedPackFile> embedded) {
  Workspace workspace;
  Packs packs;
  if (auto loaded = load_all_packs(packs, workspace, embedded, options.input.rule_directories); !loaded)
    return refuse(loaded.error().message);
  const Result<Plan> plan = plan_of(options, workspace, packs);
  if (!plan) return refuse(plan.error().message);
  for (const auto* names : {&options.select, &options.ignore}) {
    for (const std::string& note : notes_on_old_controls(packs, *names)) complain(note);
  }
  AnalysisStatistics statistics;
  Report report = analyse_with_progress(workspace, packs, plan->analysis, statistics);
  if (auto known = set_apart(options.known, workspace, packs, plan->analysis, report); !known)
    return refuse(known.error().message);
  if (options.add_ignores) return add_ignores(report, options.acceptance);
  report.exit_code = exit_code_of(report, *plan);

  ReportOptions shown = terminal_options(options.color);
  shown.audit = options.audit;
  shown.category = options.sarif_category;
  const ReportOptions in_file{.audit = options.audit, .category = options.sarif_category};
  for (const Output& output : plan->outputs) {
    if (auto written = write_file(output.path, render(output.format, report, in_file)); !written)
      return refuse(written.error().message);
  }
  const bool is_silent = options.hook && report.exit_code == kExitClean && options.format == "text";
  if (!is_silent) std::cout << render(options.format, report, shown) << std::flush;
  if (options.hook && options.format == "text") std::cout << hook_advice(report) << std::flush;
  if (options.stats) {
    std::cerr << statistics.deployments << " deployments, " << statistics.resources << " resources, "
              << statistics.files << " files, " << statistics.bytes << " bytes, " << plan->analysis.rules.size()
              << " rules\n";
  }
  return options.exit_zero && report.exit_code == kExitFindings ? kExitClean : report.exit_code;
}

}  // namespace holdfast

#include "command/command.h"

#include "command/catalogue.h"
#include "command/completions.h"
#include "command/control_list.h"
#include "command/control_report.h"
#include "command/coverage.h"
#include "command/graph.h"
#include "command/lint.h"
#include "command/manual.h"
#include "command/output.h"
#include "command/pack_loading.h"
#include "command/pack_test.h"
#include "command/pack_versions.h"
#include "command/posture.h"
#include "command/version.h"
#include "command/why.h"
#include "rule/selection.h"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <exception>
#include <iostream>

namespace holdfast {

namespace {

void add_color(CLI::App& command, std::string& color) {
  command.add_option("--color", color, "When to use colours (default: auto)")
      ->option_text("auto|always|never")
      ->check(CLI::IsMember({"auto", "always", "never"}));
}

void add_lint(CLI::App& app, LintOptions& options) {
  CLI::App& lint = *app.add_subcommand("lint", "Check templates and configurations below the given paths");
  lint.add_option("paths", options.input.paths, "Files and directories (default: the working directory)")
      ->option_text("PATH");
  lint.add_option("--format", options.format, fmt::format("{}", fmt::join(format_names(), ", ")))
      ->option_text("FORMAT");
  lint.add_option("--output", options.outputs, "Also write a report to a file; may be repeated")
      ->option_text("FORMAT=FILE")
      ->allow_extra_args(false);
  lint.add_option("--sarif-category", options.sarif_category,
                  "What tells several analyses of one commit apart in code scanning")
      ->option_text("NAME");
  lint.add_flag("--audit", options.audit, "Show everything that was judged: also pass, undecided, not applicable");
  add_input_options(lint, options.input);
  lint.add_option("--select", options.select, "Only these rules, themes or controls")
      ->option_text("RULE")
      ->delimiter(',')
      ->allow_extra_args(false);
  lint.add_option("--ignore", options.ignore, "All but these rules, themes or controls")
      ->option_text("RULE")
      ->delimiter(',')
      ->allow_extra_args(false);
  lint.add_option("--fail-on", options.fail_on,
                  "Lowest level that makes the exit code 1: none, note, warning, error, or a severity")
      ->option_text("LEVEL");
  add_color(lint, options.color);
  lint.add_flag("--stats", options.stats, "Say on standard error how much was read");
  lint.add_option("--baseline", options.known.baseline, "Show only what is not in this baseline")->option_text("FILE");
  lint.add_option("--write-baseline", options.known.write_baseline, "Write everything that is found now as a baseline")
      ->option_text("FILE");
  lint.add_option("--changed-since", options.known.changed_since, "Show only what was not there at a revision of git")
      ->option_text("REF");
  lint.add_flag("--add-ignores", options.add_ignores, "Accept everything that is found, by comments in the sources");
  lint.add_option("--reason", options.acceptance.reason, "Why --add-ignores accepts it")->option_text("TEXT");
  lint.add_option("--owner", options.acceptance.owner, "Whom --add-ignores names")->option_text("NAME");
  lint.add_option("--expires", options.acceptance.expires, "Last day of what --add-ignores writes")
      ->option_text("DATE");
  lint.add_option("--stdin-filename", options.stdin_filename, "Name of what is read for the path `-`")
      ->option_text("PATH");
  lint.add_flag("--hook", options.hook,
                "The paths are changed files: judge whatever uses them, be silent without faults");
  lint.add_flag("--exit-zero", options.exit_zero, "Exit with 0 even when there are findings");
}

void add_posture(CLI::App& app, PostureOptions& options) {
  CLI::App& posture = *app.add_subcommand("posture", "Show how well each data store could be recovered");
  posture.add_option("paths", options.input.paths, "Files and directories (default: the working directory)")
      ->option_text("PATH");
  posture.add_option("--format", options.format, "How to print the table (default: text)")
      ->option_text("text|json|csv|markdown|html");
  add_input_options(posture, options.input);
  add_color(posture, options.color);
  posture.add_option("--width", options.width, "Columns of text (default: those of the terminal)")->option_text("N");
}

void add_why(CLI::App& app, WhyOptions& options) {
  CLI::App& why = *app.add_subcommand("why", "Say what protects a resource, or why a rule judges it as it does");
  why.add_option("address", options.address, "Address or logical id")->required()->option_text("ADDRESS");
  why.add_option("rule", options.rule, "Rule id, with or without its pack")->option_text("RULE");
  why.add_option("--path", options.input.paths, "Files and directories (default: the working directory)")
      ->option_text("PATH")
      ->allow_extra_args(false);
  add_input_options(why, options.input);
  add_color(why, options.color);
}

void add_graph(CLI::App& app, GraphOptions& options) {
  CLI::App& graph = *app.add_subcommand("graph", "Draw what protects what");
  graph.add_option("paths", options.input.paths, "Files and directories (default: the working directory)")
      ->option_text("PATH");
  graph.add_option("--format", options.format, "How to print the graph (default: mermaid)")
      ->option_text("mermaid|dot|json");
  add_input_options(graph, options.input);
}

/// Commands that are about packs and not about templates.
struct PackOptions {
  std::vector<std::string> rule_directories;
  std::string format = "text";
  std::string name;       // explain: a rule
  std::string directory;  // test: of fixtures
  std::string shell;      // completions
  std::vector<std::string> coverage_paths;
};

constexpr std::size_t kPageWidth = 100;

void add_report(CLI::App& app, ControlReportOptions& options) {
  CLI::App& report = *app.add_subcommand("report", "Say for each control of a framework what was found, as evidence");
  report.add_option("paths", options.input.paths, "Files and directories (default: the working directory)")
      ->option_text("PATH");
  const std::string names = fmt::format("{}", fmt::join(format_names(Subject::controls), "|"));
  report.add_option("--format", options.format, "What to write (default: markdown)")->option_text(names);
  report.add_option("--output", options.outputs, "Also write a report to a file; may be repeated")
      ->option_text("FORMAT=FILE")
      ->allow_extra_args(false);
  add_input_options(report, options.input);
}

void add_pack_commands(CLI::App& app, PackOptions& options) {
  const auto add = [&](const char* name, const char* summary) {
    CLI::App* command = app.add_subcommand(name, summary);
    command->add_option("--rules", options.rule_directories, "Further packs of models and rules")
        ->option_text("DIR")
        ->allow_extra_args(false);
    return command;
  };
  const auto add_list = [&](const char* name, const char* summary) {
    CLI::App* command = add(name, summary);
    command->add_option("--format", options.format, "text or json")
        ->option_text("text|json")
        ->check(CLI::IsMember({"text", "json"}));
    return command;
  };
  add_list("rules", "List the rules")
      ->add_option("--coverage", options.coverage_paths, "Count what each rule says of these files and directories")
      ->option_text("PATH")
      ->allow_extra_args(false);
  add_list("controls", "List the controls of all frameworks, and the rules that give evidence for them");
  add("explain", "Say what a rule demands, why, and how to put it right")
      ->add_option("rule", options.name, "Rule id, with or without its pack")
      ->option_text("RULE")
      ->required();
  add("test", "Run the fixtures of packs")
      ->add_option("directory", options.directory, "Folder of fixtures")
      ->option_text("DIR")
      ->required()
      ->check(CLI::ExistingDirectory);
  app.add_subcommand("completions", "Write a script that completes commands and options in a shell")
      ->add_option("shell", options.shell, "The shell")
      ->option_text(std::string(kShells))
      ->required()
      ->check(CLI::IsMember({"bash", "fish", "zsh"}));
  app.add_subcommand("manual", "Write the manual page, for man to read");
}

std::vector<Vocabulary> vocabularies(const Packs& packs) {
  const auto words = [](const std::vector<std::string_view>& names) {
    return std::vector<std::string>(names.begin(), names.end());
  };
  Vocabulary rules{.placeholder = "RULE"};
  for (const Rule* rule : packs.rules()) rules.words.push_back(rule->id);
  return {{"FORMAT", words(format_names())},
          {"LEVEL", words(fail_on_names())},
          {"PROFILE", words(packs.profile_names())},
          std::move(rules)};
}

int explain_rule(const Packs& packs, const std::string& name) {
  const auto named = select_rules(packs, {name}, {});
  if (!named) return refuse(named.error().message);
  for (const Rule* rule : *named)
    std::cout << rule_page(packs, *rule, kPageWidth) << (rule == named->back() ? "" : "\n");
  return kExitClean;
}

int test_fixtures(const Packs& packs, const std::string& directory) {
  const PackTestResult result = test_packs(packs, directory);
  for (const std::string& failure : result.failures) std::cout << failure << '\n';
  std::cout << result.fixtures << " fixtures, " << result.failures.size() << " failures\n";
  return result.failures.empty() ? kExitClean : kExitFindings;
}

/// All rules, also those that are off unless selected, and nothing accepted.
int show_coverage(const Packs& packs, Workspace& workspace, const PackOptions& options) {
  InputOptions input;
  input.paths = options.coverage_paths;
  input.no_ignores = true;
  auto analysis = analysis_of(input, workspace, packs);
  if (!analysis) return refuse(analysis.error().message);
  analysis->rules = packs.rules();
  AnalysisStatistics statistics;
  std::cout << coverage(analyse(workspace, packs, *analysis, statistics), options.format);
  return kExitClean;
}

int run_pack_command(const CLI::App& app, const PackOptions& options, std::span<const EmbeddedPackFile> embedded) {
  const std::string command = app.get_subcommands().front()->get_name();
  Workspace workspace;
  Packs packs;
  if (auto loaded = load_all_packs(packs, workspace, embedded, options.rule_directories); !loaded)
    return refuse(loaded.error().message);
  if (command == "explain") return explain_rule(packs, options.name);
  if (command == "test") return test_fixtures(packs, options.directory);
  if (!options.coverage_paths.empty()) return show_coverage(packs, workspace, options);
  if (command == "completions")
    std::cout << completions(options.shell, usage_of(app), vocabularies(packs));
  else if (command == "manual")
    std::cout << manual(usage_of(app), kVersion);
  else if (command == "controls")
    std::cout << control_list(packs, options.format);
  else
    std::cout << rule_list(packs, options.format);
  return kExitClean;
}

}  // namespace

int run_command(int argc, const char* const* argv, std::span<const EmbeddedPackFile> packs) {
  CLI::App app("Checks infrastructure code for what could not be recovered.", "holdfast");
  app.set_version_flag("--version", [packs] {
    return fmt::format("holdfast {}\npacks, by their content:\n{}", kVersion, pack_versions(packs));
  });
  app.require_subcommand(1);
  LintOptions lint_options;
  add_lint(app, lint_options);
  ControlReportOptions report_options;
  add_report(app, report_options);
  PostureOptions posture_options;
  add_posture(app, posture_options);
  WhyOptions why_options;
  add_why(app, why_options);
  GraphOptions graph_options;
  add_graph(app, graph_options);
  PackOptions pack_options;
  add_pack_commands(app, pack_options);
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& wanted) {
    return app.exit(wanted);
  } catch (const CLI::ParseError& error) {
    std::cerr << "holdfast: " << error.what() << "\nRun `holdfast --help` for what is possible.\n";
    return kExitUsage;
  }
  try {
    if (app.got_subcommand("lint")) return lint(lint_options, packs);
    if (app.got_subcommand("report")) return control_report(report_options, packs);
    if (app.got_subcommand("posture")) return posture(posture_options, packs);
    if (app.got_subcommand("why")) return why(why_options, packs);
    if (app.got_subcommand("graph")) return graph(graph_options, packs);
    return run_pack_command(app, pack_options, packs);
  } catch (const std::exception& error) {
    std::cerr << "holdfast: internal error: " << error.what() << '\n';
    return kExitInternal;
  }
}

}  // namespace holdfast

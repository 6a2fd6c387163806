#include "command/command.h"

#include "command/lint.h"
#include "command/version.h"

#include <CLI/CLI.hpp>

#include <exception>
#include <iostream>

namespace holdfast {

namespace {

void add_lint(CLI::App& app, LintOptions& options) {
  CLI::App& lint = *app.add_subcommand("lint", "Check templates and configurations below the given paths");
  lint.add_option("paths", options.paths, "Files and directories (default: the working directory)");
  lint.add_option("--format", options.format, "text, concise, json or sarif")->option_text("FORMAT");
  lint.add_option("--output", options.outputs, "Also write a report to a file; may be repeated")->option_text("FORMAT=FILE")->allow_extra_args(false);
  lint.add_flag("--audit", options.audit, "Show everything that was judged: also pass, undecided, not applicable");
  lint.add_option("--profile", options.profile, "Which demands apply (default: impact-tiers)")->option_text("NAME");
  lint.add_option("--var", options.variables, "Value of a Terraform variable or CloudFormation parameter")->option_text("NAME=VALUE")->allow_extra_args(false);
  lint.add_option("--var-file", options.variable_files, "Terraform variable file")->option_text("FILE")->allow_extra_args(false);
  lint.add_option("--parameters", options.parameter_files, "CloudFormation parameter file")->option_text("FILE")->allow_extra_args(false);
  lint.add_option("--region", options.region, "Region that is deployed to, where the sources do not say")->option_text("REGION");
  lint.add_option("--account", options.account, "Account that is deployed to, where the sources do not say")->option_text("ID");
  lint.add_option("--partition", options.partition, "Partition that is deployed to, where the sources do not say")->option_text("NAME");
  lint.add_option("--workspace", options.workspace_name, "Terraform workspace")->option_text("NAME");
  lint.add_option("--rules", options.rule_directories, "Further packs of models and rules")->option_text("DIR")->allow_extra_args(false);
  lint.add_option("--select", options.select, "Only these rules, themes or controls")->option_text("NAME")->delimiter(',')->allow_extra_args(false);
  lint.add_option("--ignore", options.ignore, "All but these rules, themes or controls")->option_text("NAME")->delimiter(',')->allow_extra_args(false);
  lint.add_option("--fail-on", options.fail_on, "Lowest level that makes the exit code 1: none, note, warning, error, or a severity")->option_text("LEVEL");
  lint.add_option("--color", options.color, "auto, always or never")->option_text("WHEN");
  lint.add_option("--threads", options.threads, "How many threads to use (default: all processors)")->option_text("N");
  lint.add_flag("--stats", options.stats, "Say on standard error how much was read");
  lint.add_flag("--exit-zero", options.exit_zero, "Exit with 0 even when there are findings");
  lint.add_flag("--hook", options.hook, "Run as a commit hook: the given files stand for what they belong to");
}

}  // namespace

int run_command(int argc, const char* const* argv, std::span<const EmbeddedPackFile> packs) {
  CLI::App app("Checks infrastructure code for what could not be recovered.", "holdfast");
  app.set_version_flag("--version", std::string("holdfast ") + std::string(kVersion));
  app.require_subcommand(1);
  LintOptions lint_options;
  add_lint(app, lint_options);
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& wanted) {
    return app.exit(wanted);
  } catch (const CLI::ParseError& error) {
    std::cerr << "holdfast: " << error.what() << "\nRun `holdfast --help` for what is possible.\n";
    return kExitUsage;
  }
  try {
    return lint(lint_options, packs);
  } catch (const std::exception& error) {
    std::cerr << "holdfast: internal error: " << error.what() << '\n';
    return kExitInternal;
  }
}

}  // namespace holdfast

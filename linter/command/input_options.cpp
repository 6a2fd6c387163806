#include "command/input_options.h"

#include "command/command.h"
#include "command/pack_loading.h"
#include "rule/selection.h"
#include "settings/date.h"

#include <unistd.h>
#include <CLI/CLI.hpp>

#include <iostream>

namespace holdfast {

namespace {

CLI::Option* add_list(CLI::App& command, const char* name, std::vector<std::string>& values, const char* summary,
                      const char* value_name) {
  return command.add_option(name, values, summary)->option_text(value_name)->allow_extra_args(false);
}

Result<Inputs> inputs_of(const InputOptions& options) {
  Inputs inputs;
  for (const std::string& variable : options.variables) {
    auto pair = name_and_value("--var", variable);
    if (!pair) return tl::unexpected(pair.error());
    inputs.variables.push_back(std::move(*pair));
  }
  inputs.variable_files = options.variable_files;
  inputs.parameter_files = options.parameter_files;
  inputs.workspace = options.workspace_name;
  for (const auto& [name, value] :
       {std::pair("region", options.region), {"account", options.account}, {"partition", options.partition}}) {
    if (!value.empty()) inputs.pins.emplace_back(name, value);
  }
  for (const auto* files : {&options.variable_files, &options.parameter_files}) {
    for (const std::string& file : *files) {
      if (::access(file.c_str(), R_OK) != 0) return failure(file + ": cannot be read");
    }
  }
  return inputs;
}

Result<std::shared_ptr<const Settings>> settings_of(const InputOptions& options, Workspace& workspace,
                                                    const Packs& packs) {
  const Result<std::string> path = options.config.empty() ? find_settings(options.paths) : options.config;
  if (!path) return tl::unexpected(path.error());
  if (path->empty()) return nullptr;
  Diagnostics diagnostics;
  auto settings = load_settings(*path, workspace, packs, diagnostics);
  if (!settings || !diagnostics.has_errors()) return settings;
  return failure("the configuration cannot be used:" + listed(diagnostics, workspace));
}

}  // namespace

void add_input_options(CLI::App& command, InputOptions& options) {
  command.add_option("--profile", options.profile, "Which demands apply (default: impact-tiers)")
      ->option_text("PROFILE");
  add_list(command, "--var", options.variables, "Value of a Terraform variable or CloudFormation parameter",
           "NAME=VALUE");
  add_list(command, "--var-file", options.variable_files, "Terraform variable file", "FILE");
  add_list(command, "--parameters", options.parameter_files, "CloudFormation parameter file", "FILE");
  command.add_option("--region", options.region, "Region that is deployed to, where the sources do not say")
      ->option_text("REGION");
  command.add_option("--account", options.account, "Account that is deployed to, where the sources do not say")
      ->option_text("ID");
  command.add_option("--partition", options.partition, "Partition that is deployed to, where the sources do not say")
      ->option_text("NAME");
  command.add_option("--workspace", options.workspace_name, "Terraform workspace")->option_text("NAME");
  add_list(command, "--rules", options.rule_directories, "Further packs of models and rules", "DIR");
  command.add_option("--config", options.config, "Configuration (default: the nearest .holdfast.hcl above the paths)")
      ->option_text("FILE");
  command.add_flag("--no-ignores", options.no_ignores, "Judge as if nobody had accepted anything");
  command
      .add_option(
          "--today", options.today,
          "Day by which suppressions expire and that reports name (default: SOURCE_DATE_EPOCH or today, in UTC)")
      ->option_text("DATE");
  command.add_option("--threads", options.threads, "How many threads to use (default: all processors)")
      ->option_text("N");
}

Result<AnalysisOptions> analysis_of(const InputOptions& options, Workspace& workspace, const Packs& packs) {
  AnalysisOptions analysis;
  analysis.paths = options.paths;
  analysis.threads = options.threads;
  analysis.has_suppressions = !options.no_ignores;
  analysis.today = options.today.empty() ? current_date() : options.today;
  if (!is_date(analysis.today)) return failure("--today wants a day as in 2027-01-31, not `" + options.today + "`");
  auto inputs = inputs_of(options);
  if (!inputs) return tl::unexpected(inputs.error());
  analysis.inputs = std::move(*inputs);
  auto settings = settings_of(options, workspace, packs);
  if (!settings) return tl::unexpected(settings.error());
  analysis.settings = std::move(*settings);
  analysis.profile = analysis.settings ? analysis.settings->profile : nullptr;
  if (!options.profile.empty()) analysis.profile = packs.profile(options.profile);
  if (!analysis.profile && !options.profile.empty())
    return failure(unknown_name("profile", options.profile, packs.profile_names()));
  if (!analysis.profile) analysis.profile = packs.default_profile();
  return analysis;
}

void add_frameworks(const AnalysisOptions& analysis, Packs& packs) {
  if (!analysis.settings) return;
  for (const Framework& framework : analysis.settings->frameworks) packs.add(framework, analysis.settings->evidence);
}

std::string unknown_name(std::string_view what, std::string_view name,
                         const std::vector<std::string_view>& candidates) {
  std::string message = "unknown " + std::string(what) + " `" + std::string(name) + "`";
  const std::string_view candidate = nearest(name, candidates);
  if (!candidate.empty()) return message + "; did you mean `" + std::string(candidate) + "`?";
  message += "; there are";
  for (std::size_t i = 0; i < candidates.size(); ++i) message += (i ? ", " : " ") + std::string(candidates[i]);
  return message;
}

Result<std::pair<std::string, std::string>> name_and_value(const std::string& option, const std::string& text) {
  const std::size_t equal = text.find('=');
  if (equal == std::string::npos || equal == 0) return failure(option + " wants NAME=VALUE, not `" + text + "`");
  return std::pair(text.substr(0, equal), text.substr(equal + 1));
}

Result<std::vector<const Rule*>> rules_of(const AnalysisOptions& analysis, const Packs& packs,
                                          const std::vector<std::string>& select,
                                          const std::vector<std::string>& ignore) {
  const Settings* settings = analysis.settings.get();
  if (!settings || !select.empty()) return select_rules(packs, select, ignore);
  std::vector<std::string> all_ignored = settings->ignore;
  all_ignored.insert(all_ignored.end(), ignore.begin(), ignore.end());
  return select_rules(packs, settings->select, all_ignored);
}

void complain(const std::string& message) { std::cerr << "holdfast: " << message << '\n'; }

int refuse(const std::string& message) {
  complain(message);
  return kExitUsage;
}

}  // namespace holdfast

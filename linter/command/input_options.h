#pragma once

#include "command/analysis.h"

#include <string>
#include <utility>
#include <vector>

namespace CLI {
class App;
}

namespace holdfast {

/// What is analysed and under which assumptions, as written on the command line; the same for all commands.
struct InputOptions {
  std::vector<std::string> paths = {"."};
  std::string profile;
  std::vector<std::string> variables;  // NAME=VALUE
  std::vector<std::string> variable_files;
  std::vector<std::string> parameter_files;
  std::string region, account, partition;
  std::string workspace_name;
  std::vector<std::string> rule_directories;
  std::string config;  // empty: the one that is found
  bool no_ignores = false;
  std::string today;  // empty: the current date
  std::size_t threads = 0;
};

void add_input_options(CLI::App& command, InputOptions& options);

/// The checked options together with the configuration that is in force, without rules. Whatever can be wrong with
/// either is found before any work starts.
Result<AnalysisOptions> analysis_of(const InputOptions& options, Workspace& workspace, const Packs& packs);

/// Puts the frameworks of the configuration beside those of the packs, for commands that speak of controls.
void add_frameworks(const AnalysisOptions& analysis, Packs& packs);

/// "unknown format `jso`; did you mean `json`?"
std::string unknown_name(std::string_view what, std::string_view name, const std::vector<std::string_view>& candidates);

/// The two sides of `NAME=VALUE`.
Result<std::pair<std::string, std::string>> name_and_value(const std::string& option, const std::string& text);

/// The rules that the configuration wants, and the names given besides. `select` wins over the configuration.
Result<std::vector<const Rule*>> rules_of(const AnalysisOptions& analysis, const Packs& packs,
                                          const std::vector<std::string>& select = {},
                                          const std::vector<std::string>& ignore = {});

/// Says on standard error what is wrong with the command line.
void complain(const std::string& message);

/// Complains of the command line or the configuration; returns the exit code for that.
int refuse(const std::string& message);

}  // namespace holdfast

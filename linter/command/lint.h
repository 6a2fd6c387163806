#pragma once

#include "command/analysis.h"

#include <string>
#include <utility>
#include <vector>

namespace holdfast {

/// What the user asked of `lint`, as written on the command line.
struct LintOptions {
  std::vector<std::string> paths = {"."};
  std::string format = "text";
  std::vector<std::string> outputs;  // FORMAT=FILE
  bool audit = false;
  std::string profile;
  std::vector<std::string> variables;  // NAME=VALUE
  std::vector<std::string> variable_files;
  std::vector<std::string> parameter_files;
  std::string region, account, partition;
  std::string workspace_name = "default";
  std::vector<std::string> rule_directories;
  std::vector<std::string> select, ignore;  // rule ids, themes or control ids
  std::string fail_on = "warning";
  std::string color = "auto";
  bool stats = false;
  bool exit_zero = false;
  std::size_t threads = 0;
};

/// Returns the program's exit code.
int lint(const LintOptions& options, std::span<const EmbeddedPackFile> embedded);

}  // namespace holdfast

#pragma once

#include "command/input_options.h"
#include "command/known_faults.h"
#include "settings/ignore_edits.h"

#include <string>
#include <vector>

namespace holdfast {

/// What the user asked of `lint`, as written on the command line.
struct LintOptions {
  InputOptions input;
  std::string format = "text";
  std::vector<std::string> outputs;  // FORMAT=FILE
  bool audit = false;
  std::string sarif_category;
  std::vector<std::string> select, ignore;  // rule ids, themes or control ids
  std::string fail_on = "warning";
  std::string color = "auto";
  bool stats = false;
  bool exit_zero = false;
  bool hook = false;
  std::string stdin_filename = "stdin.yaml";
  KnownFaults known;
  bool add_ignores = false;
  Acceptance acceptance;
};

/// What `--fail-on` takes.
std::vector<std::string_view> fail_on_names();

/// Returns the program's exit code.
int lint(const LintOptions& options, std::span<const EmbeddedPackFile> embedded);

}  // namespace holdfast

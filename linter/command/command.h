#pragma once

#include "rule/embedded_packs.h"

#include <span>

#include "rule/embedded_packs.h"

namespace holdfast {

/// Exit codes of the program; a contract with users (README, "Exit codes").
enum ExitCode : int {
  kExitClean = 0,  // nothing at or above --fail-on
  kExitFindings = 1,
  kExitIncomplete = 2,  // some input could not be read or parsed
  kExitUsage = 3,       // bad command line or configuration
  kExitInternal = 4,
};

/// Runs the program. Results go to standard output, everything else to standard error.
int run_command(int argc, const char* const* argv, std::span<const EmbeddedPackFile> packs);

}  // namespace holdfast

#pragma once

#include "command/input_options.h"

#include <span>
#include <string>

namespace holdfast {

/// What the user asked of `graph`.
struct GraphOptions {
  InputOptions input;
  std::string format = "mermaid";
};

/// Prints the packs' diagram `protection`, coloured by what the rules say. Returns the program's exit code.
int graph(const GraphOptions& options, std::span<const EmbeddedPackFile> embedded);

}  // namespace holdfast

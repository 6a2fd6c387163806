#pragma once

#include "command/input_options.h"

#include <span>
#include <string>
#include <vector>

namespace holdfast {

/// What the user asked of `report`.
struct ControlReportOptions {
  InputOptions input;
  std::string format = "markdown";
  std::vector<std::string> outputs;  // FORMAT=FILE
};

/// Says what was found for each control. Findings are what is asked for here: they do not make the program fail.
int control_report(const ControlReportOptions& options, std::span<const EmbeddedPackFile> embedded);

}  // namespace holdfast

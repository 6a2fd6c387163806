#pragma once

#include "command/input_options.h"

#include <span>
#include <string>

namespace holdfast {

/// What the user asked of `why`.
struct WhyOptions {
  InputOptions input;
  std::string address;
  std::string rule;  // empty: what leads on from the address
  std::string color = "auto";
  std::size_t width = 0;  // 0: that of the terminal
};

/// Says in words what protects a resource, or why a rule judges it as it does. Returns the program's exit code.
int why(const WhyOptions& options, std::span<const EmbeddedPackFile> embedded);

}  // namespace holdfast

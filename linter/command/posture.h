#pragma once

#include "command/input_options.h"

#include <span>
#include <string>

namespace holdfast {

/// What the user asked of `posture`.
struct PostureOptions {
  InputOptions input;
  std::string format = "text";
  std::string color = "auto";
  std::size_t width = 0;  // 0: that of the terminal
};

/// Prints the packs' table of the same name. Returns the program's exit code.
int posture(const PostureOptions& options, std::span<const EmbeddedPackFile> embedded);

}  // namespace holdfast

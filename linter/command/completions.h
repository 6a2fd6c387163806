#pragma once

#include "command/usage.h"

#include <string>
#include <string_view>

namespace holdfast {

/// The shells that `completions` knows, as `a|b`.
inline constexpr std::string_view kShells = "bash|fish|zsh";

/// A script that teaches the shell the words of the command line.
std::string completions(std::string_view shell, const Usage& usage, const std::vector<Vocabulary>& vocabularies);

}  // namespace holdfast

#pragma once

#include "text/result.h"

#include <string>
#include <vector>

namespace holdfast {

/// Runs `git` with these arguments, without a shell, and returns what it writes. The only program that is ever run, and
/// only where a user names a revision. `input` is a file for its standard input; empty: nothing.
Result<std::string> run_git(const std::vector<std::string>& arguments, const std::string& input = {});

/// Writes the files of a revision below a directory as they are stored: no filters, no hooks, no links, no submodules.
Result<void> write_revision(const std::string& repository, const std::string& revision, const std::string& directory);

}  // namespace holdfast

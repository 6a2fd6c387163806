#pragma once

#include "report/report.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace holdfast {

/// The repository that the paths of a run are in: the directory that holds the folder of version control, above the
/// working directory or else above the first path. Without one the working directory. Absolute.
std::string source_root(const std::vector<std::string>& paths);

/// Which revision of which repository lies in a directory, as the pipeline's environment or the files of git say;
/// nothing is run. Nothing when the directory is no checkout, or the repository has no address that others know.
std::optional<Revision> source_revision(const std::string& root);

/// The address of a remote as one opens it in a browser: `git@host:owner/name.git` is `https://host/owner/name`.
/// Without user names and tokens. Empty for what lies on this machine.
std::string web_address(std::string_view remote);

}  // namespace holdfast

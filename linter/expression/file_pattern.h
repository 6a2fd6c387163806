#pragma once

#include "expression/evaluate.h"
#include "text/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace holdfast {

struct MatchingFiles {
  std::vector<std::string> paths;  // as seen from the directory; sorted, each once
  std::string unread_because;      // why not every directory was looked into; empty = all were
};

/// The regular files below a directory whose paths match a pattern: `*` and `?` within a name, `[a-z]`, `[^a]`,
/// `{a,b}`,
/// `\` before a character that stands for itself, and `**` for any number of directories. An error when the pattern is
/// broken.
Result<MatchingFiles> files_matching(std::string_view directory, std::string_view pattern, FileReader& files);

}  // namespace holdfast

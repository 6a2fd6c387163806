#pragma once

#include "text/result.h"

#include <string>
#include <vector>

namespace holdfast {

/// What there is to analyse below the paths that a user names.
struct FoundFiles {
  std::vector<std::string> terraform_directories;  // hold configuration files; sorted
  std::vector<std::string> documents;              // YAML, JSON and template files that may be templates; sorted
  std::vector<Error> errors;                       // paths that do not exist or cannot be read
};

/// The shortest way to write a path: `./a//b` is `a/b`.
std::string shown_path(const std::string& path);

/// Walks directories; never enters what tools generate (`.git`, `.terraform`, `node_modules`, other hidden folders) and
/// never a directory twice, however it is linked. A named file counts whatever its name; a named configuration or
/// variable file stands for its directory.
/// One of the paths may stand for a text that is not on the disk.
FoundFiles find_files(const std::vector<std::string>& paths, const std::string& standard_input = {});

}  // namespace holdfast

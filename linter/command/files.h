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

/// Walks directories; never enters what tools generate (`.git`, `.terraform`, `node_modules`, other hidden folders) and
/// never a directory twice, however it is linked. A named file counts whatever its name; a named configuration or
/// variable file stands for its directory.
FoundFiles find_files(const std::vector<std::string>& paths);

}  // namespace holdfast

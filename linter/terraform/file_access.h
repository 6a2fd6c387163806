#pragma once

#include "expression/evaluate.h"
#include "text/workspace.h"

#include <string>
#include <string_view>
#include <vector>

namespace holdfast::terraform {

/// Files for `file()` and its like: named relative to the root, read only inside the root and the directories of its
/// modules, wherever links lead.
class FileAccess final : public FileReader {
 public:
  FileAccess(Workspace& workspace, std::string root);

  void allow(const std::string& canonical_directory);
  Result<std::string> read(std::string_view path) override;
  bool exists(std::string_view path) override;
  Result<std::vector<DirectoryEntry>> list(std::string_view directory) override;

 private:
  /// Where the path leads, or why it may not be read.
  Result<std::string> resolve(std::string_view path) const;

  Workspace& workspace_;
  std::string root_;
  std::vector<std::string> allowed_;  // canonical
};

}  // namespace holdfast::terraform

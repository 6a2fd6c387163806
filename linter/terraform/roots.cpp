#include "terraform/module_files.h"
#include "terraform/terraform.h"

#include <algorithm>
#include <map>
#include <set>

namespace holdfast {

namespace {

/// Local paths behind the word `source`, in either syntax and in any block: a look at the text, since parsing all files
/// only to find the roots would double the work. What is no module call leads to no module directory either.
std::vector<std::string> local_sources(std::string_view text) {
  constexpr std::string_view kWord = "source";
  std::vector<std::string> paths;
  for (std::size_t at = text.find(kWord); at != text.npos; at = text.find(kWord, at + 1)) {
    const std::size_t line = at == 0 ? 0 : text.rfind('\n', at - 1) + 1;
    const std::string_view before = text.substr(line, at - line);
    const std::size_t open = text.find_first_not_of(" \t\"=:", at + kWord.size());
    if (open == text.npos || text[open] != '.' || text[open - 1] != '"') continue;
    if (before.find('#') != before.npos || before.find("//") != before.npos) continue;
    const std::size_t close = text.find_first_of("\"\n", open);
    paths.emplace_back(text.substr(open, close == text.npos ? close : close - open));
  }
  return paths;
}

class CallGraph {
 public:
  CallGraph(Workspace& workspace, const std::vector<std::string>& directories) {
    for (const std::string& directory : directories) calls_[terraform::join_path(directory, "")];
    for (auto& [directory, calls] : calls_) {
      for (const terraform::ModuleFile& file : terraform::module_files(directory)) {
        const Result<FileId> id = workspace.load(terraform::join_path(directory, file.name));
        if (!id) continue;
        for (const std::string& source : local_sources(workspace.file(*id).text())) {
          const std::string child = terraform::join_path(directory, source);
          if (child != directory && calls_.contains(child)) calls.insert(child);
        }
      }
    }
  }

  /// Directories that nobody calls; of those that only call each other, the first.
  std::vector<std::string> roots() {
    std::set<std::string> called;
    for (const auto& entry : calls_) called.insert(entry.second.begin(), entry.second.end());
    std::vector<std::string> found;
    for (const auto& [directory, calls] : calls_) {
      if (called.contains(directory)) continue;
      found.push_back(directory);
      reach(directory);
    }
    for (const auto& [directory, calls] : calls_) {
      if (reached_.contains(directory)) continue;
      found.push_back(directory);
      reach(directory);
    }
    std::ranges::sort(found);
    return found;
  }

  std::vector<std::string> roots_using(const std::vector<std::string>& wanted) {
    std::vector<std::string> found;
    for (const std::string& root : roots()) {
      reached_.clear();
      reach(root);
      const auto is_reached = [&](const std::string& directory) {
        return reached_.contains(terraform::join_path(directory, ""));
      };
      if (std::ranges::any_of(wanted, is_reached)) found.push_back(root);
    }
    return found;
  }

 private:
  void reach(const std::string& directory) {
    std::vector<std::string> open = {directory};
    while (!open.empty()) {
      const std::string next = std::move(open.back());
      open.pop_back();
      if (!reached_.insert(next).second) continue;
      const std::set<std::string>& calls = calls_.at(next);
      open.insert(open.end(), calls.begin(), calls.end());
    }
  }

  std::map<std::string, std::set<std::string>> calls_;  // directory -> directories that it calls
  std::set<std::string> reached_;
};

}  // namespace

std::vector<std::string> terraform_roots(Workspace& workspace, const std::vector<std::string>& directories) {
  return CallGraph(workspace, directories).roots();
}

std::vector<std::string> terraform_roots_using(Workspace& workspace, const std::vector<std::string>& directories,
                                               const std::vector<std::string>& wanted) {
  return CallGraph(workspace, directories).roots_using(wanted);
}

}  // namespace holdfast

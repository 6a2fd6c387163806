#include "command/files.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <set>
#include <span>
#include <string_view>

namespace holdfast {

namespace fs = std::filesystem;

namespace {

constexpr std::array<std::string_view, 4> kConfigurationEndings = {".tf", ".tf.json", ".tofu", ".tofu.json"};
constexpr std::array<std::string_view, 2> kVariableEndings = {".tfvars", ".tfvars.json"};
constexpr std::array<std::string_view, 4> kDocumentEndings = {".yaml", ".yml", ".json", ".template"};

bool ends_with_any(std::string_view name, std::span<const std::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) { return name.ends_with(ending); });
}

bool is_generated(std::string_view directory_name) {
  return (directory_name.size() > 1 && directory_name.front() == '.' && directory_name != "..") ||
         directory_name == "node_modules";
}

/// The shortest way to write a path: `./a//b` is `a/b`.
std::string shown(const fs::path& path) { return path.lexically_normal().generic_string(); }

class Walk {
 public:
  explicit Walk(FoundFiles& found) : found_(found) {}

  void start(const std::string& path) {
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (!fs::exists(status)) {
      found_.errors.push_back({path + ": no such file or directory"});
    } else if (fs::is_directory(status)) {
      enter(path);
    } else {
      take(path, true);
    }
  }

  void take(const fs::path& path, bool is_named) {
    const std::string name = path.filename().string();
    const bool is_variables = ends_with_any(name, kVariableEndings);
    if (is_variables && !is_named) return;
    if (is_variables || ends_with_any(name, kConfigurationEndings)) {
      const std::string directory = shown(path.parent_path().empty() ? fs::path(".") : path.parent_path());
      auto& directories = found_.terraform_directories;
      if (std::find(directories.begin(), directories.end(), directory) == directories.end())
        directories.push_back(directory);
    } else if (is_named || ends_with_any(name, kDocumentEndings)) {
      found_.documents.push_back(shown(path));
    }
  }

 private:
  void enter(const fs::path& directory) {
    std::error_code error;
    const fs::path real = fs::canonical(directory, error);
    if (error || !entered_.insert(real.string()).second) return;
    std::vector<fs::directory_entry> entries;
    for (auto it = fs::directory_iterator(directory, error); !error && it != fs::directory_iterator();
         it.increment(error)) {
      entries.push_back(*it);
    }
    if (error) found_.errors.push_back({shown(directory) + ": cannot be read: " + error.message()});
    std::sort(entries.begin(), entries.end());
    for (const fs::directory_entry& entry : entries) {
      std::error_code ignored;
      const std::string name = entry.path().filename().string();
      if (entry.is_directory(ignored)) {
        if (!is_generated(name)) enter(entry.path());
      } else if (entry.is_regular_file(ignored)) {
        take(entry.path(), false);
      }
    }
  }

  FoundFiles& found_;
  std::set<std::string> entered_;
};

}  // namespace

std::string shown_path(const std::string& path) { return shown(path); }

FoundFiles find_files(const std::vector<std::string>& paths, const std::string& standard_input) {
  FoundFiles found;
  Walk walk(found);
  for (const std::string& path : paths) {
    if (path == standard_input)
      walk.take(path, true);
    else
      walk.start(path);
  }
  std::sort(found.terraform_directories.begin(), found.terraform_directories.end());
  std::sort(found.documents.begin(), found.documents.end());
  found.documents.erase(std::unique(found.documents.begin(), found.documents.end()), found.documents.end());
  return found;
}

}  // namespace holdfast

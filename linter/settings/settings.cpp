#include "settings/settings.h"

#include "settings/settings_reader.h"

#include "text/glob.h"

#include <algorithm>
#include <filesystem>
#include <set>

namespace holdfast {

namespace fs = std::filesystem;

namespace {

bool fits(const std::vector<std::string>& patterns, std::string_view path) {
  return std::ranges::any_of(patterns, [&](const std::string& pattern) { return matches_path(pattern, path); });
}

/// As people would name it from here.
std::string shown(const fs::path& path) {
  std::error_code error;
  const fs::path relative = fs::proximate(path, error);
  return error || relative.empty() ? path.string() : relative.string();
}

fs::path settings_above(const fs::path& start) {
  std::error_code error;
  fs::path directory = fs::weakly_canonical(start, error);
  if (!fs::is_directory(directory, error)) directory = directory.parent_path();
  while (true) {
    if (fs::is_regular_file(directory / kSettingsFile, error)) return directory / kSettingsFile;
    if (directory == directory.parent_path()) return {};
    directory = directory.parent_path();
  }
}

}  // namespace

std::string Settings::relative(const std::string& path) const {
  std::error_code error;
  return fs::weakly_canonical(path, error).lexically_relative(directory).generic_string();
}

bool Settings::is_included(const std::string& path) const {
  if (include.empty() && exclude.empty()) return true;
  const std::string name = relative(path);
  return (include.empty() || fits(include, name)) && !fits(exclude, name);
}

Result<std::string> find_settings(const std::vector<std::string>& paths) {
  std::set<fs::path> found;
  for (const std::string& path : paths) found.insert(settings_above(path));
  if (found.empty() || (found.size() == 1 && found.begin()->empty())) return std::string();
  if (found.size() == 1) return shown(*found.begin());
  std::string names;
  for (const fs::path& file : found)
    names += (names.empty() ? "" : ", ") + (file.empty() ? "none" : "`" + shown(file) + "`");
  return failure("these paths have different configurations (" + names +
                 "): analyse them apart, or choose one with --config");
}

Result<std::shared_ptr<const Settings>> load_settings(const std::string& path, Workspace& workspace, const Packs& packs,
                                                      Diagnostics& diagnostics) {
  const Result<FileId> file = workspace.load(path);
  if (!file) return tl::unexpected(file.error());
  auto settings = std::make_shared<Settings>();
  std::error_code error;
  settings->directory = fs::weakly_canonical(path, error).parent_path().string();
  settings->tree = std::make_shared<const hcl::Tree>(hcl::parse_file(*file, workspace.file(*file).text(), diagnostics));
  read_settings(*settings, shown(settings->directory), packs, diagnostics);
  return settings;
}

}  // namespace holdfast

#include "expression/file_pattern.h"

#include "expression/name_pattern.h"

#include <algorithm>
#include <filesystem>
#include <span>
#include <utility>

namespace holdfast {

namespace {

namespace fs = std::filesystem;

// Links may lead in circles.
constexpr int kDirectoriesMax = 10'000;
constexpr std::size_t kPatternSizeMax = 4096;

/// `**`: any number of directories.
bool is_any_depth(const NamePattern& pattern) { return pattern.text == "**"; }

class Search {
 public:
  explicit Search(FileReader& files) : files_(files) {}

  void run(const std::string& directory, std::span<const NamePattern> names) {
    const NamePattern& name = names.front();
    const auto rest = names.subspan(1);
    if (is_any_depth(name)) return at_any_depth(directory, names);
    if (name.is_literal && !rest.empty()) return run(join(directory, name.text), rest);
    for (const DirectoryEntry& entry : list(directory)) {
      if (entry.is_directory == rest.empty() || !matches(name, entry.name)) continue;
      const std::string path = join(directory, entry.name);
      if (rest.empty())
        paths_.push_back(path);
      else
        run(path, rest);
    }
  }

  std::vector<std::string> paths_;
  std::string unread_because_;

 private:
  void at_any_depth(const std::string& directory, std::span<const NamePattern> names) {
    const auto rest = names.subspan(1);
    if (!rest.empty()) run(directory, rest);
    for (const DirectoryEntry& entry : list(directory)) {
      const std::string path = join(directory, entry.name);
      if (entry.is_directory)
        at_any_depth(path, names);
      else if (rest.empty())
        paths_.push_back(path);
    }
  }

  std::vector<DirectoryEntry> list(const std::string& directory) {
    if (++directories_ > kDirectoriesMax) {
      unread_because_ = "there are too many directories to look for files";
      return {};
    }
    auto entries = files_.list(directory);
    if (entries) return std::move(*entries);
    unread_because_ = entries.error().message;
    return {};
  }

  static std::string join(const std::string& directory, const std::string& name) {
    if (directory == ".") return name;
    return directory.ends_with('/') ? directory + name : directory + '/' + name;
  }

  FileReader& files_;
  int directories_ = 0;
};

}  // namespace

Result<MatchingFiles> files_matching(std::string_view directory, std::string_view pattern, FileReader& files) {
  if (directory.size() + pattern.size() > kPatternSizeMax) return failure("the pattern is too long");
  const fs::path from = fs::path(directory).lexically_normal();
  const fs::path whole = fs::path(std::string(directory).append("/").append(pattern)).lexically_normal();
  std::vector<NamePattern> names;
  for (const fs::path& part : directory.empty() ? whole.relative_path() : whole) {
    if (part.empty() || part == "/" || part == ".") continue;
    auto name = read_name_pattern(part.string());
    if (!name) return tl::unexpected(name.error());
    const bool is_repeated = is_any_depth(*name) && !names.empty() && is_any_depth(names.back());
    if (!is_repeated) names.push_back(std::move(*name));
  }
  if (names.empty()) return MatchingFiles{};
  Search search(files);
  search.run(from.is_absolute() ? "/" : ".", names);
  MatchingFiles found{.paths = {}, .unread_because = std::move(search.unread_because_)};
  for (const std::string& path : search.paths_) found.paths.push_back(fs::path(path).lexically_relative(from).string());
  std::ranges::sort(found.paths);
  found.paths.erase(std::unique(found.paths.begin(), found.paths.end()), found.paths.end());
  return found;
}

}  // namespace holdfast

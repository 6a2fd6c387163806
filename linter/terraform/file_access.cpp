#include "terraform/file_access.h"

#include "terraform/module_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <system_error>

namespace holdfast::terraform {

namespace fs = std::filesystem;

namespace {

bool is_inside(const fs::path& path, const fs::path& directory) {
  return std::mismatch(directory.begin(), directory.end(), path.begin(), path.end()).first == directory.end();
}

}  // namespace

FileAccess::FileAccess(Workspace& workspace, std::string root) : workspace_(workspace), root_(std::move(root)) {}

void FileAccess::allow(const std::string& canonical_directory) {
  if (!canonical_directory.empty()) allowed_.push_back(canonical_directory);
}

Result<std::string> FileAccess::resolve(std::string_view path) const {
  std::string joined = join_path(root_, path);
  const std::string canonical = canonical_path(joined);
  if (canonical.empty()) return failure(fmt::format("there is no file \"{}\"", path));
  const bool is_allowed =
      std::ranges::any_of(allowed_, [&](const std::string& directory) { return is_inside(canonical, directory); });
  if (!is_allowed) return failure(fmt::format("\"{}\" lies outside of the configuration and is not read", path));
  return joined;
}

Result<std::string> FileAccess::read(std::string_view path) {
  const Result<std::string> resolved = resolve(path);
  if (!resolved) return tl::unexpected(resolved.error());
  const Result<FileId> id = workspace_.load(*resolved);
  if (!id) return tl::unexpected(id.error());
  return std::string(workspace_.file(*id).text());
}

bool FileAccess::exists(std::string_view path) {
  const Result<std::string> resolved = resolve(path);
  std::error_code failed;
  return resolved && fs::is_regular_file(*resolved, failed);
}

Result<std::vector<DirectoryEntry>> FileAccess::list(std::string_view directory) {
  std::vector<DirectoryEntry> entries;
  if (canonical_path(join_path(root_, directory)).empty()) return entries;
  const Result<std::string> resolved = resolve(directory);
  if (!resolved) return tl::unexpected(resolved.error());
  std::error_code failed;
  for (fs::directory_iterator entry(*resolved, failed), end; !failed && entry != end; entry.increment(failed)) {
    std::error_code dangling;
    const fs::file_status status = entry->status(dangling);
    if (!fs::is_regular_file(status) && !fs::is_directory(status)) continue;
    entries.push_back({entry->path().filename().string(), fs::is_directory(status)});
  }
  return entries;
}

}  // namespace holdfast::terraform

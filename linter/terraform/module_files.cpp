#include "terraform/module_files.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <optional>
#include <set>
#include <system_error>

namespace holdfast::terraform {

namespace fs = std::filesystem;

namespace {

/// Sorted, so that nothing depends on the order of a file system.
std::vector<std::string> names_in(const std::string& directory) {
  std::vector<std::string> names;
  std::error_code failed;
  for (fs::directory_iterator entry(directory.empty() ? "." : directory, failed), end; !failed && entry != end;
       entry.increment(failed)) {
    names.push_back(entry->path().filename().string());
  }
  std::ranges::sort(names);
  return names;
}

bool is_left_behind(std::string_view name) {
  return name.starts_with('.') || name.ends_with('~') || (name.starts_with('#') && name.ends_with('#'));
}

struct Extension {
  std::string_view text;
  std::string_view replaced_by;  // a file of the same stem with this one is read instead
};
constexpr std::array kExtensions = {Extension{".tf", ".tofu"}, Extension{".tofu", ""},
                                    Extension{".tf.json", ".tofu.json"}, Extension{".tofu.json", ""}};

const Extension* extension_of(std::string_view name) {
  const auto found = std::ranges::find_if(kExtensions, [&](const Extension& e) { return name.ends_with(e.text); });
  return found == kExtensions.end() ? nullptr : &*found;
}

}  // namespace

Syntax syntax_of(std::string_view file_name) { return file_name.ends_with(".json") ? Syntax::json : Syntax::native; }

std::vector<ModuleFile> module_files(const std::string& directory) {
  const std::vector<std::string> names = names_in(directory);
  std::vector<ModuleFile> files;
  for (const std::string& name : names) {
    const Extension* extension = extension_of(name);
    if (!extension || is_left_behind(name)) continue;
    const std::string stem = name.substr(0, name.size() - extension->text.size());
    if (!extension->replaced_by.empty() &&
        std::ranges::binary_search(names, stem + std::string(extension->replaced_by))) {
      continue;
    }
    files.push_back({name, syntax_of(name), stem == "override" || stem.ends_with("_override")});
  }
  std::stable_partition(files.begin(), files.end(), [](const ModuleFile& file) { return !file.is_override; });
  return files;
}

std::vector<std::string> automatic_variable_files(const std::string& directory) {
  std::vector<std::string> automatic;
  const std::vector<std::string> names = names_in(directory);
  for (const std::string_view fixed : {"terraform.tfvars", "terraform.tfvars.json"}) {
    if (std::ranges::binary_search(names, fixed)) automatic.emplace_back(fixed);
  }
  for (const std::string& name : names) {
    if (is_left_behind(name)) continue;
    if (name.ends_with(".auto.tfvars") || name.ends_with(".auto.tfvars.json")) automatic.push_back(name);
  }
  return automatic;
}

std::string join_path(std::string_view directory, std::string_view path) {
  std::string joined = (fs::path(directory) / path).lexically_normal().generic_string();
  if (joined.size() > 1 && joined.ends_with('/')) joined.pop_back();
  return joined.empty() ? "." : joined;
}

std::string relative_path(const std::string& path, const std::string& from) {
  return join_path(fs::path(path).lexically_normal().lexically_relative(fs::path(from).lexically_normal()).string(),
                   "");
}

std::string canonical_path(const std::string& path) {
  std::error_code failed;
  const fs::path canonical = fs::canonical(path.empty() ? "." : path, failed);
  return failed ? std::string() : canonical.string();
}

}  // namespace holdfast::terraform

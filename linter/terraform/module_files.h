#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace holdfast::terraform {

enum class Syntax : uint8_t { native, json };

struct ModuleFile {
  std::string name;
  Syntax syntax;
  bool is_override;  // its blocks change those of other files
};

/// The configuration files of a directory in reading order: by name, overrides last. Hidden files and what editors
/// leave behind are none; `x.tofu` takes the place of `x.tf`.
std::vector<ModuleFile> module_files(const std::string& directory);

/// Names of the files that give values to the variables of a root without being named, by rising priority.
std::vector<std::string> automatic_variable_files(const std::string& directory);

/// Is it JSON by its name?
Syntax syntax_of(std::string_view file_name);

/// `path` as seen from `directory`, without `.` and `..` in the middle; `.` for the directory we are in.
std::string join_path(std::string_view directory, std::string_view path);
/// The way from one directory to another, `.` for the same.
std::string relative_path(const std::string& path, const std::string& from);
/// The directory itself, wherever links lead; empty when there is none.
std::string canonical_path(const std::string& path);

}  // namespace holdfast::terraform

#pragma once

#include <string_view>

namespace holdfast {

/// `?` is one character and `*` any number of them, none of them the separator; `**` is anything. Everything else is
/// itself.
bool matches_glob(std::string_view pattern, std::string_view text, char separator = '/');

/// A path or a folder above it matches: `legacy`, `legacy/**` and `**/*.tf` are all patterns of `legacy/main.tf`.
bool matches_path(std::string_view pattern, std::string_view path);

}  // namespace holdfast

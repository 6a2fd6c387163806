#pragma once

#include "report/report.h"

#include <string>
#include <string_view>

namespace holdfast {

/// An absolute path without `.`, `..` and empty parts. What is relative starts at `directory`.
std::string absolute_path(std::string_view directory, std::string_view path);

/// The part of an absolute path below an absolute folder, without a leading slash; empty when it lies elsewhere.
std::string path_below(std::string_view folder, std::string_view path);

/// Path of a file from the source root, the same on every machine; absolute when the file lies elsewhere.
std::string repository_path(const Report& report, FileId file);
/// The same of a path as the run has it; `.` for the source root itself.
std::string repository_path(const Report& report, std::string_view path);

/// Whether a path from the source root is part of the repository: below the root, and not fetched there by a tool.
bool is_in_repository(std::string_view path);

/// A path as it may stand in a URI: slashes stay, what could mean something else is percent-encoded (RFC 3986).
std::string percent_encoded(std::string_view path);

}  // namespace holdfast

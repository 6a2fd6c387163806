#include "report/location_path.h"

#include <algorithm>
#include <vector>

namespace holdfast {
namespace {

void append_parts(std::vector<std::string_view>& parts, std::string_view path) {
  while (!path.empty()) {
    const std::size_t slash = std::min(path.find('/'), path.size());
    const std::string_view part = path.substr(0, slash);
    path.remove_prefix(std::min(slash + 1, path.size()));
    if (part.empty() || part == ".") continue;
    if (part != "..") {
      parts.push_back(part);
    } else if (!parts.empty()) {
      parts.pop_back();
    }
  }
}

// The unreserved characters, and those with no meaning inside a path. A colon could end a scheme.
bool is_plain(char byte) {
  const bool is_letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
  const bool is_digit = byte >= '0' && byte <= '9';
  return is_letter || is_digit || std::string_view("-._~/!$&'()*+,;=@").find(byte) != std::string_view::npos;
}

}  // namespace

std::string absolute_path(std::string_view directory, std::string_view path) {
  std::vector<std::string_view> parts;
  if (!path.starts_with('/')) append_parts(parts, directory);
  append_parts(parts, path);
  std::string joined;
  for (const std::string_view part : parts) joined.append("/").append(part);
  return joined;
}

std::string path_below(std::string_view folder, std::string_view path) {
  while (folder.ends_with('/')) folder.remove_suffix(1);
  const bool is_below = path.starts_with(folder) && path.size() > folder.size() && path[folder.size()] == '/';
  return is_below ? std::string(path.substr(folder.size() + 1)) : std::string();
}

std::string repository_path(const Report& report, FileId file) {
  const auto real = report.real_paths.find(file);
  const std::string absolute = real != report.real_paths.end()
                                   ? real->second
                                   : absolute_path(report.working_directory, report.workspace->file(file).path());
  const std::string below = path_below(report.source_root, absolute);
  return below.empty() ? absolute : below;
}

std::string repository_path(const Report& report, std::string_view path) {
  const std::string absolute = absolute_path(report.working_directory, path);
  if (absolute == absolute_path({}, report.source_root)) return ".";
  const std::string below = path_below(report.source_root, absolute);
  return below.empty() ? absolute : below;
}

bool is_in_repository(std::string_view path) {
  const bool is_fetched = path.starts_with(".terraform/") || path.find("/.terraform/") != std::string_view::npos;
  return !path.starts_with('/') && !is_fetched;
}

std::string percent_encoded(std::string_view path) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string encoded;
  for (const char byte : path) {
    if (is_plain(byte)) {
      encoded += byte;
    } else {
      const auto value = static_cast<unsigned char>(byte);
      encoded.append({'%', kDigits[value >> 4], kDigits[value & 0xF]});
    }
  }
  return encoded;
}

}  // namespace holdfast

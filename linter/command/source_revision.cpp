#include "command/source_revision.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace holdfast {

namespace {

namespace fs = std::filesystem;

/// Where a host of pipelines says what it has checked out.
struct Host {
  const char* server;  // nullptr: the repository is a whole address
  const char* repository;
  const char* commit;
};
constexpr std::array<Host, 4> kHosts = {{
    {"GITHUB_SERVER_URL", "GITHUB_REPOSITORY", "GITHUB_SHA"},
    {nullptr, "CI_PROJECT_URL", "CI_COMMIT_SHA"},
    {nullptr, "BUILD_REPOSITORY_URI", "BUILD_SOURCEVERSION"},
    {nullptr, "BITBUCKET_GIT_HTTP_ORIGIN", "BITBUCKET_COMMIT"},
}};

std::string environment(const char* name) {
  const char* value = name == nullptr ? nullptr : std::getenv(name);
  return value == nullptr ? std::string() : std::string(value);
}

/// Small files of git; empty when there is none.
std::string content(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\r\n";
  const std::size_t begin = std::min(text.find_first_not_of(kBlanks), text.size());
  return text.substr(begin, text.find_last_not_of(kBlanks) + 1 - begin);
}

std::string_view take_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return trimmed(line);
}

bool is_commit(std::string_view text) {
  const auto is_digit = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
  return (text.size() == 40 || text.size() == 64) && std::ranges::all_of(text, is_digit);
}

/// The folders of a checkout: its own, and the one that it shares with its work trees.
struct GitFolders {
  fs::path own;
  fs::path common;
};

GitFolders git_folders(const fs::path& root) {
  constexpr std::string_view kPointer = "gitdir:";
  GitFolders folders{.own = root / ".git", .common = {}};
  std::error_code error;
  if (fs::is_regular_file(folders.own, error)) {
    const std::string pointer = content(folders.own);
    if (pointer.starts_with(kPointer)) folders.own = root / trimmed(std::string_view(pointer).substr(kPointer.size()));
  }
  const std::string common = content(folders.own / "commondir");
  folders.common = common.empty() ? folders.own : folders.own / trimmed(common);
  return folders;
}

std::string packed_commit(const fs::path& common, std::string_view reference) {
  const std::string packed = content(common / "packed-refs");
  for (std::string_view rest = packed; !rest.empty();) {
    const std::string_view line = take_line(rest);
    const std::size_t blank = line.find(' ');
    if (blank != std::string_view::npos && line.substr(blank + 1) == reference)
      return std::string(line.substr(0, blank));
  }
  return {};
}

std::string head_commit(const GitFolders& folders) {
  constexpr std::string_view kReference = "ref: ";
  const std::string head = content(folders.own / "HEAD");
  const std::string_view text = trimmed(head);
  if (!text.starts_with(kReference)) return std::string(text);
  const std::string_view reference = text.substr(kReference.size());
  for (const fs::path& folder : {folders.own, folders.common}) {
    const std::string commit = content(folder / reference);
    if (!commit.empty()) return std::string(trimmed(commit));
  }
  return packed_commit(folders.common, reference);
}

std::string origin(const GitFolders& folders) {
  const std::string config = content(folders.common / "config");
  bool is_origin = false;
  for (std::string_view rest = config; !rest.empty();) {
    const std::string_view line = take_line(rest);
    if (line.starts_with('[')) is_origin = line == "[remote \"origin\"]";
    const std::size_t equal = line.find('=');
    if (!is_origin || equal == std::string_view::npos || trimmed(line.substr(0, equal)) != "url") continue;
    return std::string(trimmed(line.substr(equal + 1)));
  }
  return {};
}

std::optional<Revision> revision(const std::string& remote, const std::string& commit) {
  const std::string address = web_address(remote);
  if (address.empty() || !is_commit(commit)) return std::nullopt;
  return Revision{.repository_uri = address, .commit = commit};
}

/// Only of characters that need no encoding in an address.
bool is_plain(std::string_view address) {
  return std::ranges::all_of(address, [](char c) {
    const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return is_letter || (c >= '0' && c <= '9') || std::string_view("-._~/:%+").find(c) != std::string_view::npos;
  });
}

/// The nearest directory from here up that holds the folder of version control; empty when there is none.
fs::path repository_around(const fs::path& place) {
  std::error_code error;
  for (fs::path directory = place; !directory.empty(); directory = directory.parent_path()) {
    if (fs::exists(directory / ".git", error)) return directory;
    if (directory == directory.root_path()) break;
  }
  return {};
}

bool is_below(const fs::path& folder, const fs::path& path) {
  const fs::path inside = path.lexically_relative(folder);
  return !inside.empty() && *inside.begin() != "..";
}

}  // namespace

std::string source_root(const std::vector<std::string>& paths) {
  std::error_code error;
  const fs::path here = fs::current_path(error);
  const fs::path repository = repository_around(here);
  const fs::path first = paths.empty() ? here : (here / paths.front()).lexically_normal();
  if (!repository.empty() && is_below(repository, first)) return repository.string();
  const fs::path other = repository_around(first);
  return other.empty() ? here.string() : other.string();
}

std::string web_address(std::string_view remote) {
  const std::size_t scheme_end = remote.find("://");
  const std::string_view scheme = remote.substr(0, scheme_end == std::string_view::npos ? 0 : scheme_end);
  std::string rest(scheme.empty() ? remote : remote.substr(scheme_end + 3));
  const std::size_t host_end = std::min(rest.find(scheme.empty() ? ':' : '/'), rest.size());
  const bool is_short = scheme.empty() && host_end < rest.size() && rest.find('/') > host_end;  // host:owner/name
  if (!is_short && scheme != "https" && scheme != "http" && scheme != "ssh" && scheme != "git") return {};
  std::string host = rest.substr(0, host_end);
  if (host_end == rest.size()) return {};
  std::string path = rest.substr(host_end + 1);
  if (const std::size_t at = host.rfind('@'); at != std::string::npos) host.erase(0, at + 1);
  if (scheme == "ssh" || scheme == "git") host.erase(std::min(host.find(':'), host.size()));
  while (path.ends_with('/')) path.pop_back();
  if (path.ends_with(".git")) path.resize(path.size() - 4);
  while (path.starts_with('/')) path.erase(0, 1);
  if (host.empty() || path.empty()) return {};
  const std::string address = (scheme == "http" ? "http://" : "https://") + host + "/" + path;
  return is_plain(address) ? address : std::string();
}

std::optional<Revision> source_revision(const std::string& root) {
  std::error_code error;
  if (!fs::exists(fs::path(root) / ".git", error)) return std::nullopt;
  for (const Host& host : kHosts) {
    const std::string repository = environment(host.repository);
    if (repository.empty()) continue;
    const std::string remote = host.server == nullptr ? repository : environment(host.server) + "/" + repository;
    if (auto known = revision(remote, environment(host.commit))) return known;
  }
  const GitFolders folders = git_folders(root);
  return revision(origin(folders), head_commit(folders));
}

}  // namespace holdfast

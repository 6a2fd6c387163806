#include "command/git.h"

#include "command/temporary_directory.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <charconv>
#include <filesystem>
#include <fstream>
#include <sstream>

extern char** environ;

namespace holdfast {

namespace fs = std::filesystem;

namespace {

// What is larger is no source that people write.
constexpr std::size_t kBlobSizeMax = std::size_t{4} << 20;

std::string content_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// One regular file of a revision.
struct StoredFile {
  std::string object;
  std::string path;
};

/// Reads the output of `git ls-tree -z`: `mode type object size<TAB>path<NUL>`.
std::vector<StoredFile> stored_files(std::string_view listing) {
  std::vector<StoredFile> files;
  while (!listing.empty()) {
    const std::size_t end = std::min(listing.find('\0'), listing.size());
    const std::string_view line = listing.substr(0, end);
    listing.remove_prefix(std::min(end + 1, listing.size()));
    const std::size_t tab = line.find('\t');
    if (tab == line.npos) continue;
    std::istringstream fields{std::string(line.substr(0, tab))};
    std::string mode, type, object, size;
    fields >> mode >> type >> object >> size;
    std::size_t bytes = kBlobSizeMax + 1;
    std::from_chars(size.data(), size.data() + size.size(), bytes);
    if (mode.starts_with("100") && bytes <= kBlobSizeMax) files.push_back({object, std::string(line.substr(tab + 1))});
  }
  return files;
}

/// A path of a repository never leaves it, but nobody has to believe that.
bool stays_inside(const fs::path& path) {
  if (path.is_absolute()) return false;
  for (const fs::path& part : path) {
    if (part == ".." || part == ".git") return false;
  }
  return true;
}

/// Writes what `git cat-file --batch` says of the files: `object type size<LF>content<LF>` each.
Result<void> write_files(const std::vector<StoredFile>& files, std::string_view batch, const fs::path& directory) {
  for (const StoredFile& file : files) {
    const std::size_t line = batch.find('\n');
    if (line == batch.npos) return failure("git says less than it was asked for");
    const std::string_view head = batch.substr(0, line);
    std::size_t size = 0;
    const std::string_view digits = head.substr(head.rfind(' ') + 1);
    std::from_chars(digits.data(), digits.data() + digits.size(), size);
    batch.remove_prefix(line + 1);
    if (batch.size() < size) return failure("git says less than it was asked for");
    if (stays_inside(file.path)) {
      std::error_code error;
      fs::create_directories((directory / file.path).parent_path(), error);
      std::ofstream(directory / file.path, std::ios::binary).write(batch.data(), static_cast<std::streamsize>(size));
    }
    batch.remove_prefix(std::min(size + 1, batch.size()));
  }
  return {};
}

}  // namespace

Result<std::string> run_git(const std::vector<std::string>& arguments, const std::string& input) {
  const TemporaryDirectory scratch;
  const std::string output = (scratch.path() / "output").string(), errors = (scratch.path() / "errors").string();
  std::vector<std::string> words = {"git"};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<char*> argv;
  for (std::string& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);

  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  const std::string from = input.empty() ? "/dev/null" : input;
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, from.c_str(), O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, errors.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
  pid_t process = 0;
  const int problem = posix_spawnp(&process, "git", &actions, nullptr, argv.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (problem != 0) return failure("git cannot be run");
  int status = 0;
  while (waitpid(process, &status, 0) < 0 && errno == EINTR) {
  }
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
    const std::string said = content_of(errors);
    return failure("git " + arguments.front() + " fails" +
                   (said.empty() ? "" : ": " + said.substr(0, said.find('\n'))));
  }
  return content_of(output);
}

Result<void> write_revision(const std::string& repository, const std::string& revision, const std::string& directory) {
  auto commit =
      run_git({"-C", repository, "rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}"});
  if (!commit) return failure("`" + revision + "` is no revision of " + repository);
  commit->erase(commit->find_last_not_of('\n') + 1);
  const auto listing = run_git({"-C", repository, "ls-tree", "-r", "-z", "-l", "--full-tree", *commit});
  if (!listing) return tl::unexpected(listing.error());
  const std::vector<StoredFile> files = stored_files(*listing);
  const TemporaryDirectory scratch;
  const fs::path objects = scratch.path() / "objects";
  std::ofstream list(objects, std::ios::binary);
  for (const StoredFile& file : files) list << file.object << '\n';
  list.close();
  const auto batch = run_git({"-C", repository, "cat-file", "--batch"}, objects.string());
  if (!batch) return tl::unexpected(batch.error());
  return write_files(files, *batch, directory);
}

}  // namespace holdfast

#include "text/workspace.h"

#include <cerrno>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace holdfast {
namespace {

class OpenFile {
 public:
  // Without blocking, so that a pipe that nobody writes to is refused instead of waited for.
  explicit OpenFile(const std::string& path) : descriptor_(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)) {}
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;
  ~OpenFile() {
    if (descriptor_ >= 0) close(descriptor_);
  }
  int descriptor() const { return descriptor_; }

 private:
  int descriptor_;
};

tl::unexpected<Error> unreadable(const std::string& path, const std::string& reason) {
  return failure("cannot read " + path + ": " + reason);
}

Result<std::string> read_file(const std::string& path) {
  const OpenFile file(path);
  struct stat status {};
  if (file.descriptor() < 0 || fstat(file.descriptor(), &status) != 0) {
    return unreadable(path, std::generic_category().message(errno));
  }
  if (!S_ISREG(status.st_mode)) return unreadable(path, "it is not a regular file");
  const auto size = static_cast<std::size_t>(status.st_size);
  if (size > kFileSizeMax) {
    return unreadable(path, "it is larger than " + std::to_string(kFileSizeMax >> 20) + " MB");
  }

  std::string text(size, '\0');
  std::size_t filled = 0;
  while (filled < size) {
    const ssize_t got = read(file.descriptor(), text.data() + filled, size - filled);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return unreadable(path, std::generic_category().message(errno));
    if (got == 0) break;
    filled += static_cast<std::size_t>(got);
  }
  text.resize(filled);
  return text;
}

}  // namespace

Result<FileId> Workspace::load(const std::string& path) {
  {
    const std::lock_guard lock(mutex_);
    if (const auto known = by_path_.find(path); known != by_path_.end()) return known->second;
  }
  Result<std::string> text = read_file(path);
  if (!text) return tl::unexpected(text.error());

  const std::lock_guard lock(mutex_);
  const auto [entry, is_new] = by_path_.try_emplace(path, static_cast<FileId>(files_.size()));
  if (is_new) files_.emplace_back(entry->second, path, std::move(*text));
  return entry->second;
}

FileId Workspace::put(const std::string& path, std::string text) {
  const FileId id = add(path, std::move(text));
  const std::lock_guard lock(mutex_);
  by_path_[path] = id;
  return id;
}

FileId Workspace::add(std::string path, std::string text) {
  const std::lock_guard lock(mutex_);
  const auto id = static_cast<FileId>(files_.size());
  files_.emplace_back(id, std::move(path), std::move(text));
  return id;
}

const SourceFile& Workspace::file(FileId id) const {
  const std::lock_guard lock(mutex_);
  return files_[static_cast<uint32_t>(id)];
}

}  // namespace holdfast

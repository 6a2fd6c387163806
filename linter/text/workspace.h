#pragma once

#include "text/result.h"
#include "text/source.h"

#include <deque>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

namespace holdfast {

/// Larger files are refused with a message: no template that people write comes near.
inline constexpr std::size_t kFileSizeMax = std::size_t{256} << 20;

/// Owns all source text of a run. Trees, values and findings hold spans into it and die before it. Safe to use from
/// several threads; a file never changes once added.
class Workspace {
 public:
  /// Reads a file once; the same path gives the same id again. Never follows what is not a regular file.
  Result<FileId> load(const std::string& path);
  /// What `load` is to give for a path instead of the file. To be called before that.
  FileId put(const std::string& path, std::string text);
  /// Adds text that is not a file of its own: standard input, an embedded pack, a test.
  FileId add(std::string path, std::string text);
  const SourceFile& file(FileId id) const;
  std::string_view text(Span span) const { return file(span.file).text(span); }

 private:
  mutable std::mutex mutex_;
  std::deque<SourceFile> files_;
  std::unordered_map<std::string, FileId> by_path_;
};

}  // namespace holdfast

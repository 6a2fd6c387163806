#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace holdfast {

inline constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

enum class FileId : uint32_t {};
inline constexpr FileId kNoFile{UINT32_MAX};

/// A range of bytes in one file, end exclusive. Everything that can be pointed at is a span; lines and columns are
/// derived at output.
struct Span {
  FileId file = kNoFile;
  uint32_t begin = 0;
  uint32_t end = 0;

  bool exists() const { return file != kNoFile; }
  auto operator<=>(const Span&) const = default;
};

/// One-based. Columns count UTF-16 code units (SARIF 2.1.0, 3.14.27 `columnKind`), a byte order mark does not count.
struct Position {
  uint32_t line = 1;
  uint32_t column = 1;
  auto operator<=>(const Position&) const = default;
};

/// Text of one file, without its byte order mark, and its table of lines. A line ends at "\n"; a "\r" before it
/// belongs to the line end.
class SourceFile {
 public:
  SourceFile(FileId id, std::string path, std::string text);

  FileId id() const { return id_; }
  /// As the user would write it: relative to the working directory where possible, forward slashes.
  const std::string& path() const { return path_; }
  std::string_view text() const { return text_; }
  std::string_view text(Span span) const;
  /// The file began with one. Only who needs the bytes as they are on disk wants to know.
  bool has_byte_order_mark() const { return has_byte_order_mark_; }

  uint32_t line_count() const { return static_cast<uint32_t>(line_starts_.size()); }
  /// Text of a one-based line without its line end.
  std::string_view line(uint32_t number) const;
  /// Offset of the first byte of a one-based line.
  uint32_t line_start(uint32_t number) const;
  /// Position of a byte offset; an offset inside a character counts as its start, one past the end is clamped.
  Position position(uint32_t offset) const;

 private:
  FileId id_;
  std::string path_;
  std::string text_;
  bool has_byte_order_mark_ = false;
  std::vector<uint32_t> line_starts_;  // ascending, first is 0
  bool is_ascii_ = true;               // then a column is a number of bytes
};

}  // namespace holdfast

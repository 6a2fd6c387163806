#include "text/source.h"

#include <algorithm>
#include <utility>

namespace holdfast {
namespace {

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

// Characters from U+10000 on, four bytes in UTF-8, are two UTF-16 code units.
uint32_t utf16_units(char first_byte) { return static_cast<unsigned char>(first_byte) >= 0xF0 ? 2 : 1; }

}  // namespace

SourceFile::SourceFile(FileId id, std::string path, std::string text)
    : id_(id), path_(std::move(path)), text_(std::move(text)) {
  has_byte_order_mark_ = text_.starts_with(kByteOrderMark);
  if (has_byte_order_mark_) text_.erase(0, kByteOrderMark.size());
  is_ascii_ = std::ranges::all_of(text_, [](char byte) { return static_cast<unsigned char>(byte) < 0x80; });
  line_starts_.push_back(0);
  for (std::size_t at = text_.find('\n'); at != std::string::npos; at = text_.find('\n', at + 1)) {
    line_starts_.push_back(static_cast<uint32_t>(at + 1));
  }
}

std::string_view SourceFile::text(Span span) const {
  const std::size_t begin = std::min<std::size_t>(span.begin, text_.size());
  return std::string_view(text_).substr(begin, std::max(span.begin, span.end) - span.begin);
}

std::string_view SourceFile::line(uint32_t number) const {
  const uint32_t begin = line_start(number);
  const std::size_t end = number < line_count() ? line_starts_[number] : text_.size();
  std::string_view line = std::string_view(text_).substr(begin, end - begin);
  if (line.ends_with('\n')) line.remove_suffix(1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

uint32_t SourceFile::line_start(uint32_t number) const { return line_starts_[number - 1]; }

Position SourceFile::position(uint32_t offset) const {
  offset = std::min(offset, static_cast<uint32_t>(text_.size()));
  const auto next_line = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
  const uint32_t begin = *(next_line - 1);
  while (offset > begin && offset < text_.size() && is_continuation(text_[offset])) --offset;

  Position position{.line = static_cast<uint32_t>(next_line - line_starts_.begin()), .column = 1};
  if (is_ascii_) {
    position.column += offset - begin;
    return position;
  }
  for (uint32_t at = begin; at < offset; ++at) {
    if (!is_continuation(text_[at])) position.column += utf16_units(text_[at]);
  }
  return position;
}

}  // namespace holdfast

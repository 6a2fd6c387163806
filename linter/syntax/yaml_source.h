#pragma once

#include <cstdint>
#include <string_view>

namespace holdfast {

/// Finds in YAML text where things end that begin at a known offset; the parser tells only where they begin. Every
/// offset is within the text or its size.
class YamlSource {
 public:
  explicit YamlSource(std::string_view text) : text_(text) {}

  uint32_t size() const { return static_cast<uint32_t>(text_.size()); }
  /// The character at an offset; a line end past the last one.
  char at(uint32_t offset) const { return offset < text_.size() ? text_[offset] : '\n'; }
  std::string_view slice(uint32_t begin, uint32_t end) const { return text_.substr(begin, end - begin); }
  bool holds(uint32_t offset, std::string_view word) const { return text_.substr(offset, word.size()) == word; }

  /// First offset that is not blank, line end or comment.
  uint32_t skip_space(uint32_t offset) const;
  /// As above, over the given separators too.
  uint32_t skip_separators(uint32_t offset, std::string_view separators) const;
  uint32_t line_begin(uint32_t offset) const;
  /// End of the line, without its line end.
  uint32_t line_end(uint32_t offset) const;
  /// First offset after the blanks that indent a line.
  uint32_t indentation_end(uint32_t line) const;

  /// End of a tag, an anchor or an alias.
  uint32_t property_end(uint32_t begin) const;
  /// End of a quoted text, after the closing quote; the begin when it is never closed.
  uint32_t quoted_end(uint32_t begin) const;
  /// First offset of the blanks and line ends before an offset.
  uint32_t space_begin(uint32_t offset) const;
  /// Whether a quoted or block text begins here that may have no content.
  bool is_empty_text(uint32_t begin) const;
  /// End of a plain text, given its value: folding changes only the space between words.
  uint32_t plain_end(uint32_t begin, std::string_view value) const;
  /// End of a block text without its last line end.
  uint32_t block_end(uint32_t begin, std::string_view value) const;
  /// End of the flow collection that opens here, or the begin when it is not closed before its parent block goes on.
  uint32_t flow_end(uint32_t begin) const;
  /// First quote from here on that opens a text and is never closed, or the size.
  uint32_t unclosed_quote(uint32_t offset) const;

 private:
  uint32_t words_end(uint32_t begin, std::string_view value) const;
  bool opens_quoted(uint32_t offset) const;

  std::string_view text_;
};

}  // namespace holdfast

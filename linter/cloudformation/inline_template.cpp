#include "cloudformation/inline_template.h"

#include "cloudformation/cloudformation_diagnostics.h"

#include <algorithm>
#include <string_view>

namespace holdfast::cloudformation {
namespace {

/// The file with everything blank but the lines of a block scalar: its template stands in it where it is written. Empty
/// when the text is written in another way.
std::string only_block(std::string_view source, Span at) {
  const std::string_view written = source.substr(at.begin, at.end - at.begin);
  const std::size_t first_line = written.starts_with('|') ? written.find('\n') : std::string_view::npos;
  if (first_line == std::string_view::npos) return {};
  std::string text(source.substr(0, at.end));
  const auto begin = text.begin() + static_cast<std::ptrdiff_t>(at.begin + first_line);
  std::replace_if(
      text.begin(), begin, [](char c) { return c != '\n'; }, ' ');
  // Indented, this is no longer what it is at the start of a line.
  const std::size_t start = text.find_first_not_of(" \r\n");
  if (start != std::string::npos && text.compare(start, 3, "---") == 0) text.replace(start, 3, 3, ' ');
  return text;
}

/// A text that a function makes of the lines of a block scalar has as many lines, each behind the same indentation.
class Lines {
 public:
  Lines(std::string_view source, Span at, std::string_view text) : source_(source), at_(at) {
    for (std::size_t line = 0; line != std::string_view::npos; line = next_line(text, line)) begins_.push_back(line);
    const std::string_view written = source.substr(0, at.end);
    const std::size_t first_line = written.find('\n', at.begin);
    is_block_ = first_line != std::string_view::npos && written.substr(at.begin, first_line - at.begin).ends_with('|');
    for (std::size_t line = first_line; is_block_ && line < written.size(); line = written.find('\n', line + 1)) {
      lines_.push_back(line + 1);
    }
    const std::size_t first = is_block_ ? written.find_first_not_of(" \n", first_line) : 0;
    indentation_ = is_block_ && first != std::string_view::npos ? first - written.rfind('\n', first) - 1 : 0;
  }

  /// Where the part of the text stands in the source, as far as lines tell.
  Span place_of(uint32_t begin, uint32_t end) const {
    if (!is_block_ || lines_.size() + 1 < begins_.size()) return at_;
    return {at_.file, offset_of(begin), std::max(offset_of(begin), offset_of(end))};
  }

 private:
  static std::size_t next_line(std::string_view text, std::size_t from) {
    const std::size_t end = text.find('\n', from);
    return end == std::string_view::npos ? end : end + 1;
  }

  uint32_t offset_of(uint32_t offset) const {
    const auto line = static_cast<std::size_t>(std::ranges::upper_bound(begins_, offset) - begins_.begin()) - 1;
    if (line >= lines_.size()) return at_.end;
    const std::size_t end = std::min<std::size_t>(source_.find('\n', lines_[line]), at_.end);
    return static_cast<uint32_t>(std::min(lines_[line] + indentation_ + offset - begins_[line], end));
  }

  std::string_view source_;
  Span at_;
  bool is_block_ = false;
  std::size_t indentation_ = 0;
  std::vector<std::size_t> begins_;  // of the lines of the text
  std::vector<std::size_t> lines_;   // where they begin in the source
};

void move_to(const Lines& lines, Span at, Document& document) {
  document.file = at.file;
  for (DocumentNode& node : document.nodes) {
    const uint32_t tag_begin = lines.place_of(node.tag_begin, node.tag_begin).begin;
    const Span place = lines.place_of(node.begin, node.end);
    node.begin = place.begin;
    node.end = place.end;
    node.tag_begin = tag_begin;
  }
}

}  // namespace

InlineTemplate read_inline_template(const Value& text, Span at, const Workspace& workspace, Arena& arena) {
  const std::optional<OpenText> open = open_text(text, arena);
  if (!at.exists() || (!open && !text.is_text())) return {};
  const SourceFile& source = workspace.file(at.file);
  auto read = std::make_shared<TemplateFile>();
  read->file = at.file;
  read->path = source.path();
  read->text = open ? std::string() : only_block(source.text(), at);
  const bool is_as_written = !read->text.empty();
  if (!is_as_written) read->text = open ? open->text : text.as_text();
  Diagnostics found;
  std::vector<Document> documents = parse_documents(at.file, read->text, found);
  read->is_broken = found.has_errors();
  if (!take_template(std::move(documents), read->text, *read)) return {};
  if (is_as_written) {
    read->diagnostics.append(found);
    return {read, {}};
  }
  if (open && (read->is_broken || !substitute_holes(*open, read->document))) return {};
  if (read->is_broken) read->diagnostics.report(kBrokenText, at, {found.all().front().message});
  move_to(Lines(source.text(), at, read->text), at, read->document);
  read->document.source = source.text();
  return {read, open ? open->holes : std::vector<Hole>()};
}

}  // namespace holdfast::cloudformation

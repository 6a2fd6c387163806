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

/// Everything in the document stands at one place.
void move_to(Span at, Document& document) {
  document.file = at.file;
  for (DocumentNode& node : document.nodes) {
    node.begin = node.tag_begin = at.begin;
    node.end = at.end;
  }
}

}  // namespace

std::shared_ptr<const TemplateFile> read_inline_template(const Value& text, Span at, const Workspace& workspace) {
  if (!at.exists()) return nullptr;
  const SourceFile& source = workspace.file(at.file);
  auto read = std::make_shared<TemplateFile>();
  read->file = at.file;
  read->path = source.path();
  read->text = only_block(source.text(), at);
  const bool is_as_written = !read->text.empty();
  if (!is_as_written) read->text = text.as_text();
  Diagnostics found;
  std::vector<Document> documents = parse_documents(at.file, read->text, found);
  read->is_broken = found.has_errors();
  if (!take_template(std::move(documents), read->text, *read)) return nullptr;
  if (is_as_written) {
    read->diagnostics.append(found);
    return read;
  }
  if (read->is_broken) read->diagnostics.report(kBrokenText, at, {found.all().front().message});
  move_to(at, read->document);
  read->document.source = source.text();
  return read;
}

}  // namespace holdfast::cloudformation

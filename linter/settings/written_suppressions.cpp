#include "settings/written_suppressions.h"

#include "settings/metadata_suppressions.h"
#include "settings/source_outline.h"
#include "settings/suppression_text.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace holdfast {

namespace {

constexpr std::string_view kBlanks = " \t\r";
constexpr std::array<std::string_view, 3> kConfigurationEndings = {".tf", ".tofu", ".tfvars"};

struct Comment {
  uint32_t begin = 0;  // of its sign
  uint32_t text = 0;   // after our mark
  uint32_t text_end = 0;
  uint32_t end = 0;
};

class CommentReader {
 public:
  CommentReader(const SourceFile& file, const SourceOutline& outline, bool is_hcl)
      : file_(file), text_(file.text()), outline_(outline), is_hcl_(is_hcl) {}

  std::vector<StatedSuppression> read() const {
    std::vector<StatedSuppression> found;
    for (std::size_t at = text_.find(kCommentMark); at != text_.npos; at = text_.find(kCommentMark, at + 1)) {
      const auto comment = comment_with(static_cast<uint32_t>(at));
      if (!comment || outline_.is_literal(comment->begin)) continue;
      std::size_t size = 0;
      const std::string_view text = text_.substr(comment->text, comment->text_end - comment->text);
      auto stated = read_suppression(text, size);
      if (!stated) continue;
      stated->at = {file_.id(), static_cast<uint32_t>(at), comment->text + static_cast<uint32_t>(size)};
      stated->is_line = !is_alone(*comment);
      stated->scope = stated->is_line ? line_of(comment->begin) : outline_.construct_at(next_construct(comment->end));
      found.push_back(std::move(*stated));
    }
    return found;
  }

 private:
  /// The comment that begins with our mark at this offset, if it is one.
  std::optional<Comment> comment_with(uint32_t mark) const {
    const auto text = mark + static_cast<uint32_t>(kCommentMark.size());
    const std::size_t before = text_.substr(0, mark).find_last_not_of(" \t\r\n*");
    if (before == text_.npos) return std::nullopt;
    if (is_hcl_ && text_.substr(before, 2) == "/*") {
      const std::size_t close = std::min(text_.find("*/", mark), text_.size());
      const auto end = static_cast<uint32_t>(close);
      return Comment{static_cast<uint32_t>(before), text, end, std::min(end + 2, static_cast<uint32_t>(text_.size()))};
    }
    const auto end = static_cast<uint32_t>(std::min(text_.find('\n', mark), text_.size()));
    const bool is_double_slash = is_hcl_ && before > 0 && text_.substr(before - 1, 2) == "//";
    if (!is_double_slash && text_[before] != '#') return std::nullopt;
    if (text_.substr(before, mark - before).find('\n') != text_.npos) return std::nullopt;
    const auto begin = static_cast<uint32_t>(is_double_slash ? before - 1 : first_sign(before));
    const bool is_yaml_comment = begin == 0 || text_[begin - 1] == '\n' || kBlanks.find(text_[begin - 1]) != text_.npos;
    if (!is_hcl_ && !is_yaml_comment) return std::nullopt;
    return Comment{begin, text, end, end};
  }

  /// `##` is one sign.
  std::size_t first_sign(std::size_t at) const {
    while (at > 0 && text_[at - 1] == '#') --at;
    return at;
  }

  bool is_alone(const Comment& comment) const {
    const uint32_t begin = file_.line_start(file_.position(comment.begin).line);
    const std::size_t end = std::min(text_.find('\n', comment.end), text_.size());
    const auto is_blank = [](std::string_view text) { return text.find_first_not_of(kBlanks) == text.npos; };
    return is_blank(text_.substr(begin, comment.begin - begin)) &&
           is_blank(text_.substr(comment.end, end - comment.end));
  }

  Span line_of(uint32_t offset) const {
    const uint32_t begin = file_.line_start(file_.position(offset).line);
    return {file_.id(), begin, static_cast<uint32_t>(std::min(text_.find('\n', begin), text_.size()))};
  }

  /// Where something follows that is no comment; the dash of an item is part of the item.
  uint32_t next_construct(std::size_t at) const {
    while (true) {
      at = std::min(text_.find_first_not_of(" \t\r\n", at), text_.size());
      const std::string_view rest = text_.substr(at);
      if (rest.starts_with('#') || (is_hcl_ && rest.starts_with("//"))) {
        at = std::min(text_.find('\n', at), text_.size());
      } else if (is_hcl_ && rest.starts_with("/*")) {
        at = std::min(text_.find("*/", at), text_.size() - 2) + 2;
      } else if (!is_hcl_ && (rest.starts_with("- ") || rest.starts_with("-\n"))) {
        ++at;
      } else {
        return static_cast<uint32_t>(at);
      }
    }
  }

  const SourceFile& file_;
  std::string_view text_;
  const SourceOutline& outline_;
  bool is_hcl_;
};

}  // namespace

bool is_native_configuration(const std::string& path) {
  return std::ranges::any_of(kConfigurationEndings, [&](std::string_view ending) { return path.ends_with(ending); });
}

std::vector<StatedSuppression> written_suppressions(const SourceFile& file) {
  const std::string_view text = file.text();
  const bool has_comment = text.find(kCommentMark) != text.npos;
  const bool has_metadata = !is_native_configuration(file.path()) && text.find(kMetadataKey) != text.npos;
  if (!has_comment && !has_metadata) return {};
  // What is wrong with the file was told when it was read to be judged.
  Diagnostics told;
  if (is_native_configuration(file.path()))
    return CommentReader(file, outline_of(hcl::parse_file(file.id(), text, told)), true).read();
  const std::vector<Document> documents = parse_documents(file.id(), text, told);
  std::vector<StatedSuppression> found = metadata_suppressions(file, documents);
  if (!has_comment) return found;
  for (StatedSuppression& stated : CommentReader(file, outline_of(documents), false).read())
    found.push_back(std::move(stated));
  return found;
}

}  // namespace holdfast

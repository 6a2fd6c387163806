#include "settings/metadata_suppressions.h"

#include "settings/suppression_text.h"

#include <algorithm>

namespace holdfast {

namespace {

constexpr std::string_view kMetadata = "Metadata";
constexpr std::string_view kIgnoreKey = "ignore";
constexpr std::string_view kCommentProperty = "//";

class MetadataReader {
 public:
  MetadataReader(const SourceFile& file, const Document& document, std::vector<StatedSuppression>& found)
      : document_(document), found_(found), whole_file_{file.id(), 0, static_cast<uint32_t>(file.text().size())} {}

  void read() {
    if (!document_.is_empty()) visit(document_.root, whole_file_);
  }

 private:
  /// `whole` is the node with its key.
  void visit(DocumentNodeId id, Span whole) {
    const DocumentNode& node = document_.node(id);
    if (node.is_alias || node.kind == DocumentKind::scalar) return;
    const auto children = document_.children_of(id);
    if (node.kind == DocumentKind::sequence) {
      for (const DocumentNodeId item : children) visit(item, document_.span(item));
      return;
    }
    for (std::size_t i = 0; i + 1 < children.size(); i += 2) {
      const std::string_view key = document_.text(children[i]);
      const DocumentNodeId value = children[i + 1];
      if (key == kMetadata) {
        if (const DocumentNodeId* ours = document_.find(value, kMetadataKey)) read_metadata(*ours, whole);
      } else if (key == kCommentProperty && document_.node(value).kind == DocumentKind::scalar) {
        read_comment(value, whole);
      }
      visit(value, {whole.file, document_.span(children[i]).begin, document_.span(value).end});
    }
  }

  void read_comment(DocumentNodeId id, Span scope) {
    std::string_view text = document_.text(id);
    if (!text.starts_with(kCommentMark)) return;
    std::size_t size = 0;
    auto stated = read_suppression(text.substr(kCommentMark.size()), size);
    if (!stated) return;
    stated->at = document_.span(id);
    stated->scope = scope;
    found_.push_back(std::move(*stated));
  }

  void read_metadata(DocumentNodeId ours, Span scope) {
    const auto children = document_.children_of(ours);
    const bool is_mapping = document_.node(ours).kind == DocumentKind::mapping;
    if (!is_mapping || children.empty()) return mistaken(ours, scope, "here stands `ignore`, a list of suppressions");
    for (std::size_t i = 0; i + 1 < children.size(); i += 2) {
      const std::string_view key = document_.text(children[i]);
      if (key != kIgnoreKey) {
        mistaken(children[i], scope, "there is no `" + std::string(key) + "` here; did you mean `ignore`?");
        continue;
      }
      const DocumentNodeId value = children[i + 1];
      if (document_.node(value).kind != DocumentKind::sequence) {
        read_entry(value, scope);
      } else {
        for (const DocumentNodeId item : document_.children_of(value)) read_entry(item, scope);
      }
    }
  }

  void mistaken(DocumentNodeId at, Span scope, std::string mistake) {
    StatedSuppression& stated = found_.emplace_back();
    stated.mistake = std::move(mistake);
    stated.at = document_.span(at);
    stated.scope = scope;
  }

  void read_entry(DocumentNodeId entry, Span scope) {
    if (document_.node(entry).kind != DocumentKind::mapping)
      return mistaken(entry, scope, "a suppression has `rules` and a `reason`");
    StatedSuppression& stated = found_.emplace_back();
    stated.at = document_.span(entry);
    stated.scope = scope;
    const auto children = document_.children_of(entry);
    for (std::size_t i = 0; i + 1 < children.size(); i += 2) {
      const std::string_view key = document_.text(children[i]);
      const DocumentNodeId value = children[i + 1];
      if (key == "rules" || key == "rule") {
        read_names(stated, value);
      } else if (document_.node(value).kind == DocumentKind::scalar) {
        set_field(stated, key, document_.text(value));
      } else {
        stated.mistake = "`" + std::string(key) + "` is a text";
      }
    }
    if (stated.names.empty() && stated.mistake.empty()) stated.mistake = "`rules` names no rule";
  }

  void read_names(StatedSuppression& stated, DocumentNodeId value) const {
    if (document_.node(value).kind == DocumentKind::scalar) {
      stated.names.emplace_back(document_.text(value));
      return;
    }
    for (const DocumentNodeId item : document_.children_of(value)) {
      if (document_.node(item).kind == DocumentKind::scalar) stated.names.emplace_back(document_.text(item));
    }
  }

  const Document& document_;
  std::vector<StatedSuppression>& found_;
  Span whole_file_;
};

}  // namespace

std::vector<StatedSuppression> metadata_suppressions(const SourceFile& file, const std::vector<Document>& documents) {
  std::vector<StatedSuppression> found;
  for (const Document& document : documents) MetadataReader(file, document, found).read();
  return found;
}

}  // namespace holdfast

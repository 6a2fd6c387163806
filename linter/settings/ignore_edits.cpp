#include "settings/ignore_edits.h"

#include "settings/metadata_suppressions.h"
#include "settings/source_outline.h"
#include "settings/suppression_text.h"
#include "settings/written_suppressions.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace holdfast {

namespace {

/// Text of a comment or of JSON: one line, quotes kept.
std::string quoted(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') result += '\\';
    result += static_cast<unsigned char>(c) < ' ' ? ' ' : c;
  }
  return result + '"';
}

std::string comment_text(const std::set<std::string>& rules, const Acceptance& acceptance) {
  std::string text =
      fmt::format("{} ignore[{}] reason={}", kCommentMark, fmt::join(rules, ", "), quoted(acceptance.reason));
  if (!acceptance.owner.empty()) text += " owner=" + quoted(acceptance.owner);
  if (!acceptance.expires.empty()) text += " expires=" + acceptance.expires;
  return text;
}

std::string metadata_entry(const std::set<std::string>& rules, const Acceptance& acceptance) {
  std::string names;
  for (const std::string& rule : rules) names += (names.empty() ? "" : ", ") + quoted(rule);
  std::string entry = "{\"rules\": [" + names + "], \"reason\": " + quoted(acceptance.reason);
  if (!acceptance.owner.empty()) entry += ", \"owner\": " + quoted(acceptance.owner);
  if (!acceptance.expires.empty()) entry += ", \"expires\": " + quoted(acceptance.expires);
  return entry + "}";
}

struct Insertion {
  uint32_t at = 0;
  std::string text;
};

/// Where and how one file takes suppressions.
class FileEdit {
 public:
  FileEdit(const SourceFile& file, const Acceptance& acceptance) : file_(file), acceptance_(acceptance) {
    Diagnostics told;
    if (is_native_configuration(file.path())) {
      outline_ = outline_of(hcl::parse_file(file.id(), file.text(), told));
      return;
    }
    documents_ = parse_documents(file.id(), file.text(), told);
    outline_ = outline_of(documents_);
  }

  bool insert(Span place, const std::set<std::string>& rules) {
    const bool is_json = !documents_.empty() && documents_.front().is_json;
    const auto insertion = is_json ? into_object(place, rules) : as_comment(place, rules);
    if (insertion) insertions_.push_back(*insertion);
    return insertion.has_value();
  }

  std::string text() {
    std::ranges::stable_sort(insertions_, std::ranges::greater(), &Insertion::at);
    std::string text(file_.text());
    for (const Insertion& insertion : insertions_) text.insert(insertion.at, insertion.text);
    return file_.has_byte_order_mark() ? std::string(kByteOrderMark) + text : text;
  }

 private:
  /// A line of its own above; only where nothing but the construct begins in the line.
  std::optional<Insertion> as_comment(Span place, const std::set<std::string>& rules) const {
    const uint32_t begin = file_.line_start(file_.position(place.begin).line);
    const std::string_view before = file_.text().substr(begin, place.begin - begin);
    if (before.find_first_not_of(" \t") != before.npos || !outline_.construct_at(place.begin).exists())
      return std::nullopt;
    const std::string_view line_end = file_.text().find("\r\n") == std::string_view::npos ? "\n" : "\r\n";
    return Insertion{begin, fmt::format("{}# {}{}", before, comment_text(rules, acceptance_), line_end)};
  }

  std::optional<Insertion> into_object(Span place, const std::set<std::string>& rules) const {
    for (const Document& document : documents_) {
      if (const auto object = object_behind(document, place.begin)) return insertion_in(document, *object, rules);
    }
    return std::nullopt;
  }

  /// The object whose key begins at an offset.
  static std::optional<DocumentNodeId> object_behind(const Document& document, uint32_t key) {
    for (uint32_t i = 0; i < document.nodes.size(); ++i) {
      const auto id = static_cast<DocumentNodeId>(i);
      if (document.node(id).kind != DocumentKind::mapping) continue;
      const auto children = document.children_of(id);
      for (std::size_t c = 0; c + 1 < children.size(); c += 2) {
        const bool is_object = document.node(children[c + 1]).kind == DocumentKind::mapping;
        if (is_object && document.node(children[c]).begin == key) return children[c + 1];
      }
    }
    return std::nullopt;
  }

  std::optional<Insertion> insertion_in(const Document& document, DocumentNodeId object,
                                        const std::set<std::string>& rules) const {
    if (file_.path().ends_with(".tf.json") || file_.path().ends_with(".tofu.json")) {
      if (document.find(object, "//")) return std::nullopt;
      return first_in(document, object, "\"//\": " + quoted(comment_text(rules, acceptance_)));
    }
    const std::string entry = metadata_entry(rules, acceptance_);
    const std::string ours = fmt::format("\"{}\": {{\"ignore\": [{}]}}", kMetadataKey, entry);
    const DocumentNodeId* metadata = document.find(object, "Metadata");
    if (!metadata) return first_in(document, object, "\"Metadata\": {" + ours + "}");
    const DocumentNodeId* known = document.find(*metadata, kMetadataKey);
    if (!known) return first_in(document, *metadata, ours);
    const DocumentNodeId* list = document.find(*known, "ignore");
    if (!list || document.node(*list).kind != DocumentKind::sequence) return std::nullopt;
    return first_in(document, *list, entry);
  }

  /// Before the first child of an object or list, laid out as that is.
  std::optional<Insertion> first_in(const Document& document, DocumentNodeId collection, std::string text) const {
    const DocumentNode& node = document.node(collection);
    if (node.kind == DocumentKind::scalar) return std::nullopt;
    const auto children = document.children_of(collection);
    if (children.empty()) return Insertion{node.begin + 1, std::move(text)};
    const uint32_t first = document.node(children.front()).begin;
    const std::string_view space = file_.text().substr(node.begin + 1, first - node.begin - 1);
    return Insertion{first, text + "," + (space.empty() ? std::string(" ") : std::string(space))};
  }

  const SourceFile& file_;
  const Acceptance& acceptance_;
  SourceOutline outline_;
  std::vector<Document> documents_;
  std::vector<Insertion> insertions_;
};

struct ByOffset {
  bool operator()(Span a, Span b) const { return a.begin < b.begin; }
};
using Places = std::map<Span, std::vector<const Finding*>, ByOffset>;

}  // namespace

IgnoreEdits ignore_edits(const std::vector<const Finding*>& findings, const Acceptance& acceptance,
                         const Workspace& workspace) {
  IgnoreEdits edits;
  std::map<std::string_view, Places> by_path;
  for (const Finding* finding : findings) {
    const Span place = finding->header.exists() ? finding->header : finding->at;
    if (!place.exists() || finding->rule->is_about_suppressions())
      edits.left.push_back(finding);
    else
      by_path[workspace.file(place.file).path()][place].push_back(finding);
  }
  for (const auto& [path, places] : by_path) {
    FileEdit edit(workspace.file(places.begin()->first.file), acceptance);
    const std::size_t before = edits.accepted;
    for (const auto& [place, found] : places) {
      std::set<std::string> rules;
      for (const Finding* finding : found) rules.insert(finding->rule->id);
      if (edit.insert(place, rules))
        edits.accepted += found.size();
      else
        edits.left.insert(edits.left.end(), found.begin(), found.end());
    }
    if (edits.accepted > before) edits.files.push_back({places.begin()->first.file, edit.text()});
  }
  return edits;
}

}  // namespace holdfast

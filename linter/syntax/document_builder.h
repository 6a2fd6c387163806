#pragma once

#include "syntax/document.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace holdfast {

/// Puts a document together from what a reader meets in source order: scalars, and the begin and end of collections.
/// Refuses what is nested too deep, reports repeated keys.
class DocumentBuilder {
 public:
  struct Messages {
    const DiagnosticKind& duplicate_key;
    const DiagnosticKind& too_deep;
  };
  DocumentBuilder(FileId file, std::string_view source, Messages messages, Diagnostics& diagnostics);

  /// An index for `DocumentNode::text` and `tag`; `written` is the place in the source where the text may stand as it
  /// is.
  uint32_t add_text(std::string_view text, std::string_view written);

  /// Adds a complete node: a scalar, or another way to the children of an earlier one. Gives no node below the depth
  /// limit.
  DocumentNodeId add(const DocumentNode& node);
  DocumentNodeId open(const DocumentNode& collection);
  void close(uint32_t end);
  /// The node that was added last ends here.
  void extend_last(uint32_t end) { document_.nodes.back().end = end; }
  /// Reports that a collection is nested too deep.
  void refuse(uint32_t begin);

  /// Below the depth limit: what is met there is not kept, and all that follows speaks of the last collection kept.
  bool is_too_deep() const { return refused_ > 0; }
  bool is_open() const { return !open_.empty(); }
  /// The innermost open collection.
  const DocumentNode& innermost() const { return document_.node(open_.back().node); }
  std::size_t depth() const { return open_.size(); }
  /// The key that the open collection at a depth (the outermost has none) is the value of; empty for items.
  std::string_view key_at(std::size_t depth) const;
  /// Keys and values, or items, of the innermost open collection so far.
  std::span<const DocumentNodeId> entries() const;
  void replace_entries(const std::vector<DocumentNodeId>& entries);
  /// A mapping is open and the next node is a key of it.
  bool expects_key() const;
  bool expects_value() const;
  /// How many nodes a walk through all that was added would meet.
  uint64_t walked_nodes() const { return walked_nodes_; }
  void count_walked(uint64_t nodes) { walked_nodes_ += nodes; }

  void mark_broken() { document_.has_errors = true; }
  const Document& document() const { return document_; }
  /// Ends what is still open and hands over the document.
  Document finish(uint32_t end);

 private:
  struct OpenCollection {
    DocumentNodeId node;
    std::size_t first_entry;  // into pending_
  };
  void report_repeated_keys(std::span<const DocumentNodeId> entries);

  Document document_;
  Messages messages_;
  Diagnostics& diagnostics_;
  std::vector<OpenCollection> open_;
  std::vector<DocumentNodeId> pending_;  // children of all open collections, outermost first
  std::vector<std::pair<std::string_view, DocumentNodeId>> keys_;
  uint64_t walked_nodes_ = 0;
  int repeated_keys_ = 0;
  int refused_ = 0;  // collections open below the depth limit
};

/// Stands for a node that was not kept.
inline constexpr DocumentNodeId kNoDocumentNode{UINT32_MAX};

}  // namespace holdfast

#pragma once

#include "text/diagnostic.h"
#include "text/source.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace holdfast {

enum class DocumentNodeId : uint32_t {};

enum class DocumentKind : uint8_t {
  scalar,    // text with style; null is an empty plain scalar
  sequence,  // children: items
  mapping,   // children: key, value, key, value, ... in source order, duplicates kept
};

enum class ScalarStyle : uint8_t { plain, quoted, block };

/// What a plain YAML scalar (1.1 core as templates use it) or a JSON literal says. Quoted text is always text.
enum class ScalarType : uint8_t { null, boolean, integer, floating, text };

struct DocumentNode {
  DocumentKind kind = DocumentKind::scalar;
  ScalarStyle style = ScalarStyle::plain;
  bool is_alias = false;   // children and text are those of the anchor; the span is the alias's own
  bool is_folded = false;  // a filter left out what it holds, whatever that is
  uint32_t begin = 0;      // of the value itself, after tag and anchor
  uint32_t end = 0;
  uint32_t tag_begin = 0;  // where `!Tag` starts, when there is one
  uint32_t tag = 0;        // into Document::texts; 0 = none. "Ref" for `!Ref`, without the mark
  uint32_t text = 0;       // scalar: into Document::texts
  uint32_t first_child = 0;
  uint32_t child_count = 0;
};

/// A YAML or JSON document as an own compact tree with exact byte ranges. Says nothing of what it means.
struct Document {
  FileId file = kNoFile;
  std::string_view source;  // owned by the workspace
  std::vector<DocumentNode> nodes;
  std::vector<DocumentNodeId> children;
  std::vector<std::string_view> texts = {std::string_view()};
  std::vector<std::unique_ptr<std::string>> decoded;  // texts that are not in the source as they are
  DocumentNodeId root{0};
  bool is_json = false;
  bool has_errors = false;
  bool is_empty() const { return nodes.empty(); }

  const DocumentNode& node(DocumentNodeId id) const { return nodes[static_cast<uint32_t>(id)]; }
  std::span<const DocumentNodeId> children_of(DocumentNodeId id) const {
    const DocumentNode& n = node(id);
    return {children.data() + n.first_child, n.child_count};
  }
  std::string_view text(DocumentNodeId id) const { return texts[node(id).text]; }
  std::string_view tag(DocumentNodeId id) const { return texts[node(id).tag]; }
  Span span(DocumentNodeId id) const { return {file, node(id).begin, node(id).end}; }
  /// Where a part of a scalar's text stands; the whole scalar where escapes or folding hide it.
  Span part_span(DocumentNodeId scalar, std::size_t offset, std::size_t size) const;
  /// Value of a key of a mapping; the last one where a key is repeated.
  /// Null when the node is no mapping or has no such key. Linear.
  const DocumentNodeId* find(DocumentNodeId mapping, std::string_view key) const;
};

/// Type of a scalar node: quoted and block scalars are text. So are plain ones that only look like numbers to some
/// readers: `012345678901`, `2012-10-17`, `12:30:45`, `.inf`; and `yes`, `no`, `on`, `off`.
ScalarType scalar_type(const Document& document, DocumentNodeId scalar);

/// Decimal digits of an integer or floating scalar, for the number parser: `1_000` is "1000", `0x1F` is "31".
std::string number_text(std::string_view scalar);

inline constexpr int kDocumentDepthMax = 256;
inline constexpr uint32_t kAliasNodesMax = 100'000;

/// Reads all documents of a YAML stream. A broken stream gives what was read before the error and `has_errors`.
/// Merge keys (`<<`) are gone: their entries follow the explicit ones, which win.
std::vector<Document> parse_yaml(FileId file, std::string_view source, Diagnostics& diagnostics);
/// Reads one JSON document.
Document parse_json(FileId file, std::string_view source, Diagnostics& diagnostics);

class DocumentBuilder;
/// What of a value is kept: all, only its place (a folded scalar), or not even its key.
enum class Interest : uint8_t { whole, folded, none };
/// Asked at each key of a JSON object, by what was read so far.
using DocumentFilter = std::function<Interest(const DocumentBuilder& so_far, std::string_view key)>;
Document parse_json(FileId file, std::string_view source, const DocumentFilter& filter, Diagnostics& diagnostics);
/// What a folded scalar holds, as a document of its own; its spans are those in the whole.
Document unfold(const Document& document, DocumentNodeId folded, const DocumentFilter& filter = {});

/// Reads text that may be either: JSON when it starts like JSON, YAML when it does not or is only that.
std::vector<Document> parse_documents(FileId file, std::string_view source, Diagnostics& diagnostics);

}  // namespace holdfast

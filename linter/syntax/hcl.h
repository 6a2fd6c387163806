#pragma once

#include "text/diagnostic.h"
#include "text/source.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace holdfast::hcl {

enum class NodeId : uint32_t {};
inline constexpr NodeId kNoNode{UINT32_MAX};

/// What a node is, with its children in order and what `text` means. `[x]` = optional.
enum class NodeKind : uint8_t {
  // Structure
  body,       // attributes and blocks in source order
  attribute,  // text: name; child: expression
  block,      // text: type; children: labels (`string`), then one `body`
  // Constants
  null,
  boolean,  // boolean: flag kTrue
  number,   // text: digits as written
  string,   // text: decoded, normalised to NFC
  // Templates; literal parts are `string` nodes, trimming and indentation already applied
  template_,     // parts; a single interpolation alone is lowered to its expression (flag kInterpolated, span of the
                 // whole)
  template_if,   // condition, then-part (template_), [else-part]
  template_for,  // collection, body (template_); text: value name, extra: key name or empty
  // Collections
  tuple,       // elements
  object,      // key, value, key, value, ...; a bare name as key is a `string` node
  for_tuple,   // collection, value, [condition]; text: value name, extra: key name or empty
  for_object,  // collection, key, value, [condition]; flag kGroup for `...`; names as above
  // Reading
  variable,      // text: name
  attribute_of,  // text: name; child: object
  index,         // object, key; `.0` is an index with a number node and flag kLegacy
  splat,         // source, expression for each element in which `splat_element` stands for it; flag kLegacy for `.*`
  splat_element,
  call,  // text: name (may hold `::`); arguments; flag kExpand for a final `...`
  // Operators
  unary,
  binary,       // operator in `op`
  conditional,  // condition, then, else
  // Something that could not be read. Already reported.
  bad,
};

enum class Operator : uint8_t {
  none,
  negate,
  invert,
  multiply,
  divide,
  modulo,
  add,
  subtract,
  less,
  less_or_equal,
  greater,
  greater_or_equal,
  equal,
  not_equal,
  conjunction,
  disjunction,
};

enum NodeFlag : uint16_t {
  kTrue = 1 << 0,
  kLegacy = 1 << 1,
  kGroup = 1 << 2,
  kExpand = 1 << 3,
  kParenthesized = 1 << 4,  // matters for object keys: `(name) = 1` reads a variable
  kInterpolated = 1 << 5,   // was "${…}" and nothing else
  kHeredoc = 1 << 6,
  kBareKey = 1 << 7,  // object key or block label written without quotes
};

/// 32 bytes, so that a lowered file stays within 12 bytes per source byte.
struct Node {
  NodeKind kind = NodeKind::bad;
  Operator op = Operator::none;
  uint16_t flags = 0;
  uint32_t begin = 0;  // whole node, with parentheses outside
  uint32_t end = 0;
  uint32_t first_child = 0;  // into Tree::children
  uint32_t child_count = 0;
  uint32_t text = 0;        // into Tree::texts; 0 = empty text
  uint32_t extra = 0;       // into Tree::texts
  uint32_t name_begin = 0;  // attribute, block, attribute_of: where the name stands (its end follows from the text)
};

/// Text of a node: in the source, or decoded in `Tree::decoded` (escapes, heredocs).
struct TextRange {
  uint32_t offset = 0;
  uint32_t size : 31 = 0;
  uint32_t is_decoded : 1 = 0;
};

/// One file or one expression, lowered from the parser's tree, which is gone. Flat and read-only: it may lie in storage
/// of its own or be used in place where a program holds it (`hcl_storage.h`). Copies share what they show.
struct Tree {
  FileId file = kNoFile;
  std::string_view source;  // owned by the workspace (or the program, for packs)
  std::span<const Node> nodes;
  std::span<const NodeId> children;
  std::span<const TextRange> texts;  // the first is empty
  std::string_view decoded;
  NodeId root = kNoNode;    // `body` for a file, an expression otherwise
  bool has_errors = false;  // something is wrong and may be missing here: nobody may claim absence
  std::shared_ptr<const void> storage;

  const Node& node(NodeId id) const { return nodes[static_cast<uint32_t>(id)]; }
  std::span<const NodeId> children_of(NodeId id) const {
    const Node& n = node(id);
    return {children.data() + n.first_child, n.child_count};
  }
  NodeId child(NodeId id, uint32_t index) const { return children_of(id)[index]; }
  std::string_view text(NodeId id) const { return text_at(node(id).text); }
  std::string_view extra(NodeId id) const { return text_at(node(id).extra); }
  std::string_view text_at(uint32_t index) const {
    const TextRange& range = texts[index];
    return (range.is_decoded ? std::string_view(decoded) : source).substr(range.offset, range.size);
  }
  Span span(NodeId id) const { return {file, node(id).begin, node(id).end}; }
  /// The name of an attribute or the type of a block.
  Span name_span(NodeId id) const {
    const Node& n = node(id);
    return {file, n.name_begin, n.name_begin + static_cast<uint32_t>(text(id).size())};
  }
  /// Type and labels of a block, on one line: what a finding about the whole block points at.
  Span header_span(NodeId block) const;
  /// Labels of a block, then its body.
  std::vector<std::string_view> labels(NodeId block) const;
  NodeId body(NodeId block) const { return children_of(block).back(); }
};

/// An expression somewhere in a tree. Cheap to copy; the tree outlives it.
struct Expression {
  const Tree* tree = nullptr;
  NodeId node = kNoNode;
  explicit operator bool() const { return tree != nullptr && node != kNoNode; }
  Span span() const { return tree->span(node); }
};

/// Nesting deeper than this is refused with a finding. No hand-written configuration comes near.
inline constexpr std::size_t kDepthMax = 256;

/// Reads a configuration file. Always returns a tree with everything that could be read; what is wrong is reported at
/// its cause. The source outlives the tree.
Tree parse_file(FileId file, std::string_view source, Diagnostics& diagnostics);
/// Reads one expression (`-var` values, tests, `terraform console` tables).
Tree parse_expression(FileId file, std::string_view source, Diagnostics& diagnostics);
/// Reads a template without its quotes, as `templatefile` and JSON strings hold it. `offset` is added to all
/// spans, so that a template inside a larger file reports true positions.
Tree parse_template(FileId file, std::string_view source, Diagnostics& diagnostics, uint32_t offset = 0);

}  // namespace holdfast::hcl

#pragma once

#include "syntax/hcl_storage.h"

#include <initializer_list>
#include <string>

namespace holdfast::hcl {

/// Makes a tree, children before parents. Positions are those of the source; `offset` moves nodes, not texts, into a
/// larger file.
class TreeBuilder {
 public:
  TreeBuilder(std::string_view source, uint32_t offset) : source_(source), offset_(offset) {}

  NodeId add(Node node, std::span<const NodeId> children);
  NodeId add(Node node, std::initializer_list<NodeId> children = {}) {
    return add(node, std::span<const NodeId>(children.begin(), children.size()));
  }
  /// Stretches a node over what stands around it: parentheses, quotes, braces.
  void widen(NodeId id, uint32_t begin, uint32_t end, uint16_t flags);

  const Node& node(NodeId id) const { return parts_.nodes[static_cast<uint32_t>(id)]; }
  std::string_view text_of(NodeId id) const;

  uint32_t text(uint32_t begin, uint32_t end);
  /// Where the view lies in the source it is not copied.
  uint32_t text(std::string_view text);

  Tree finish(FileId file, NodeId root, bool has_errors);

 private:
  uint32_t placed(uint32_t at) const;

  std::string_view source_;
  uint32_t offset_;
  TreeParts parts_;
};

}  // namespace holdfast::hcl

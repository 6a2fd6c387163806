#include "syntax/hcl_builder.h"

#include <algorithm>
#include <functional>

namespace holdfast::hcl {

// What is missing at the end of the source was read after it.
uint32_t TreeBuilder::placed(uint32_t at) const {
  return std::min(at, static_cast<uint32_t>(source_.size())) + offset_;
}

NodeId TreeBuilder::add(Node node, std::span<const NodeId> children) {
  node.begin = placed(node.begin);
  node.end = placed(node.end);
  node.name_begin = placed(node.name_begin);
  node.first_child = static_cast<uint32_t>(parts_.children.size());
  node.child_count = static_cast<uint32_t>(children.size());
  parts_.children.insert(parts_.children.end(), children.begin(), children.end());
  parts_.nodes.push_back(node);
  return static_cast<NodeId>(parts_.nodes.size() - 1);
}

void TreeBuilder::widen(NodeId id, uint32_t begin, uint32_t end, uint16_t flags) {
  Node& node = parts_.nodes[static_cast<uint32_t>(id)];
  node.begin = placed(begin);
  node.end = placed(end);
  node.flags |= flags;
}

std::string_view TreeBuilder::text_of(NodeId id) const {
  const TextRange range = parts_.texts[node(id).text];
  return (range.is_decoded ? std::string_view(parts_.decoded) : source_).substr(range.offset, range.size);
}

uint32_t TreeBuilder::text(uint32_t begin, uint32_t end) {
  if (begin >= end) return 0;
  parts_.texts.push_back({.offset = begin, .size = (end - begin) & INT32_MAX, .is_decoded = 0});
  return static_cast<uint32_t>(parts_.texts.size() - 1);
}

uint32_t TreeBuilder::text(std::string_view text) {
  const std::less<const char*> is_before;
  const bool is_in_source =
      !is_before(text.data(), source_.data()) && is_before(text.data(), source_.data() + source_.size());
  const auto size = static_cast<uint32_t>(text.size());
  if (is_in_source) {
    const auto begin = static_cast<uint32_t>(text.data() - source_.data());
    return this->text(begin, begin + size);
  }
  if (text.empty()) return 0;
  parts_.texts.push_back(
      {.offset = static_cast<uint32_t>(parts_.decoded.size()), .size = size & INT32_MAX, .is_decoded = 1});
  parts_.decoded += text;
  return static_cast<uint32_t>(parts_.texts.size() - 1);
}

Tree TreeBuilder::finish(FileId file, NodeId root, bool has_errors) {
  parts_.root = root;
  parts_.has_errors = has_errors;
  return pack(file, source_, parts_);
}

}  // namespace holdfast::hcl

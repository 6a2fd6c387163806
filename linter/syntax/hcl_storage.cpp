#include "syntax/hcl_storage.h"

#include <algorithm>
#include <cstring>
#include <type_traits>

namespace holdfast::hcl {
namespace {

// Changes with Node, NodeKind, Operator, NodeFlag and TextRange.
constexpr uint32_t kFormat = 0x48434c01;

struct Head {
  uint32_t format = kFormat;
  uint32_t source_size = 0;
  uint32_t node_count = 0;
  uint32_t child_count = 0;
  uint32_t text_count = 0;
  uint32_t decoded_size = 0;
  NodeId root = kNoNode;
  uint32_t has_errors = 0;
};

static_assert(sizeof(Node) == 32 && sizeof(TextRange) == 8 && sizeof(Head) == 32);
static_assert(std::is_trivially_copyable_v<Node> && std::is_trivially_copyable_v<TextRange>);

std::size_t size_of(const Head& head) {
  return sizeof(Head) + std::size_t{head.node_count} * sizeof(Node) + std::size_t{head.child_count} * sizeof(NodeId) +
         std::size_t{head.text_count} * sizeof(TextRange) + head.decoded_size;
}

template <class T>
std::byte* append(std::byte* to, const T* items, std::size_t count) {
  if (count > 0) std::memcpy(to, items, count * sizeof(T));
  return to + count * sizeof(T);
}

template <class T>
std::span<const T> take(const std::byte*& from, uint32_t count) {
  const auto* items = reinterpret_cast<const T*>(from);
  from += count * sizeof(T);
  return {items, count};
}

Tree view(FileId file, std::string_view source, const std::byte* bytes, const Head& head) {
  Tree tree;
  tree.file = file;
  tree.source = source;
  bytes += sizeof(Head);
  tree.nodes = take<Node>(bytes, head.node_count);
  tree.children = take<NodeId>(bytes, head.child_count);
  tree.texts = take<TextRange>(bytes, head.text_count);
  tree.decoded = {reinterpret_cast<const char*>(bytes), head.decoded_size};
  tree.root = head.root;
  tree.has_errors = head.has_errors != 0;
  return tree;
}

}  // namespace

Tree pack(FileId file, std::string_view source, const TreeParts& parts) {
  const Head head{.source_size = static_cast<uint32_t>(source.size()),
                  .node_count = static_cast<uint32_t>(parts.nodes.size()),
                  .child_count = static_cast<uint32_t>(parts.children.size()),
                  .text_count = static_cast<uint32_t>(parts.texts.size()),
                  .decoded_size = static_cast<uint32_t>(parts.decoded.size()),
                  .root = parts.root,
                  .has_errors = parts.has_errors};
  const std::shared_ptr<std::byte[]> bytes(new std::byte[size_of(head)]);
  std::byte* at = append(bytes.get(), &head, 1);
  at = append(at, parts.nodes.data(), parts.nodes.size());
  at = append(at, parts.children.data(), parts.children.size());
  at = append(at, parts.texts.data(), parts.texts.size());
  append(at, parts.decoded.data(), parts.decoded.size());

  Tree tree = view(file, source, bytes.get(), head);
  tree.storage = bytes;
  return tree;
}

std::span<const std::byte> stored(const Tree& tree) {
  if (tree.nodes.data() == nullptr) return {};
  const auto* begin = reinterpret_cast<const std::byte*>(tree.nodes.data()) - sizeof(Head);
  const auto* end = reinterpret_cast<const std::byte*>(tree.decoded.data()) + tree.decoded.size();
  return {begin, end};
}

std::optional<Tree> load(FileId file, std::string_view source, std::span<const std::byte> bytes) {
  Head head;
  if (bytes.size() < sizeof(Head)) return std::nullopt;
  std::memcpy(&head, bytes.data(), sizeof(Head));
  if (head.format != kFormat || head.source_size != source.size() || size_of(head) != bytes.size()) return std::nullopt;
  return view(file, source, bytes.data(), head);
}

bool is_sound(const Tree& tree) {
  const auto is_good_text = [&](const TextRange& range) {
    const std::size_t size = range.is_decoded ? tree.decoded.size() : tree.source.size();
    return std::size_t{range.offset} + range.size <= size;
  };
  // Children stand before their parents, so nothing is its own ancestor.
  const auto is_good_node = [&](const Node& node) {
    const auto id = static_cast<uint32_t>(&node - tree.nodes.data());
    if (node.kind > NodeKind::bad || node.op > Operator::disjunction) return false;
    if (std::size_t{node.first_child} + node.child_count > tree.children.size()) return false;
    const auto children = tree.children.subspan(node.first_child, node.child_count);
    return node.text < tree.texts.size() && node.extra < tree.texts.size() && node.begin <= node.end &&
           std::all_of(children.begin(), children.end(),
                       [&](NodeId child) { return static_cast<uint32_t>(child) < id; });
  };
  return static_cast<uint32_t>(tree.root) < tree.nodes.size() && !tree.texts.empty() &&
         std::all_of(tree.texts.begin(), tree.texts.end(), is_good_text) &&
         std::all_of(tree.nodes.begin(), tree.nodes.end(), is_good_node);
}

}  // namespace holdfast::hcl

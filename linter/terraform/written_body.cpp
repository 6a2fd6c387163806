#include "terraform/written_body.h"

#include <algorithm>

namespace holdfast::terraform {
namespace {

using hcl::NodeKind;
using Kind = Written::Kind;

Written written_at(hcl::Expression expression) {
  const hcl::Tree& tree = *expression.tree;
  const auto children = tree.children_of(expression.node);
  Written written;
  switch (tree.node(expression.node).kind) {
    case NodeKind::boolean:
    case NodeKind::number:
    case NodeKind::string:
      written.kind = Kind::scalar;
      written.text = tree.source.substr(expression.span().begin, expression.span().end - expression.span().begin);
      if (tree.node(expression.node).kind == NodeKind::string) written.text = tree.text(expression.node);
      return written;
    case NodeKind::tuple:
      written.kind = Kind::list;
      for (const hcl::NodeId child : children) {
        written.entries.push_back({{}, tree.span(child), written_at({&tree, child})});
      }
      return written;
    case NodeKind::object:
      written.kind = Kind::object;
      for (std::size_t i = 0; i + 1 < children.size(); i += 2) {
        if (tree.node(children[i]).kind != NodeKind::string) return {};
        written.entries.push_back(
            {tree.text(children[i]), tree.span(children[i]), written_at({&tree, children[i + 1]})});
      }
      return written;
    default: return written;
  }
}

}  // namespace

Written written_body(const Body& body, std::span<const std::string_view> reserved) {
  Written written(Kind::block);
  const auto is_reserved = [&](std::string_view name) { return std::ranges::find(reserved, name) != reserved.end(); };
  for (const Argument& argument : body.arguments) {
    if (is_reserved(argument.name)) continue;
    written.entries.push_back({argument.name, argument.name_span, written_at(argument.value)});
  }
  for (const Block& block : body.blocks) {
    if (is_reserved(block.type)) continue;
    const bool is_dynamic = block.type == "dynamic" && !block.labels.empty();
    const Block* content = is_dynamic ? block.body.find_block("content") : &block;
    const std::string_view name = is_dynamic ? block.labels[0] : block.type;
    if (content) written.entries.push_back({name, block.header, written_body(content->body, {})});
  }
  return written;
}

}  // namespace holdfast::terraform

#include "terraform/body.h"

#include <algorithm>

namespace holdfast::terraform {

const Argument* Body::find(std::string_view name) const {
  const auto found = std::ranges::find(arguments, name, &Argument::name);
  return found == arguments.end() ? nullptr : &*found;
}

const Block* Body::find_block(std::string_view type) const {
  const auto found = std::ranges::find(blocks, type, &Block::type);
  return found == blocks.end() ? nullptr : &*found;
}

Body read_body(const hcl::Tree& tree, hcl::NodeId node) {
  Body body;
  for (const hcl::NodeId item : tree.children_of(node)) {
    switch (tree.node(item).kind) {
      case hcl::NodeKind::attribute:
        body.arguments.push_back({tree.text(item), {&tree, tree.child(item, 0)}, tree.name_span(item)});
        break;
      case hcl::NodeKind::block:
        body.blocks.push_back(read_block(tree, item));
        body.is_complete = body.is_complete && body.blocks.back().body.is_complete;
        break;
      default: body.is_complete = false;
    }
  }
  return body;
}

Block read_block(const hcl::Tree& tree, hcl::NodeId block) {
  return {tree.text(block), tree.labels(block), tree.header_span(block), read_body(tree, tree.body(block))};
}

void merge_override(Body& base, const Body& changes) {
  for (const Argument& change : changes.arguments) {
    const auto found = std::ranges::find(base.arguments, change.name, &Argument::name);
    if (found == base.arguments.end()) {
      base.arguments.push_back(change);
    } else {
      *found = change;
    }
  }
  // A dynamic block stands for blocks of the type that it names.
  const auto type_of = [](const Block& block) {
    return block.type == "dynamic" && !block.labels.empty() ? block.labels[0] : block.type;
  };
  std::vector<Block> kept;
  for (Block& block : base.blocks) {
    const auto same = std::ranges::find(changes.blocks, type_of(block), type_of);
    if (same == changes.blocks.end()) {
      kept.push_back(std::move(block));
    } else if (block.type == "lifecycle") {
      merge_override(block.body, same->body);
      kept.push_back(std::move(block));
    }
  }
  const bool has_lifecycle = std::ranges::find(kept, "lifecycle", &Block::type) != kept.end();
  for (const Block& block : changes.blocks) {
    if (block.type != "lifecycle" || !has_lifecycle) kept.push_back(block);
  }
  base.blocks = std::move(kept);
  base.is_complete = base.is_complete && changes.is_complete;
}

}  // namespace holdfast::terraform

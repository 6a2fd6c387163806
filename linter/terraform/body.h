#pragma once

#include "syntax/hcl.h"

#include <string_view>
#include <vector>

namespace holdfast::terraform {

struct Argument {
  std::string_view name;
  hcl::Expression value;
  Span name_span;
};

struct Block;

/// What stands between the braces of a block, after override files were merged in.
struct Body {
  std::vector<Argument> arguments;  // in source order, as are the blocks
  std::vector<Block> blocks;
  bool is_complete = true;  // false: a part, here or deeper, could not be read

  const Argument* find(std::string_view name) const;
  const Block* find_block(std::string_view type) const;
};

struct Block {
  std::string_view type;
  std::vector<std::string_view> labels;
  Span header;
  Body body;
};

/// The tree outlives the body.
Body read_body(const hcl::Tree& tree, hcl::NodeId body);
Block read_block(const hcl::Tree& tree, hcl::NodeId block);

/// Merges as override files do: argument by argument; blocks of one type replace all blocks of that type, except
/// `lifecycle`, which merges by argument.
void merge_override(Body& base, const Body& changes);

}  // namespace holdfast::terraform

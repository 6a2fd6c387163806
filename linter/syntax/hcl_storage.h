#pragma once

#include "syntax/hcl.h"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace holdfast::hcl {

/// What a tree consists of, while it is made.
struct TreeParts {
  std::vector<Node> nodes;
  std::vector<NodeId> children;
  std::vector<TextRange> texts = {TextRange{}};
  std::string decoded;
  NodeId root = kNoNode;
  bool has_errors = false;
};

/// Packs the parts into one piece of memory.
Tree pack(FileId file, std::string_view source, const TreeParts& parts);

/// A tree as bytes, in the byte order of this machine.
std::span<const std::byte> stored(const Tree& tree);

/// Uses stored bytes in place, without reading more than their head. They and the source outlive the tree, and start at
/// a multiple of eight. Nothing where they are not a tree of a source of this size in this version.
std::optional<Tree> load(FileId file, std::string_view source, std::span<const std::byte> bytes);

/// True where every index stays within the tree. To be asked of bytes that others may have written.
bool is_sound(const Tree& tree);

}  // namespace holdfast::hcl

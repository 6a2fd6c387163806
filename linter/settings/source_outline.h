#pragma once

#include "syntax/document.h"
#include "syntax/hcl.h"
#include "text/source.h"

#include <vector>

namespace holdfast {

/// What a comment in a file can be about, and where text only looks like a comment.
struct SourceOutline {
  std::vector<Span> constructs;  // blocks, arguments, entries, items: sorted by begin, of equal ones the longest first
  std::vector<Span> literals;    // texts; sorted by begin

  bool is_literal(uint32_t offset) const;
  /// The largest construct that begins at an offset; does not exist when none does.
  Span construct_at(uint32_t offset) const;
};

SourceOutline outline_of(const hcl::Tree& tree);
SourceOutline outline_of(const std::vector<Document>& documents);

}  // namespace holdfast

#pragma once

#include "syntax/document.h"
#include "value/arena.h"

#include <string_view>

namespace holdfast::cloudformation {

/// One round of an `Fn::ForEach`: its identifier stands for a text. Lives in the arena.
struct Loop {
  std::string_view identifier;
  std::string_view value;
  const Loop* outer = nullptr;
};

/// A node of a template as the evaluation meets it: within these loops, its tag already spent or not.
struct Place {
  const Document* document = nullptr;
  DocumentNodeId id{0};
  const Loop* loops = nullptr;
  bool is_bare = false;  // the tag was the function that this place is the argument of

  bool exists() const { return document != nullptr; }
  const DocumentNode& node() const { return document->node(id); }
  bool is_scalar() const { return node().kind == DocumentKind::scalar; }
  bool is_sequence() const { return node().kind == DocumentKind::sequence; }
  bool is_mapping() const { return node().kind == DocumentKind::mapping; }
  std::string_view tag() const { return is_bare ? std::string_view() : document->tag(id); }

  Place child(DocumentNodeId child_id) const { return {document, child_id, loops}; }
  /// Item of a sequence.
  Place item(std::size_t index) const { return child(document->children_of(id)[index]); }
  std::size_t item_count() const { return node().child_count; }
  /// What a mapping holds under a key, written as it is. No place when there is none, and of no place.
  Place find(std::string_view key) const;

  /// The node itself, without its tag.
  Span span() const { return document->span(id); }
  /// The node with its tag.
  Span whole_span() const;
  /// The part of a scalar that reads `part`, looked for from `from` on; all of it where escapes hide the part.
  Span span_of(std::string_view part, uint32_t from = 0) const;
  /// Text of a scalar, the identifiers of the loops replaced.
  std::string_view text(Arena& arena) const;
};

/// Replaces `${Identifier}` and `&{Identifier}` (only letters and digits kept) by what the loops say.
std::string_view replace_identifiers(std::string_view text, const Loop* loops, Arena& arena);

}  // namespace holdfast::cloudformation

#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>

namespace holdfast::hcl {

enum class GrammarKind : uint8_t {
  other,
  attribute,
  expression,
  identifier,
  literal_value,
  numeric_lit,
  bool_lit,
  null_lit,
  string_lit,
  template_expr,
  quoted_template,
  heredoc_template,
  template_interpolation,
  template_directive,
  template_if,
  template_if_intro,
  template_else_intro,
  template_if_end,
  template_for,
  template_for_start,
  template_for_end,
  collection_value,
  tuple,
  object,
  object_elem,
  for_expr,
  for_tuple_expr,
  for_object_expr,
  for_intro,
  for_cond,
  ellipsis,
  variable_expr,
  get_attr,
  index,
  new_index,
  legacy_index,
  splat,
  attr_splat,
  full_splat,
  function_call,
  function_arguments,
  operation,
  unary_operation,
  binary_operation,
  conditional,
  // Tokens
  parenthesis,
  comma,
  minus,
  exclamation,
  asterisk,
  slash,
  percent,
  plus,
  greater,
  greater_or_equal,
  less,
  less_or_equal,
  equal,
  not_equal,
  conjunction,
  disjunction,
};

/// A node of the grammar's tree, in source order, parents before children: the children of node i follow it and end
/// before `after`, each one's next sibling stands at its own `after`.
struct GrammarNode {
  GrammarKind kind;
  uint32_t begin;
  uint32_t end;
  uint32_t after;
};

/// The tree-sitter grammar for arguments. Wants skeletons, not sources. Cheap to create; not for several threads at
/// once.
class Grammar {
 public:
  Grammar();
  ~Grammar();

  /// Reads one or more arguments. The nodes, of which the first is the root, live until the next call; `offset` is
  /// added to all positions. Nothing when the text is not in the language.
  std::optional<std::span<const GrammarNode>> parse(std::string_view text, uint32_t offset);
  /// Where the last text left the language.
  uint32_t error_offset() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace holdfast::hcl

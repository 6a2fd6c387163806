#pragma once

#include "syntax/hcl_builder.h"
#include "syntax/hcl_grammar.h"
#include "syntax/hcl_report.h"

#include <string_view>
#include <utility>
#include <vector>

namespace holdfast::hcl {

/// May an expression go on in the next line? Inside brackets it may.
enum class LineEnds : uint8_t { end_it, are_blanks };

/// Turns the grammar's nodes into ours, and says what the grammar accepts and the language does not.
class Lowering {
 public:
  Lowering(std::string_view source, std::string_view skeleton, TreeBuilder& tree, Report& report)
      : source_(source), skeleton_(skeleton), tree_(tree), report_(report) {}

  /// The nodes that the following calls are about.
  void read_from(std::span<const GrammarNode> nodes) { nodes_ = nodes; }

  NodeId attribute(uint32_t node);
  NodeId expression(uint32_t node, LineEnds line_ends);
  /// Levels around the expressions to come.
  void nest(std::size_t levels) { depth_ = levels; }
  /// The source as a template without quotes, whose grammar node has some.
  NodeId bare_template(uint32_t node);
  /// Quoted text without parts, from quote to quote.
  NodeId plain_text(uint32_t begin, uint32_t end);
  NodeId bad(uint32_t begin, uint32_t end);

 private:
  struct Postfix;
  struct TemplatePart;
  /// Counts levels of the tree while they are made.
  class Nesting {
   public:
    Nesting(Lowering& lowering, std::size_t levels) : depth_(lowering.depth_), levels_(levels) { depth_ += levels_; }
    Nesting(const Nesting&) = delete;
    Nesting& operator=(const Nesting&) = delete;
    ~Nesting() { depth_ -= levels_; }
    bool is_too_deep() const { return depth_ > kDepthMax; }

   private:
    std::size_t& depth_;
    std::size_t levels_;
  };
  enum class TextStyle : uint8_t { quoted, heredoc, indented, bare };

  const GrammarNode& at(uint32_t node) const { return nodes_[node]; }
  GrammarKind kind(uint32_t node) const { return nodes_[node].kind; }
  std::pair<uint32_t, uint32_t> range(uint32_t node) const { return {nodes_[node].begin, nodes_[node].end}; }
  uint32_t first_child(uint32_t node) const { return node + 1; }
  uint32_t next(uint32_t node) const { return nodes_[node].after; }
  /// 0 when there is none; the root is nobody's child.
  uint32_t only_child(uint32_t node) const;
  uint32_t child_of_kind(uint32_t node, GrammarKind wanted) const;
  uint32_t source_text(uint32_t node);
  /// The text of a node that is a name without `::`.
  uint32_t plain_name(uint32_t node);
  /// The grammar reads `iny` as `in y`.
  void expect_word_start(uint32_t at);
  NodeId too_deep(uint32_t begin, uint32_t end);
  void expect_same_line(uint32_t begin, uint32_t end, LineEnds line_ends);
  void expect_children_on_same_line(uint32_t node, LineEnds line_ends);

  // hcl_expression.cpp
  NodeId conditional_chain(uint32_t node, LineEnds line_ends);
  NodeId terms(uint32_t first, uint32_t end, LineEnds line_ends);
  NodeId term(uint32_t node, LineEnds line_ends);
  NodeId literal(uint32_t node);
  NodeId unary(uint32_t node, LineEnds line_ends);
  NodeId binary(uint32_t node, LineEnds line_ends);
  NodeId call(uint32_t node, LineEnds line_ends);
  NodeId tuple(uint32_t node);
  NodeId object(uint32_t node);
  NodeId object_key(uint32_t node);
  void expect_separator(uint32_t begin, uint32_t end);
  /// Is there a comma? It stands on the line of the entry that it ends.
  bool has_comma(uint32_t begin, uint32_t end);
  NodeId for_expression(uint32_t node);
  NodeId for_intro(uint32_t node, Node& result);
  /// The expression after `in` or `if`.
  NodeId after_keyword(uint32_t node);
  void collect_postfixes(uint32_t first, uint32_t end, LineEnds line_ends, std::vector<Postfix>& postfixes);
  NodeId legacy_key(uint32_t node);
  NodeId apply(NodeId base, uint32_t begin, std::span<const Postfix> postfixes);

  // hcl_template.cpp
  NodeId template_expression(uint32_t node);
  NodeId quoted_template(uint32_t node);
  NodeId heredoc(uint32_t node);
  NodeId template_between(uint32_t node, uint32_t text_begin, uint32_t text_end, TextStyle style, uint32_t begin,
                          uint32_t end);
  void collect_parts(uint32_t first, uint32_t end, TextStyle style, uint32_t& text_begin,
                     std::vector<TemplatePart>& parts);
  void collect_text(uint32_t begin, uint32_t end, TextStyle style, std::vector<TemplatePart>& parts);
  TemplatePart decode(uint32_t begin, uint32_t end, TextStyle style);
  void decode_escape(uint32_t& at, uint32_t end, std::string& text);
  void trim(std::span<TemplatePart> parts);
  void remove_indentation(std::span<TemplatePart> parts);
  NodeId interpolation(const TemplatePart& part);
  std::vector<NodeId> build_parts(std::span<const TemplatePart> parts, std::size_t& at);
  NodeId build_directive(std::span<const TemplatePart> parts, std::size_t& at);
  uint32_t joined_text(std::span<const TemplatePart> parts, std::size_t& at);
  uint32_t normal_text(std::string_view text);

  std::string_view source_;
  std::string_view skeleton_;
  TreeBuilder& tree_;
  Report& report_;
  std::span<const GrammarNode> nodes_;
  std::size_t depth_ = 0;
};

}  // namespace holdfast::hcl

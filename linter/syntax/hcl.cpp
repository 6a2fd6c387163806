#include "syntax/hcl.h"

#include "syntax/hcl_body.h"
#include "syntax/hcl_complaint.h"
#include "syntax/hcl_diagnostics.h"
#include "syntax/hcl_scan.h"
#include "syntax/hcl_skeleton.h"

#include <algorithm>
#include <string>

namespace holdfast::hcl {
namespace {

bool is_utf16(std::string_view source) { return source.starts_with("\xFF\xFE") || source.starts_with("\xFE\xFF"); }

enum class Form : uint8_t { expression, text };

// The grammar reads arguments only, so expressions and templates are read as the value of one.
NodeId wrapped(std::string_view source, std::string_view skeleton, Form form, TreeBuilder& tree, Report& report) {
  const std::string_view opening = form == Form::expression ? "x=(" : "x=\"";
  const std::string_view closing = form == Form::expression ? ")" : "\"";
  const std::string argument = std::string(opening).append(skeleton).append(closing);
  Grammar grammar;
  const auto nodes = grammar.parse(argument, 0u - static_cast<uint32_t>(opening.size()));
  Lowering lowering(source, skeleton, tree, report);
  if (nodes) {
    lowering.read_from(*nodes);
    const auto inner = [&](GrammarKind kind, std::size_t from) {
      while (from < nodes->size() && (*nodes)[from].kind != kind) ++from;
      return static_cast<uint32_t>(from);
    };
    const uint32_t value = inner(GrammarKind::expression, 0);
    if (form == Form::expression)
      return lowering.expression(inner(GrammarKind::expression, value + 1), LineEnds::are_blanks);
    return lowering.bare_template(value + 2);
  }
  const auto size = static_cast<uint32_t>(source.size());
  if (!report.is_empty()) return lowering.bad(0, size);
  if (form == Form::expression)
    explain_refused_value(source, skeleton, 0, size, grammar.error_offset(), report);
  else
    explain_refused_template(source, skeleton, grammar.error_offset(), report);
  return lowering.bad(0, size);
}

template <class Read>
Tree parse(FileId file, std::string_view source, Diagnostics& diagnostics, uint32_t offset, const Read& read) {
  Report report(source);
  TreeBuilder tree(source, offset);
  const NodeId root = read(tree, report);
  report.hand_over(diagnostics, file, offset);
  return tree.finish(file, root, !report.is_empty());
}

}  // namespace

Tree parse_file(FileId file, std::string_view source, Diagnostics& diagnostics) {
  return parse(file, source, diagnostics, 0, [&](TreeBuilder& tree, Report& report) {
    const uint32_t first = skip_blanks(source, 0, true);
    const bool is_json = first < source.size() && (source[first] == '{' || source[first] == '[');
    if (is_utf16(source) || is_json) {
      report.add(is_json ? kJsonText : kEncoding, first, first + 1);
      return tree.add({.kind = NodeKind::body, .end = static_cast<uint32_t>(source.size())});
    }
    const std::string skeleton = skeleton_of_code(source, report);
    return BodyReader(source, skeleton, tree, report).file();
  });
}

Tree parse_expression(FileId file, std::string_view source, Diagnostics& diagnostics) {
  return parse(file, source, diagnostics, 0, [&](TreeBuilder& tree, Report& report) {
    const std::string skeleton = skeleton_of_code(source, report);
    return wrapped(source, skeleton, Form::expression, tree, report);
  });
}

Tree parse_template(FileId file, std::string_view source, Diagnostics& diagnostics, uint32_t offset) {
  return parse(file, source, diagnostics, offset, [&](TreeBuilder& tree, Report& report) {
    const std::string skeleton = skeleton_of_template(source, report);
    return wrapped(source, skeleton, Form::text, tree, report);
  });
}

Span Tree::header_span(NodeId block) const {
  const auto parts = children_of(block);
  const Span name = name_span(block);
  const uint32_t end = parts.size() < 2 ? name.end : node(parts[parts.size() - 2]).end;
  return {file, name.begin, end};
}

std::vector<std::string_view> Tree::labels(NodeId block) const {
  std::vector<std::string_view> labels;
  for (const NodeId child : children_of(block).first(node(block).child_count - 1)) labels.push_back(text(child));
  return labels;
}

}  // namespace holdfast::hcl

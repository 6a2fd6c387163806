#pragma once

#include "syntax/hcl.h"
#include "text/source.h"

#include <string>
#include <string_view>

namespace holdfast::hcl {

/// `(operator operands)`, `name=value`, `type label{body}`. Legacy forms end in a dot, `$x` was `"${x}"`, `'x` is a
/// bare key.
inline std::string print(const Tree& tree, NodeId id) {
  const Node& node = tree.node(id);
  const std::string text(tree.text(id));
  const auto child = [&](uint32_t i) { return print(tree, tree.child(id, i)); };
  const auto all = [&](std::string separator, uint32_t from = 0) {
    std::string joined;
    for (uint32_t i = from; i < node.child_count; ++i) joined += (i == from ? "" : separator) + child(i);
    return joined;
  };
  const auto flagged = [&](NodeFlag flag, std::string yes) { return (node.flags & flag) != 0 ? yes : std::string(); };
  const auto names = [&] { return std::string(tree.extra(id)) + (node.extra == 0 ? "" : ",") + text; };
  const auto condition = [&](uint32_t at) { return node.child_count > at ? " if " + child(at) : std::string(); };
  const auto quoted = [&] {
    std::string shown;
    for (const char c : text) shown += c == '\n' ? "\\n" : c == '\r' ? "\\r" : c == '\t' ? "\\t" : std::string(1, c);
    return "\"" + shown + "\"";
  };
  static constexpr std::string_view kOperators[] = {"",  "-",  "!", "*",  "/",  "%",  "+",  "-",
                                                    "<", "<=", ">", ">=", "==", "!=", "&&", "||"};
  const std::string op(kOperators[static_cast<std::size_t>(node.op)]);
  const auto plain = [&]() -> std::string {
    switch (node.kind) {
      case NodeKind::body: return "{" + all(" ") + "}";
      case NodeKind::attribute: return text + "=" + child(0);
      case NodeKind::block: return text + " " + all(" ");
      case NodeKind::null: return "null";
      case NodeKind::boolean: return (node.flags & kTrue) != 0 ? "true" : "false";
      case NodeKind::number: return text;
      case NodeKind::string: return flagged(kHeredoc, "<<") + ((node.flags & kBareKey) != 0 ? "'" + text : quoted());
      case NodeKind::template_: return flagged(kHeredoc, "<<") + "`" + all(" ") + "`";
      case NodeKind::template_if: return "(if " + all(" ") + ")";
      case NodeKind::template_for: return "(for " + names() + " in " + all(" ") + ")";
      case NodeKind::tuple: return "[" + all(" ") + "]";
      case NodeKind::object: return "{" + all(" ") + "}";
      case NodeKind::for_tuple: return "[for " + names() + " in " + child(0) + " : " + child(1) + condition(2) + "]";
      case NodeKind::for_object:
        return "{for " + names() + " in " + child(0) + " : " + child(1) + " => " + child(2) + flagged(kGroup, "...") +
               condition(3) + "}";
      case NodeKind::variable: return text;
      case NodeKind::attribute_of: return "(. " + child(0) + " " + text + ")";
      case NodeKind::index: return "(at" + flagged(kLegacy, ".") + " " + all(" ") + ")";
      case NodeKind::splat: return "(splat" + flagged(kLegacy, ".") + " " + all(" ") + ")";
      case NodeKind::splat_element: return "_";
      case NodeKind::call:
        return "(" + text + (node.child_count > 0 ? " " : "") + all(" ") + flagged(kExpand, "...") + ")";
      case NodeKind::unary:
      case NodeKind::binary: return "(" + op + " " + all(" ") + ")";
      case NodeKind::conditional: return "(? " + all(" ") + ")";
      case NodeKind::bad: return "bad";
    }
    return "?";
  };
  return flagged(kInterpolated, "$") + plain();
}

/// `line:column id` for each, in order.
inline std::string print(std::string_view source, const Diagnostics& diagnostics) {
  const SourceFile file(FileId{0}, "", std::string(source));
  std::string shown;
  for (const Diagnostic& diagnostic : diagnostics.all()) {
    const Position at = file.position(diagnostic.at.begin);
    shown += (shown.empty() ? "" : ", ") + std::to_string(at.line) + ":" + std::to_string(at.column) + " " +
             std::string(diagnostic.kind->id.substr(4));
  }
  return shown;
}

}  // namespace holdfast::hcl

#pragma once

#include "syntax/document.h"

#include <string>

namespace holdfast {

/// Writes documents on one line: plain text as it is, quoted texts in `'`, block texts in `|`, line ends as `\n`.
/// With ranges, each node is followed by `@begin-end`.
class Outline {
 public:
  explicit Outline(bool with_ranges) : with_ranges_(with_ranges) {}

  std::string of(const Document& document) { return document.is_empty() ? "nothing" : of(document, document.root); }

 private:
  std::string of(const Document& document, DocumentNodeId id) {
    const DocumentNode& node = document.node(id);
    std::string text = node.tag == 0 ? "" : "!" + std::string(document.tag(id)) + " ";
    if (node.is_alias) text += "*";
    if (node.kind == DocumentKind::scalar) {
      text += scalar(document, id);
    } else {
      const bool is_mapping = node.kind == DocumentKind::mapping;
      text += is_mapping ? "{" : "[";
      bool is_first = true;
      bool is_key = true;
      for (const DocumentNodeId child : document.children_of(id)) {
        if (!is_first) text += is_mapping && !is_key ? ": " : ", ";
        text += of(document, child);
        is_first = false;
        is_key = !is_key;
      }
      text += is_mapping ? "}" : "]";
    }
    if (with_ranges_) text += "@" + std::to_string(node.begin) + "-" + std::to_string(node.end);
    return text;
  }

  static std::string scalar(const Document& document, DocumentNodeId id) {
    std::string text;
    for (const char c : document.text(id)) text += c == '\n' ? "\\n" : c == '\t' ? "\\t" : std::string(1, c);
    switch (document.node(id).style) {
      case ScalarStyle::plain: return text.empty() ? "<>" : text;
      case ScalarStyle::quoted: return "'" + text + "'";
      case ScalarStyle::block: return "|" + text + "|";
    }
    return text;
  }

  bool with_ranges_;
};

/// Writes findings as `line:column id "marked text"`, one per line, each label after it as ` <- "text"`.
inline std::string written(const Diagnostics& diagnostics, std::string_view source) {
  const SourceFile file(FileId{0}, "test", std::string(source));
  std::string lines;
  for (const Diagnostic& diagnostic : diagnostics.all()) {
    const Position position = file.position(diagnostic.at.begin);
    if (!lines.empty()) lines += "; ";
    lines += std::to_string(position.line) + ":" + std::to_string(position.column) + " " +
             std::string(diagnostic.kind->id) + " \"" + std::string(file.text(diagnostic.at)) + "\"";
    for (const Label& label : diagnostic.labels) {
      const Position place = file.position(label.at.begin);
      lines += " <- " + std::to_string(place.line) + ":" + std::to_string(place.column);
    }
  }
  return lines;
}

}  // namespace holdfast

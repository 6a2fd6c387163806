#include "syntax/hcl.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

namespace {

using namespace holdfast;
using Json = nlohmann::ordered_json;

std::string without_blanks(std::string_view text) {
  const std::size_t begin = std::min(text.find_first_not_of(" \t\r\n"), text.size());
  return std::string(text.substr(begin, text.find_last_not_of(" \t\r\n") + 1 - begin));
}

/// A file in the shape that the reference parser gives it: texts with their interpolations, constants, lists and
/// objects as JSON, and every other expression as the piece of source that the reader says it is.
class Outline {
 public:
  explicit Outline(const hcl::Tree& tree) : tree_(tree) {}

  Json body(hcl::NodeId body) const {
    Json result = Json::object();
    for (const hcl::NodeId id : tree_.children_of(body)) {
      if (tree_.node(id).kind == hcl::NodeKind::block) add_block(result, id);
    }
    for (const hcl::NodeId id : tree_.children_of(body)) {
      if (tree_.node(id).kind != hcl::NodeKind::attribute) continue;
      result[std::string(tree_.text(id))] = expression(tree_.child(id, 0));
    }
    return result;
  }

 private:
  /// Blocks of one type with different numbers of labels have no place; the reference shows nothing of such a file.
  void add_block(Json& result, hcl::NodeId block) const {
    Json* place = &result[std::string(tree_.text(block))];
    for (const std::string_view label : tree_.labels(block)) {
      if (place->is_array()) return;
      place = &(*place)[std::string(label)];
    }
    if (!place->is_object()) place->push_back(body(tree_.body(block)));
  }

  bool is_parenthesized(hcl::NodeId id) const { return (tree_.node(id).flags & hcl::kParenthesized) != 0; }

  Json expression(hcl::NodeId id) const {
    const hcl::Node& node = tree_.node(id);
    if (is_parenthesized(id)) return wrapped(id);
    switch (node.kind) {
      case hcl::NodeKind::null: return nullptr;
      case hcl::NodeKind::boolean: return (node.flags & hcl::kTrue) != 0;
      case hcl::NodeKind::string: return escaped(tree_.text(id));
      case hcl::NodeKind::template_: return template_text(id);
      case hcl::NodeKind::tuple: return list(id);
      case hcl::NodeKind::object: return object(id);
      case hcl::NodeKind::unary: return negated(id);
      case hcl::NodeKind::number: return number(id);
      default: return wrapped(id);
    }
  }

  double number(hcl::NodeId id) const { return std::strtod(std::string(tree_.text(id)).c_str(), nullptr); }

  Json list(hcl::NodeId id) const {
    Json items = Json::array();
    for (const hcl::NodeId item : tree_.children_of(id)) items.push_back(expression(item));
    return items;
  }

  Json object(hcl::NodeId id) const {
    Json entries = Json::object();
    const auto children = tree_.children_of(id);
    for (std::size_t i = 0; i + 1 < children.size(); i += 2) entries[key(children[i])] = expression(children[i + 1]);
    return entries;
  }

  std::string key(hcl::NodeId id) const {
    const hcl::Node& node = tree_.node(id);
    const bool is_path = node.kind == hcl::NodeKind::attribute_of || node.kind == hcl::NodeKind::variable ||
                         (node.kind == hcl::NodeKind::index && (node.flags & hcl::kLegacy) != 0);
    const bool is_bare = (node.flags & (hcl::kParenthesized | hcl::kInterpolated)) == 0;
    return is_path && is_bare ? source_of(id) : part(id);
  }

  /// A sign before a constant belongs to it.
  Json negated(hcl::NodeId id) const {
    const hcl::NodeId operand = tree_.child(id, 0);
    const hcl::NodeKind kind = tree_.node(operand).kind;
    if (is_parenthesized(operand)) return wrapped(id);
    if (kind == hcl::NodeKind::boolean) return (tree_.node(operand).flags & hcl::kTrue) == 0;
    if (kind == hcl::NodeKind::number) return -number(operand);
    return wrapped(id);
  }

  std::string source_of(hcl::NodeId id) const {
    const hcl::Node& node = tree_.node(id);
    std::string_view source = tree_.source.substr(node.begin, node.end - node.begin);
    const bool is_interpolated = (node.flags & hcl::kInterpolated) != 0;
    while (is_interpolated && source.starts_with("\"${") && source.ends_with("}\"")) {
      source = source.substr(3, source.size() - 5);
      if (source.starts_with('~')) source.remove_prefix(1);
      if (source.ends_with('~')) source.remove_suffix(1);
    }
    return without_blanks(source);
  }

  std::string wrapped(hcl::NodeId id) const { return "${" + source_of(id) + "}"; }

  static std::string escaped(std::string_view text) {
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
      if ((text[i] == '$' || text[i] == '%') && text.substr(i + 1).starts_with('{')) result += text[i];
      result += text[i];
    }
    return result;
  }

  std::string template_text(hcl::NodeId id) const {
    std::string text;
    for (const hcl::NodeId child : tree_.children_of(id)) text += part(child);
    return text;
  }

  /// What stands between the other parts of a template.
  std::string part(hcl::NodeId id) const {
    const hcl::Node& node = tree_.node(id);
    if (is_parenthesized(id)) return wrapped(id);
    switch (node.kind) {
      case hcl::NodeKind::string: return escaped(tree_.text(id));
      case hcl::NodeKind::number: return std::string(tree_.text(id));
      case hcl::NodeKind::boolean: return (node.flags & hcl::kTrue) != 0 ? "true" : "false";
      case hcl::NodeKind::template_: return template_text(id);
      case hcl::NodeKind::conditional:
      case hcl::NodeKind::template_if: return choice(id);
      case hcl::NodeKind::template_for: return repetition(id);
      default: return wrapped(id);
    }
  }

  std::string choice(hcl::NodeId id) const {
    const auto children = tree_.children_of(id);
    const std::string otherwise = children.size() > 2 ? part(children[2]) : "";
    return "%{if " + source_of(children[0]) + "}" + part(children[1]) +
           (otherwise.empty() ? "" : "%{else}" + otherwise) + "%{endif}";
  }

  std::string repetition(hcl::NodeId id) const {
    const std::string key(tree_.extra(id));
    return "%{for " + (key.empty() ? "" : key + ", ") + std::string(tree_.text(id)) + " in " +
           source_of(tree_.child(id, 0)) + "}" + part(tree_.child(id, 1)) + "%{endfor}";
  }

  const hcl::Tree& tree_;
};

Json outline_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  const std::string source{std::istreambuf_iterator<char>(file), {}};
  Diagnostics diagnostics;
  const hcl::Tree tree = hcl::parse_file(kNoFile, source, diagnostics);
  if (tree.has_errors || diagnostics.has_errors()) {
    return {{"path", path}, {"complaint", std::string(diagnostics.all().front().message)}};
  }
  return {{"path", path}, {"body", Outline(tree).body(tree.root)}};
}

}  // namespace

/// Reads paths, one a line, and prints what is in each file, one a line.
int main() {
  for (std::string path; std::getline(std::cin, path);) {
    std::cout << outline_of(path).dump(-1, ' ', false, Json::error_handler_t::replace) << '\n';
  }
}

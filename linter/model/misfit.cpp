#include "model/misfit.h"

#include "text/diagnostic.h"
#include "text/spelling.h"

#include <algorithm>
#include <charconv>

namespace holdfast {
namespace {

using hcl::NodeKind;
using Kind = Written::Kind;

/// A name that differs by more than this from a known one is another word.
constexpr std::size_t kSlipMax = 2;

bool is_number(std::string_view text) {
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size();
}

bool is_truth(std::string_view text) {
  const auto is = [&](std::string_view word) {
    return std::ranges::equal(text, word, [](char a, char b) { return (a | 0x20) == b; });
  };
  return is("true") || is("false");
}

class Comparison {
 public:
  explicit Comparison(const hcl::Tree& tree) : tree_(tree) {}

  void compare(const Written& written, hcl::NodeId type, Span at, const std::string& path) {
    if (written.kind == Kind::open) return;
    if (written.kind == Kind::choice) {
      for (const Written::Entry& entry : written.entries) compare(entry.value, type, entry.at, path);
      return;
    }
    // What is a block in one version of a provider is an argument in another.
    if (written.kind == Kind::block && !holds_blocks(type)) return;
    switch (tree_.node(type).kind) {
      case NodeKind::object: return compare_object(written, type, at, path);
      case NodeKind::call: return compare_collection(written, type, at, path);
      case NodeKind::variable: return compare_scalar(written, tree_.text(type), at, path);
      default: return;
    }
  }

  std::vector<Misfit> found;

 private:
  bool holds_blocks(hcl::NodeId type) const {
    const NodeKind kind = tree_.node(type).kind;
    return kind == NodeKind::object || (kind == NodeKind::call && tree_.text(type) == "block");
  }

  void refuse(std::string_view expected, Span at, const std::string& path) {
    found.push_back({.at = at, .path = path, .is_unknown = false, .expected = expected});
  }

  void compare_object(const Written& written, hcl::NodeId type, Span at, const std::string& path) {
    if (written.kind != Kind::object && written.kind != Kind::block) return refuse("an object", at, path);
    for (const Written::Entry& entry : written.entries) {
      const std::string inner = path.empty() ? std::string(entry.name) : path + "." + std::string(entry.name);
      const hcl::NodeId known = member(type, entry.name);
      if (known != hcl::kNoNode) {
        compare(entry.value, known, entry.at, inner);
      } else {
        found.push_back({.at = entry.at, .path = inner, .is_unknown = true, .nearest = meant_by(entry.name, type)});
      }
    }
  }

  void compare_collection(const Written& written, hcl::NodeId type, Span at, const std::string& path) {
    const std::string_view collection = tree_.text(type);
    const hcl::NodeId element = tree_.child(type, 0);
    if (collection == "block") {
      if (written.kind == Kind::block) compare(written, element, at, path);
      return;
    }
    const bool is_list = collection == "list";
    if (written.kind != (is_list ? Kind::list : Kind::object)) return refuse(is_list ? "a list" : "a map", at, path);
    for (const Written::Entry& entry : written.entries) compare(entry.value, element, entry.at, path);
  }

  void compare_scalar(const Written& written, std::string_view type, Span at, const std::string& path) {
    if (type == "any") return;
    if (written.kind != Kind::scalar) {
      return refuse(type == "string" ? "a text" : type == "number" ? "a number" : "true or false", at, path);
    }
    if (type == "number" && !is_number(written.text)) refuse("a number", at, path);
    if (type == "bool" && !is_truth(written.text)) refuse("true or false", at, path);
  }

  hcl::NodeId member(hcl::NodeId object, std::string_view name) const {
    const auto children = tree_.children_of(object);
    for (std::size_t i = 0; i + 1 < children.size(); i += 2) {
      if (tree_.text(children[i]) == name) return children[i + 1];
    }
    return hcl::kNoNode;
  }
  std::string_view meant_by(std::string_view name, hcl::NodeId object) const {
    const std::string_view candidate = nearest(name, names(object));
    const bool is_slip = edit_distance(name, candidate) <= kSlipMax || equal_but_for_case(name, candidate);
    return is_slip ? candidate : std::string_view();
  }
  std::vector<std::string_view> names(hcl::NodeId object) const {
    std::vector<std::string_view> all;
    const auto children = tree_.children_of(object);
    for (std::size_t i = 0; i + 1 < children.size(); i += 2) all.push_back(tree_.text(children[i]));
    return all;
  }

  const hcl::Tree& tree_;
};

}  // namespace

std::vector<Misfit> misfits(const Written& written, hcl::Expression type) {
  const bool is_declaration = written.kind == Kind::object || written.kind == Kind::block;
  if (!is_declaration) return {};
  Comparison comparison(*type.tree);
  comparison.compare(written, type.node, {}, {});
  return std::move(comparison.found);
}

}  // namespace holdfast

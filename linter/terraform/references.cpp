#include "terraform/references.h"

#include "terraform/module_source.h"
#include "terraform/terraform_diagnostics.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

namespace holdfast::terraform {

using hcl::Expression;
using hcl::NodeId;
using hcl::NodeKind;

std::string static_reference(Expression expression) {
  const hcl::Tree& tree = *expression.tree;
  if (tree.node(expression.node).kind == NodeKind::string) return std::string(tree.text(expression.node));
  const Span span = expression.span();
  return std::string(tree.source.substr(span.begin, span.end - span.begin));
}

std::vector<Expression> static_references(Expression expression) {
  if (expression.tree->node(expression.node).kind != NodeKind::tuple) return {expression};
  std::vector<Expression> references;
  for (const NodeId item : expression.tree->children_of(expression.node)) references.push_back({expression.tree, item});
  return references;
}

namespace {

bool is_free_of(Expression expression, std::span<const NodeKind> kinds) {
  const hcl::Tree& tree = *expression.tree;
  const NodeKind kind = tree.node(expression.node).kind;
  if (std::ranges::find(kinds, kind) != kinds.end()) return false;
  const bool binds = kind == NodeKind::for_tuple || kind == NodeKind::for_object || kind == NodeKind::template_for;
  const auto children = tree.children_of(expression.node);
  return std::ranges::all_of(binds ? children.first(1) : children, [&](NodeId child) {
    return is_free_of({&tree, child}, kinds);
  });
}

constexpr std::array<NodeKind, 2> kOpenKinds = {NodeKind::variable, NodeKind::call};

}  // namespace

bool mentions_nothing(Expression expression) { return is_free_of(expression, std::span(kOpenKinds).first(1)); }

bool is_constant(Expression expression) { return is_free_of(expression, kOpenKinds); }

std::string suggestion(std::string_view name, const std::vector<std::string_view>& known) {
  const std::string_view near = nearest(name, known);
  return near.empty() ? "" : fmt::format("; did you mean `{}`?", near);
}

namespace {

/// Arguments that hold names of another kind.
constexpr std::array<std::string_view, 4> kNameArguments = {"provider", "providers", "ignore_changes",
                                                            "configuration_aliases"};
/// Names that are bound without a declaration of the module.
constexpr std::array<std::string_view, 6> kReservedNames = {"path", "terraform", "each", "count", "self", "tofu"};

class ReferenceCheck {
 public:
  ReferenceCheck(const ModuleSource& module, Diagnostics& diagnostics) : module_(module), diagnostics_(diagnostics) {}

  void check(const Body& body) {
    for (const Argument& argument : body.arguments) {
      if (std::ranges::find(kNameArguments, argument.name) == kNameArguments.end()) check(argument.value);
    }
    for (const Block& block : body.blocks) {
      if (block.type == "dynamic") {
        check_dynamic(block);
      } else {
        check(block.body);
      }
    }
  }

  void check(Expression expression) { visit(*expression.tree, expression.node); }

 private:
  void check_dynamic(const Block& block) {
    const Argument* iterator = block.body.find("iterator");
    std::string name = block.labels.empty() ? std::string() : std::string(block.labels[0]);
    if (iterator) name = static_reference(iterator->value);
    for (const Argument& argument : block.body.arguments) {
      if (&argument != iterator && argument.name == "for_each") check(argument.value);
    }
    bound_.push_back(name);
    for (const Argument& argument : block.body.arguments) {
      if (argument.name == "labels") check(argument.value);
    }
    for (const Block& content : block.body.blocks) check(content.body);
    bound_.pop_back();
  }

  void visit(const hcl::Tree& tree, NodeId id) {
    const hcl::Node& node = tree.node(id);
    const auto children = tree.children_of(id);
    if (node.kind == NodeKind::attribute_of) return visit_attribute(tree, id);
    if (node.kind == NodeKind::for_tuple || node.kind == NodeKind::for_object || node.kind == NodeKind::template_for) {
      visit(tree, children[0]);
      bound_.emplace_back(tree.text(id));
      bound_.emplace_back(tree.extra(id));
      for (const NodeId child : children.subspan(1)) visit(tree, child);
      bound_.resize(bound_.size() - 2);
      return;
    }
    for (const NodeId child : children) visit(tree, child);
  }

  /// `a.b` is the name of a declaration, `a.b.c` too if `a` is `data` or `resource`.
  void visit_attribute(const hcl::Tree& tree, NodeId id) {
    const NodeId object = tree.child(id, 0);
    const hcl::Node& inner = tree.node(object);
    if (inner.kind == NodeKind::variable) return check_name(tree.text(object), tree.text(id), tree.span(id));
    if (inner.kind == NodeKind::attribute_of) {
      const NodeId root = tree.child(object, 0);
      if (tree.node(root).kind == NodeKind::variable && !is_bound(tree.text(root))) {
        if (tree.text(root) == "resource") return check_typed("", module_.resources, tree, id, object);
        if (tree.text(root) == "data") return check_typed("data.", module_.data, tree, id, object);
        if (tree.text(root) == "ephemeral") return check_typed("ephemeral.", module_.ephemeral, tree, id, object);
      }
    }
    visit(tree, object);
  }

  void check_typed(std::string_view prefix, const std::map<std::string_view, Declarations>& declared,
                   const hcl::Tree& tree, NodeId id, NodeId object) {
    check_resource(prefix, declared, tree.text(object), tree.text(id), tree.span(id));
  }

  void check_name(std::string_view root, std::string_view name, Span at) {
    if (is_bound(root) || std::ranges::find(kReservedNames, root) != kReservedNames.end()) return;
    if (root == "resource" || root == "data" || root == "ephemeral") return;
    if (root == "var") return check_declared(root, name, module_.variables, at);
    if (root == "local") return check_declared(root, name, module_.locals, at);
    if (root == "module") return check_declared(root, name, module_.calls, at);
    check_resource("", module_.resources, root, name, at);
  }

  template <class Map>
  void check_declared(std::string_view root, std::string_view name, const Map& declared, Span at) {
    if (declared.contains(name)) return;
    std::vector<std::string> known;
    for (const auto& entry : declared) known.push_back(fmt::format("{}.{}", root, entry.first));
    report(fmt::format("{}.{}", root, name), at, known);
  }

  void check_resource(std::string_view prefix, const std::map<std::string_view, Declarations>& declared,
                      std::string_view type, std::string_view name, Span at) {
    const auto found = declared.find(type);
    if (found != declared.end() && found->second.contains(name)) return;
    std::vector<std::string> known;
    for (const auto& [known_type, declarations] : declared) {
      for (const auto& entry : declarations) known.push_back(fmt::format("{}{}.{}", prefix, known_type, entry.first));
    }
    const std::string full = fmt::format("{}{}.{}", prefix, type, name);
    report(full, at, known);
  }

  void report(const std::string& name, Span at, const std::vector<std::string>& known) {
    if (!module_.incomplete_because.empty() || !reported_.insert(name).second) return;
    diagnostics_.report(kUndeclared, at, {name, suggestion(name, {known.begin(), known.end()})});
  }

  bool is_bound(std::string_view name) const { return std::ranges::find(bound_, name) != bound_.end(); }

  const ModuleSource& module_;
  Diagnostics& diagnostics_;
  std::vector<std::string> bound_;
  std::set<std::string> reported_;
};

}  // namespace

void check_references(const ModuleSource& module, Diagnostics& diagnostics) {
  ReferenceCheck check(module, diagnostics);
  const auto check_all = [&](const auto& declarations) {
    for (const auto& entry : declarations) check.check(entry.second.body);
  };
  for (const auto* typed : {&module.resources, &module.data, &module.ephemeral}) {
    for (const auto& entry : *typed) check_all(entry.second);
  }
  check_all(module.outputs);
  check_all(module.calls);
  check_all(module.providers);
  for (const auto& entry : module.locals) check.check(entry.second.value);
  for (const Block& block : module.statements) {
    if (block.type == "check") check.check(block.body);
  }
}

}  // namespace holdfast::terraform

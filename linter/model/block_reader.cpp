#include "model/block_reader.h"

#include "model/model_diagnostics.h"

#include <algorithm>

namespace holdfast {

using hcl::NodeKind;

std::string suggestion(std::string_view name, const std::vector<std::string_view>& candidates) {
  const std::string_view candidate = nearest(name, candidates);
  return candidate.empty() ? std::string() : "; did you mean `" + std::string(candidate) + "`?";
}

std::string_view literal_text(hcl::Expression expression, std::string_view argument, Diagnostics& diagnostics) {
  if (expression.tree->node(expression.node).kind == NodeKind::string) return expression.tree->text(expression.node);
  diagnostics.report(kExpectedText, expression.span(), {argument});
  return {};
}

std::vector<std::string_view> literal_texts(hcl::Expression expression, std::string_view argument,
                                            Diagnostics& diagnostics) {
  std::vector<std::string_view> texts;
  const hcl::Tree& tree = *expression.tree;
  const bool is_list = tree.node(expression.node).kind == NodeKind::tuple;
  for (hcl::NodeId item : is_list ? tree.children_of(expression.node) : std::span<const hcl::NodeId>()) {
    if (tree.node(item).kind == NodeKind::string) texts.push_back(tree.text(item));
  }
  if (!is_list || texts.size() != tree.children_of(expression.node).size()) {
    diagnostics.report(kExpectedTexts, expression.span(), {argument});
  }
  return texts;
}

std::string_view BlockReader::label() const {
  if (!labels_.empty()) return labels_.front();
  diagnostics_.report(kMissingPackLabel, at(), {type()});
  return {};
}

std::vector<BlockReader::Argument> BlockReader::arguments() const {
  std::vector<Argument> found;
  for (hcl::NodeId item : tree_.children_of(body_)) {
    if (tree_.node(item).kind == NodeKind::attribute)
      found.push_back({tree_.text(item), {&tree_, tree_.child(item, 0)}, tree_.name_span(item)});
  }
  return found;
}

std::vector<NamedExpression> BlockReader::sorted_arguments() const {
  std::vector<NamedExpression> found;
  for (const Argument& argument : arguments()) found.push_back({argument.name, argument.value});
  std::ranges::sort(found, {}, &NamedExpression::name);
  return found;
}

std::vector<hcl::NodeId> BlockReader::blocks() const {
  std::vector<hcl::NodeId> found;
  for (hcl::NodeId item : tree_.children_of(body_)) {
    if (tree_.node(item).kind == NodeKind::block) found.push_back(item);
  }
  return found;
}

hcl::Expression BlockReader::expression(std::string_view name) const {
  for (hcl::NodeId item : tree_.children_of(body_)) {
    if (tree_.node(item).kind == NodeKind::attribute && tree_.text(item) == name) return {&tree_, tree_.child(item, 0)};
  }
  return {};
}

hcl::Expression BlockReader::required_expression(std::string_view name) const {
  const hcl::Expression found = expression(name);
  if (!found) diagnostics_.report(kMissingPackArgument, at(), {type(), name});
  return found;
}

std::string_view BlockReader::text(std::string_view name, std::string_view fallback) const {
  const hcl::Expression found = expression(name);
  return found ? literal_text(found, name, diagnostics_) : fallback;
}

std::string_view BlockReader::required_text(std::string_view name) const {
  const hcl::Expression found = required_expression(name);
  return found ? literal_text(found, name, diagnostics_) : std::string_view();
}

bool BlockReader::boolean(std::string_view name, bool fallback) const {
  const hcl::Expression found = expression(name);
  if (!found) return fallback;
  const hcl::Node& node = found.tree->node(found.node);
  return node.kind == NodeKind::boolean ? (node.flags & hcl::kTrue) != 0 : fallback;
}

std::vector<std::string_view> BlockReader::texts(std::string_view name) const {
  const hcl::Expression found = expression(name);
  return found ? literal_texts(found, name, diagnostics_) : std::vector<std::string_view>();
}

std::string_view BlockReader::name(std::string_view argument) const {
  const hcl::Expression found = required_expression(argument);
  if (!found) return {};
  const NodeKind kind = found.tree->node(found.node).kind;
  if (kind == NodeKind::variable || kind == NodeKind::attribute_of) return found.tree->text(found.node);
  diagnostics_.report(kExpectedName, found.span(), {argument});
  return {};
}

void BlockReader::allow(std::initializer_list<std::string_view> arguments,
                        std::initializer_list<std::string_view> blocks) const {
  for (hcl::NodeId item : tree_.children_of(body_)) {
    const NodeKind kind = tree_.node(item).kind;
    if (kind != NodeKind::attribute && kind != NodeKind::block) continue;
    const auto& allowed = kind == NodeKind::attribute ? arguments : blocks;
    const std::string_view name = tree_.text(item);
    if (std::find(allowed.begin(), allowed.end(), name) != allowed.end()) continue;
    diagnostics_.report(kUnknownPackArgument, tree_.name_span(item), {name, type(), suggestion(name, allowed)});
  }
}

}  // namespace holdfast

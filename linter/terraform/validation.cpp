#include "terraform/validation.h"

#include "value/number.h"

#include <algorithm>

namespace holdfast::terraform {

using hcl::NodeId;
using hcl::NodeKind;
using hcl::Operator;

namespace {

Operator mirrored(Operator op) {
  switch (op) {
    case Operator::less: return Operator::greater;
    case Operator::less_or_equal: return Operator::greater_or_equal;
    case Operator::greater: return Operator::less;
    case Operator::greater_or_equal: return Operator::less_or_equal;
    default: return op;
  }
}

class ConditionReader {
 public:
  ConditionReader(Session& session, const Declaration& variable, const hcl::Tree& tree, Validated& found)
      : session_(session), variable_(variable), tree_(tree), found_(found) {}

  void read(NodeId node) {
    const hcl::Node& n = tree_.node(node);
    if (n.kind == NodeKind::call && tree_.text(node) == "contains" && n.child_count == 2) {
      if (is_variable(tree_.child(node, 1))) one_of(tree_.child(node, 0));
    } else if (n.kind == NodeKind::binary && n.op == Operator::conjunction) {
      read(tree_.child(node, 0));
      read(tree_.child(node, 1));
    } else if (n.kind == NodeKind::binary && n.op == Operator::disjunction) {
      // `var.days == null || var.days > 7`: null is left to `nullable`.
      if (is_null_test(tree_.child(node, 0))) read(tree_.child(node, 1));
    } else if (n.kind == NodeKind::binary) {
      compare(tree_.child(node, 0), n.op, tree_.child(node, 1));
    }
  }

 private:
  bool is_variable(NodeId node) const {
    if (tree_.node(node).kind != NodeKind::attribute_of || tree_.text(node) != variable_.name) return false;
    const NodeId object = tree_.child(node, 0);
    return tree_.node(object).kind == NodeKind::variable && tree_.text(object) == "var";
  }

  bool is_null_test(NodeId node) const {
    return tree_.node(node).kind == NodeKind::binary && tree_.node(node).op == Operator::equal &&
           is_variable(tree_.child(node, 0)) && tree_.node(tree_.child(node, 1)).kind == NodeKind::null;
  }

  void one_of(NodeId list) {
    if (tree_.node(list).kind != NodeKind::tuple) return;
    std::vector<std::string_view> texts;
    std::vector<Value> numbers;
    for (const NodeId item : tree_.children_of(list)) {
      if (tree_.node(item).kind == NodeKind::string) texts.push_back(tree_.text(item));
      const Value number = constant(item);
      if (number.is_number()) numbers.push_back(number);
    }
    const std::size_t count = tree_.children_of(list).size();
    if (texts.size() == count) found_.texts = std::move(texts);
    if (numbers.empty() || numbers.size() != count) return;
    const auto is_less = [](const Value& a, const Value& b) { return compare_numbers(a, b) < 0; };
    const auto [least, most] = std::minmax_element(numbers.begin(), numbers.end(), is_less);
    at_least(*least);
    at_most(*most);
  }

  void compare(NodeId left, Operator op, NodeId right) {
    if (is_variable(right)) {
      std::swap(left, right);
      op = mirrored(op);
    }
    const Value bound = is_variable(left) ? constant(right) : Value();
    if (!bound.is_number()) return;
    if (op == Operator::greater || op == Operator::greater_or_equal || op == Operator::equal) at_least(bound);
    if (op == Operator::less || op == Operator::less_or_equal || op == Operator::equal) at_most(bound);
  }

  void at_least(const Value& bound) {
    if (!found_.minimum || compare_numbers(bound, *found_.minimum) > 0) found_.minimum = bound;
  }
  void at_most(const Value& bound) {
    if (!found_.maximum || compare_numbers(bound, *found_.maximum) < 0) found_.maximum = bound;
  }

  Value constant(NodeId node) const {
    const NodeKind kind = tree_.node(node).kind;
    if (kind != NodeKind::number && kind != NodeKind::unary) return {};
    return evaluate({&tree_, node}, Scope(*session_.no_names), session_.evaluation);
  }

  Session& session_;
  const Declaration& variable_;
  const hcl::Tree& tree_;
  Validated& found_;
};

}  // namespace

Validated validated(Session& session, const Declaration& variable) {
  Validated found;
  for (const Block& block : variable.body.blocks) {
    const Argument* condition = block.type == "validation" ? block.body.find("condition") : nullptr;
    if (!condition) continue;
    ConditionReader(session, variable, *condition->value.tree, found).read(condition->value.node);
  }
  return found;
}

}  // namespace holdfast::terraform

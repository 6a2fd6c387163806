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
      : session_(session), variable_(variable), tree_(tree), found_(found) {
    const Type* type = session.type_of_variable(variable);
    is_collection_ = type && (type->kind == TypeKind::list || type->kind == TypeKind::set);
  }

  void read(NodeId node) {
    const hcl::Node& n = tree_.node(node);
    if (n.kind == NodeKind::binary && n.op == Operator::conjunction) {
      read(tree_.child(node, 0));
      read(tree_.child(node, 1));
      return;
    }
    // `var.days == null || var.days > 7`: null is left to `nullable`.
    const bool is_either = n.kind == NodeKind::binary && n.op == Operator::disjunction;
    if (is_either && is_null_test(tree_.child(node, 0))) return read(tree_.child(node, 1));
    std::vector<std::string_view> texts;
    if (add_texts(node, texts)) {
      found_.texts = std::move(texts);
    } else if (n.kind == NodeKind::call && tree_.text(node) == "contains" && n.child_count == 2) {
      if (is_variable(tree_.child(node, 1))) one_of(tree_.child(node, 0));
    } else if (n.kind == NodeKind::binary && !is_either) {
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

  /// Adds the texts that alone make a condition true; false when others may do so as well.
  bool add_texts(NodeId node, std::vector<std::string_view>& texts) const {
    const hcl::Node& n = tree_.node(node);
    if (n.kind == NodeKind::binary && n.op == Operator::disjunction) {
      return add_texts(tree_.child(node, 0), texts) && add_texts(tree_.child(node, 1), texts);
    }
    if (n.kind == NodeKind::binary && n.op == Operator::equal && is_variable(tree_.child(node, 0))) {
      return add_text(tree_.child(node, 1), texts);
    }
    if (n.kind != NodeKind::call) return false;
    const auto children = tree_.children_of(node);
    if (tree_.text(node) == "can" && children.size() == 1) return add_alternatives(children[0], texts);
    if (tree_.text(node) != "contains" || children.size() != 2 || !is_variable(children[1])) return false;
    const auto items = tree_.children_of(children[0]);
    return tree_.node(children[0]).kind == NodeKind::tuple && !items.empty() &&
           std::ranges::all_of(items, [&](NodeId item) { return add_text(item, texts); });
  }

  bool add_text(NodeId node, std::vector<std::string_view>& texts) const {
    if (tree_.node(node).kind != NodeKind::string) return false;
    texts.push_back(tree_.text(node));
    return true;
  }

  /// `regex("^(gold|silver)$", var.tier)`.
  bool add_alternatives(NodeId call, std::vector<std::string_view>& texts) const {
    const auto children = tree_.children_of(call);
    const bool is_pattern = tree_.node(call).kind == NodeKind::call && tree_.text(call) == "regex" &&
                            children.size() == 2 && tree_.node(children[0]).kind == NodeKind::string;
    if (!is_pattern || !is_variable(children[1])) return false;
    std::string_view pattern = tree_.text(children[0]);
    if (!pattern.starts_with("^(") || !pattern.ends_with(")$")) return false;
    pattern = pattern.substr(2, pattern.size() - 4);
    if (pattern.find_first_of("\\.[](){}*+?^$") != pattern.npos) return false;
    for (std::size_t end = 0; end != pattern.npos; pattern.remove_prefix(std::min(end, pattern.size() - 1) + 1)) {
      end = pattern.find('|');
      texts.push_back(pattern.substr(0, end));
    }
    return true;
  }

  void one_of(NodeId list) {
    if (tree_.node(list).kind != NodeKind::tuple) return;
    std::vector<Value> numbers;
    for (const NodeId item : tree_.children_of(list)) {
      const Value number = constant(item);
      if (number.is_number()) numbers.push_back(number);
    }
    const std::size_t count = tree_.children_of(list).size();
    if (numbers.empty() || numbers.size() != count) return;
    const auto is_less = [](const Value& a, const Value& b) { return compare_numbers(a, b) < 0; };
    const auto [least, most] = std::minmax_element(numbers.begin(), numbers.end(), is_less);
    at_least(*least);
    at_most(*most);
  }

  /// The number that bounds are about: the variable's own, or the length of a collection.
  bool is_measured(NodeId node) const {
    const bool is_length =
        tree_.node(node).kind == NodeKind::call && tree_.text(node) == "length" && tree_.node(node).child_count == 1;
    return is_collection_ ? is_length && is_variable(tree_.child(node, 0)) : is_variable(node);
  }

  void compare(NodeId left, Operator op, NodeId right) {
    if (is_measured(right)) {
      std::swap(left, right);
      op = mirrored(op);
    }
    const Value bound = is_measured(left) ? constant(right) : Value();
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
  bool is_collection_ = false;
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

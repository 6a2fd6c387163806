#include "expression/explain.h"

#include "expression/iteration.h"
#include "expression/operators.h"

#include <algorithm>

namespace holdfast {

namespace {

using hcl::NodeId;
using hcl::NodeKind;
using hcl::Operator;

/// More steps explain nothing.
constexpr std::size_t kStepsMax = 64;
constexpr int kStepDepthMax = 12;

bool is_no(const Value& value) { return value.is_boolean() && !value.as_boolean(); }
bool is_yes(const Value& value) { return value.is_boolean() && value.as_boolean(); }

class Explainer {
 public:
  Explainer(const hcl::Tree& tree, Evaluation& evaluation) : tree_(tree), evaluation_(evaluation) {}

  Value explain(NodeId node, const Scope& scope, int depth) {
    const Value value = evaluate({&tree_, node}, scope, evaluation_);
    if (is_constant(node) || steps.size() >= kStepsMax || depth > kStepDepthMax) return value;
    steps.push_back({std::string(source_of(node)), value, depth});
    explain_inside(node, value, scope, depth + 1);
    return value;
  }

  std::vector<Step> steps;

 private:
  std::string_view source_of(NodeId node) const {
    const hcl::Node& n = tree_.node(node);
    return tree_.source.substr(n.begin, n.end - n.begin);
  }

  bool is_constant(NodeId node) const {
    const NodeKind kind = tree_.node(node).kind;
    return kind == NodeKind::null || kind == NodeKind::boolean || kind == NodeKind::number || kind == NodeKind::string;
  }

  void explain_inside(NodeId node, const Value& value, const Scope& scope, int depth) {
    const auto children = tree_.children_of(node);
    switch (tree_.node(node).kind) {
      case NodeKind::unary: explain(children[0], scope, depth); return;
      case NodeKind::binary: explain_binary(node, value, scope, depth); return;
      case NodeKind::conditional: {
        const Value condition = explain(children[0], scope, depth);
        if (condition.is_boolean()) explain(children[condition.as_boolean() ? 1 : 2], scope, depth);
        return;
      }
      case NodeKind::call: explain_call(node, value, scope, depth); return;
      case NodeKind::template_:
        for (const NodeId child : children) explain(child, scope, depth);
        return;
      default: return;
    }
  }

  void explain_binary(NodeId node, const Value& value, const Scope& scope, int depth) {
    const NodeId left = tree_.child(node, 0);
    const NodeId right = tree_.child(node, 1);
    const Operator op = tree_.node(node).op;
    const bool is_and = op == Operator::conjunction;
    if (is_and || op == Operator::disjunction) {
      // The side that decides is the explanation.
      const bool is_decided = is_and ? is_no(value) : is_yes(value);
      const auto decides = [&](NodeId side) {
        const Value result = evaluate({&tree_, side}, scope, evaluation_);
        return is_and ? is_no(result) : is_yes(result);
      };
      if (is_decided && decides(left)) {
        explain(left, scope, depth);
        return;
      }
      if (is_decided && decides(right)) {
        explain(right, scope, depth);
        return;
      }
    }
    explain(left, scope, depth);
    explain(right, scope, depth);
  }

  /// For a list that was searched, the item that was found.
  void explain_call(NodeId node, const Value& value, const Scope& scope, int depth) {
    const auto arguments = tree_.children_of(node);
    const std::string_view name = tree_.text(node);
    const bool is_all = name == "all" || name == "alltrue";
    const bool is_search = is_all || name == "any" || name == "anytrue";
    if (is_search && arguments.size() == 1 && tree_.node(arguments[0]).kind == NodeKind::for_tuple &&
        explain_search(arguments[0], is_all, value, scope, depth)) {
      return;
    }
    for (const NodeId argument : arguments) explain(argument, scope, depth);
  }

  bool explain_search(NodeId loop, bool is_all, const Value& value, const Scope& scope, int depth) {
    if (is_all ? !is_no(value) : !is_yes(value)) return false;
    const auto children = tree_.children_of(loop);
    const Value collection = evaluate({&tree_, children[0]}, scope, evaluation_);
    std::vector<Item> items;
    if (!list_items(collection, evaluation_, items)) return false;
    for (const Item& item : items) {
      const Scope keyed(scope, tree_.extra(loop), item.key);
      const Scope inner(keyed, tree_.text(loop), item.value);
      if (children.size() > 2 && !is_yes(evaluate({&tree_, children[2]}, inner, evaluation_))) continue;
      const Value result = evaluate({&tree_, children[1]}, inner, evaluation_);
      if (is_all ? !is_no(result) : !is_yes(result)) continue;
      steps.push_back({std::string(tree_.text(loop)), item.value, depth});
      explain(children[1], inner, depth);
      return true;
    }
    return false;
  }

  const hcl::Tree& tree_;
  Evaluation& evaluation_;
};

}  // namespace

std::vector<Step> explain(hcl::Expression expression, const Scope& scope, Evaluation& evaluation) {
  Explainer explainer(*expression.tree, evaluation);
  explainer.explain(expression.node, scope, 0);
  return std::move(explainer.steps);
}

}  // namespace holdfast

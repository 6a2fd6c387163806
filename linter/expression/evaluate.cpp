#include "expression/evaluate.h"

#include "expression/collection.h"
#include "expression/convert.h"
#include "expression/operators.h"
#include "expression/unknowns.h"
#include "expression/walk.h"
#include "expression/worlds.h"
#include "value/number.h"

#include <algorithm>
#include <string>

namespace holdfast {

using hcl::NodeId;
using hcl::NodeKind;

Value evaluate(hcl::Expression expression, const Scope& scope, Evaluation& evaluation) {
  if (evaluation.depth == 0) {
    evaluation.steps_left = std::min(evaluation.steps_left + kEvaluationStepsRefill, kEvaluationStepsMax);
  }
  return Walk(*expression.tree, evaluation).visit(expression.node, scope);
}

bool spend(uint64_t steps, Evaluation& evaluation) {
  const bool suffices = steps <= evaluation.steps_left;
  evaluation.steps_left -= suffices ? steps : evaluation.steps_left;
  return suffices;
}

namespace {

Value error_at(Arena& arena, Span at, const Unknown& mistake) {
  const Value error = Value::unknown(arena, mistake);
  return at.exists() ? error.with_origin(arena.add_origin({.span = at})) : error;
}

}  // namespace

Value error_value(Arena& arena, Span at, std::string_view message) {
  return error_at(arena, at, {.reason = arena.copy(message), .is_error = true});
}

Value dangling_value(Arena& arena, Span at, std::string_view message) {
  return error_at(arena, at, {.reason = arena.copy(message), .is_error = true, .dangles = true});
}

Value unknown_value(Arena& arena, std::string_view reason, std::string_view input, const Type* type) {
  return Value::unknown(arena, Unknown{.type = type, .reason = arena.copy(reason), .input = arena.copy(input)});
}

std::vector<std::string_view> Scope::names() const {
  std::vector<std::string_view> names;
  for (const Scope* scope = this; scope; scope = scope->outer_) {
    if (scope->globals_) {
      const auto global = scope->globals_->attribute_names();
      names.insert(names.end(), global.begin(), global.end());
    } else {
      names.push_back(scope->name_);
    }
  }
  return names;
}

Value Walk::visit(NodeId node, const Scope& scope) {
  if (evaluation_.depth >= kEvaluationDepthMax) return unknown_value(arena(), "the expression nests too deeply");
  if (!spend(1, evaluation_)) return unknown_value(arena(), "the evaluation takes too many steps");
  ++evaluation_.depth;
  const Value value = dispatch(node, scope);
  --evaluation_.depth;
  if (value.weight() > kValueWeightMax) return unknown_value(arena(), "the value is too large");
  return value;
}

Value Walk::dispatch(NodeId node, const Scope& scope) {
  const hcl::Node& n = tree_.node(node);
  switch (n.kind) {
    case NodeKind::null: return constant(node, Value::null());
    case NodeKind::boolean: return constant(node, Value::boolean(n.flags & hcl::kTrue));
    case NodeKind::number: return number(node);
    case NodeKind::string: return constant(node, Value::borrowed_text(arena(), tree_.text(node)));
    case NodeKind::template_: return template_text(node, scope);
    case NodeKind::template_if: return template_if(node, scope);
    case NodeKind::template_for: return template_for(node, scope);
    case NodeKind::tuple: return tuple(node, scope);
    case NodeKind::object: return object(node, scope);
    case NodeKind::for_tuple: return for_tuple(node, scope);
    case NodeKind::for_object: return for_object(node, scope);
    case NodeKind::variable:
    case NodeKind::attribute_of:
    case NodeKind::index:
    case NodeKind::splat_element: return reference(node, scope);
    case NodeKind::splat: return splat(node, scope);
    case NodeKind::call: return call(node, scope);
    case NodeKind::unary: return unary(node, scope);
    case NodeKind::binary: return binary(node, scope);
    case NodeKind::conditional: return conditional(node, scope);
    case NodeKind::attribute: return visit(tree_.child(node, 0), scope);
    case NodeKind::body:
    case NodeKind::block:
    case NodeKind::bad: break;
  }
  return unknown_value(arena(), "the expression could not be read");
}

Value Walk::made_here(const Value& value, NodeId node) {
  if (evaluation_.is_pack || tree_.file == kNoFile || value.is_error()) return value;
  return value.with_origin(arena().add_origin({.span = span(node), .via = value.origin()}));
}

Value Walk::constant(NodeId node, const Value& value) { return made_here(value, node); }

Value Walk::number(NodeId node) {
  const auto parsed = parse_number(arena(), tree_.text(node));
  return parsed ? constant(node, *parsed) : error(node, "this is no number");
}

Value Walk::tuple(NodeId node, const Scope& scope) {
  std::vector<Value> items;
  items.reserve(tree_.node(node).child_count);
  for (const NodeId child : tree_.children_of(node)) {
    const Value item = visit(child, scope);
    if (!item.is_absent()) items.push_back(item);
  }
  return made_here(tuple_of(arena(), items), node);
}

Value Walk::object(NodeId node, const Scope& scope) {
  const auto children = tree_.children_of(node);
  std::vector<Value::Entry> entries;
  entries.reserve(children.size() / 2);
  for (std::size_t i = 0; i + 1 < children.size(); i += 2) {
    const hcl::Node& key_node = tree_.node(children[i]);
    const bool is_plain = key_node.kind == NodeKind::string;
    const Value key = is_plain ? Value() : visit(children[i], scope);
    const Value value = visit(children[i + 1], scope);
    if (value.is_absent()) continue;
    std::string_view name = tree_.text(children[i]);
    if (!is_plain) {
      if (key.is_error()) return key;
      if (key.is_null()) return error(children[i], "a key must not be null");
      if (key.is_unknown()) return made_here(unknown_result(evaluation_, {key}, nullptr, false), node);
      if (key.is_choice()) {
        for (const Leaf& leaf : leaves(key, evaluation_)) {
          const auto text = print_scalar(leaf.value);
          if (!text) return made_here(unknown_result(evaluation_, {key}, nullptr, false), node);
          entries.push_back({arena().copy(*text), join_worlds(arena(), leaf.condition, value, Value::absent())});
        }
        continue;
      }
      const auto text = print_scalar(key);
      if (!text) return error(children[i], std::string(kind_name(key)) + " is no key");
      name = arena().copy(*text);
    }
    const OriginId key_origin =
        evaluation_.is_pack || tree_.file == kNoFile ? kNoOrigin : arena().add_origin({.span = span(children[i])});
    entries.push_back({name, value, key_origin});
  }
  return made_here(mapping_of(arena(), ValueKind::object, std::move(entries)), node);
}

Walk::Read Walk::read_name(NodeId node, const Scope& scope) {
  const std::string_view name = tree_.text(node);
  // A global name is computed for all its readers, not for the path that leads here.
  const Condition before = evaluation_.assumption;
  evaluation_.assumption = Condition::always();
  const std::optional<Value> found = scope.find(name);
  evaluation_.assumption = before;
  if (found) return {absent_as_null(*found, evaluation_)};
  if (evaluation_.is_pack && name == "infinity") return {infinity()};
  std::string message = "there is no `" + std::string(name) + "` here";
  if (const std::string_view near = nearest(name, scope.names()); !near.empty()) {
    message += "; did you mean `" + std::string(near) + "`?";
  }
  return {dangling_value(arena(), span(node), message)};
}

Walk::Read Walk::read(NodeId node, const Scope& scope) {
  switch (tree_.node(node).kind) {
    case NodeKind::variable: return read_name(node, scope);
    case NodeKind::splat_element: return {scope.find(kSplatElement).value_or(Value())};
    case NodeKind::attribute_of: {
      const Value object = read(tree_.child(node, 0), scope).value;
      const std::string_view name = tree_.text(node);
      Read result{read_attribute(object, name, span(node), evaluation_)};
      if (object.is_entity()) {
        result.entity = &object.as_entity();
        result.attribute = name;
      }
      return result;
    }
    case NodeKind::index: {
      const Value object = read(tree_.child(node, 0), scope).value;
      const Value key = visit(tree_.child(node, 1), scope);
      return {read_index(object, key, span(node), evaluation_)};
    }
    default: return {visit(node, scope)};
  }
}

Value Walk::reference(NodeId node, const Scope& scope) {
  const Read result = read(node, scope);
  if (evaluation_.is_pack || tree_.file == kNoFile || result.value.is_error()) return result.value;
  const Origin origin{
      .span = span(node), .via = result.value.origin(), .entity = result.entity, .attribute = result.attribute};
  return result.value.with_origin(arena().add_origin(origin));
}

Value Walk::unary(NodeId node, const Scope& scope) {
  const NodeId child = tree_.child(node, 0);
  const Value operand = visit(child, scope);
  return made_here(apply_unary(tree_.node(node).op, operand, span(child), evaluation_), node);
}

Value Walk::binary(NodeId node, const Scope& scope) {
  const hcl::Operator op = tree_.node(node).op;
  if (op == hcl::Operator::conjunction || op == hcl::Operator::disjunction) return logic(node, scope);
  const NodeId left = tree_.child(node, 0);
  const NodeId right = tree_.child(node, 1);
  const Operands operands{.left = visit(left, scope),
                          .right = visit(right, scope),
                          .at = span(node),
                          .left_at = span(left),
                          .right_at = span(right)};
  return made_here(apply_operator(op, operands, evaluation_), node);
}

Value Walk::logic(NodeId node, const Scope& scope) {
  const hcl::Operator op = tree_.node(node).op;
  const bool is_and = op == hcl::Operator::conjunction;
  const NodeId left_node = tree_.child(node, 0);
  const NodeId right_node = tree_.child(node, 1);
  const Value left = visit(left_node, scope);
  if (left.is_boolean() && left.as_boolean() != is_and) return made_here(left.with_origin(kNoOrigin), node);
  // The right side matters only where the left side has not decided.
  const auto formula = as_formula(left, arena());
  const Value right = formula ? visit_under(right_node, scope, is_and ? *formula : negate(arena(), *formula))
                              : visit(right_node, scope);
  const Operands operands{
      .left = left, .right = right, .at = span(node), .left_at = span(left_node), .right_at = span(right_node)};
  return made_here(apply_logic(op, operands, evaluation_), node);
}

Value Walk::visit_under(NodeId node, const Scope& scope, Condition assumption) {
  const Condition before = evaluation_.assumption;
  evaluation_.assumption = conjoin(arena(), before, assumption);
  const Value value = visit(node, scope);
  evaluation_.assumption = before;
  return value;
}

}  // namespace holdfast

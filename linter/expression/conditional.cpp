#include "expression/convert.h"
#include "expression/unknowns.h"
#include "expression/walk.h"
#include "expression/worlds.h"

#include <string>

namespace holdfast {

namespace {

bool is_simple(ValueKind kind) {
  return kind == ValueKind::boolean || kind == ValueKind::number || kind == ValueKind::text;
}

/// Both branches get the type that they have in common. False: there is none.
bool unify_branches(Value& then, Value& otherwise, Span at, Evaluation& evaluation) {
  // Packs say what they mean: a number there stays one though the other branch is text.
  if (evaluation.is_pack || then.is_null() || otherwise.is_null() || then.is_error() || otherwise.is_error())
    return true;
  if (then.kind() == otherwise.kind() && is_simple(then.kind())) return true;
  if (then.is_entity() || otherwise.is_entity()) return true;
  Value branches[] = {then, otherwise};
  const Type* common = nullptr;
  if (!unify_values(branches, at, evaluation, common)) return false;
  then = branches[0];
  otherwise = branches[1];
  return true;
}

}  // namespace

Value Walk::conditional(hcl::NodeId node, const Scope& scope) {
  const auto children = tree_.children_of(node);
  const Value condition = as_truth(visit(children[0], scope), evaluation_);
  if (condition.is_error()) return condition;
  if (condition.is_null()) return error(children[0], "a condition must not be null");
  if (!condition.is_choice()) {
    const Value truth = convert(condition, *boolean_type(), span(children[0]), evaluation_);
    if (truth.is_error()) return truth;
    if (truth.is_boolean() && evaluation_.is_pack) return visit(children[truth.as_boolean() ? 1 : 2], scope);
    if (truth.is_boolean()) {
      Value then = visit(children[1], scope);
      Value otherwise = visit(children[2], scope);
      const bool unified = unify_branches(then, otherwise, span(node), evaluation_);
      if (!unified) return error(node, "the two results of the condition have no type in common");
      const Value result = truth.as_boolean() ? then : otherwise;
      return condition.is_sensitive() ? result.as_sensitive() : result;
    }
  }
  const Condition formula = as_condition(condition, evaluation_);
  const Truth decided = implied(evaluation_.assumption, formula, arena());
  if (decided != Truth::unknown) return visit(children[decided == Truth::yes ? 1 : 2], scope);
  Value then = visit_under(children[1], scope, formula);
  Value otherwise = visit_under(children[2], scope, negate(arena(), formula));
  unify_branches(then, otherwise, span(node), evaluation_);
  const Value result = join_worlds(arena(), formula, then, otherwise);
  const Value placed = result.origin() == kNoOrigin ? made_here(result, node) : result;
  return condition.is_sensitive() ? placed.as_sensitive() : placed;
}

}  // namespace holdfast

#include "expression/collection.h"
#include "expression/convert.h"
#include "expression/iteration.h"
#include "expression/known_text.h"
#include "expression/unknowns.h"
#include "expression/walk.h"
#include "expression/worlds.h"

#include <string>
#include <vector>

namespace holdfast {

namespace {

Value join_parts(std::span<const Value> parts, Evaluation& evaluation) {
  return over_worlds(parts, Reach::outer, evaluation,
                     [&](std::span<const Value> plain) { return concatenate(plain, evaluation); });
}

}  // namespace

Value Walk::template_part(const Value& value, Span at) {
  switch (value.kind()) {
    case ValueKind::boolean:
    case ValueKind::number:
    case ValueKind::text: return value;
    case ValueKind::null:
    case ValueKind::absent: return error_value(arena(), at, "null cannot be written into text");
    case ValueKind::unknown: return value.is_error() ? value : convert(value, *text_type(), at, evaluation_);
    case ValueKind::choice:
      return for_each_world(value, evaluation_, [&](const Value& leaf) { return template_part(leaf, at); });
    default: {
      const std::string message = std::string(kind_name(value)) + " cannot be written into text";
      return error_value(arena(), at, message);
    }
  }
}

Value Walk::template_text(hcl::NodeId node, const Scope& scope) {
  std::vector<Value> parts;
  parts.reserve(tree_.node(node).child_count);
  for (const hcl::NodeId child : tree_.children_of(node)) {
    parts.push_back(template_part(visit(child, scope), span(child)));
    if (parts.back().is_error()) return parts.back();
  }
  return made_here(join_parts(parts, evaluation_), node);
}

Value Walk::template_if(hcl::NodeId node, const Scope& scope) {
  const auto children = tree_.children_of(node);
  const Filter taken = filter(children[0], scope);
  if (taken.error.is_error()) return taken.error;
  const Truth decided = implied(evaluation_.assumption, taken.condition, arena());
  const auto otherwise = [&] {
    return children.size() > 2 ? visit_under(children[2], scope, negate(arena(), taken.condition))
                               : Value::borrowed_text(arena(), "");
  };
  if (decided == Truth::yes) return visit(children[1], scope);
  if (decided == Truth::no) return otherwise();
  const Value then = visit_under(children[1], scope, taken.condition);
  return join_worlds(arena(), taken.condition, then, otherwise());
}

Value Walk::template_for(hcl::NodeId node, const Scope& scope) {
  const auto children = tree_.children_of(node);
  const Value collection = visit(children[0], scope);
  return over_collection(collection, evaluation_, span(children[0]), [&](const Iteration& iteration) {
    if (iteration.unavailable) {
      const Value& reason = *iteration.unavailable;
      return reason.is_error() ? reason : unknown_result(evaluation_, {reason}, text_type());
    }
    std::vector<Value> parts;
    for (const Item& item : iteration.items) {
      const Scope keyed = tree_.extra(node).empty() ? scope : Scope(scope, tree_.extra(node), item.key);
      const Value part = for_each_world(item.value, evaluation_, [&](const Value& leaf) {
        if (leaf.is_absent()) return Value::borrowed_text(arena(), "");
        const Scope inner(keyed, tree_.text(node), leaf);
        return visit(children[1], inner);
      });
      if (part.is_error()) return part;
      parts.push_back(part);
    }
    return join_parts(parts, evaluation_);
  });
}

}  // namespace holdfast

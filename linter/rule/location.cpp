#include "rule/location.h"

#include "expression/evaluate.h"

namespace holdfast {

namespace {

constexpr int kFlowLengthMax = 32;

/// A leaf of a choice that somebody wrote, when worlds differ.
const Value& written_leaf(const Value& value, const Arena& arena) {
  if (!value.is_choice()) return value;
  const Value& then = written_leaf(value.as_choice().then, arena);
  return place_of(then, arena).exists() ? then : written_leaf(value.as_choice().otherwise, arena);
}

std::vector<Evidence> flow_of(const Value& value, const Arena& arena) {
  std::vector<Evidence> flow;
  OriginId id = arena.origin(value.origin()).via;
  while (id != kNoOrigin && flow.size() < kFlowLengthMax) {
    const Origin& origin = arena.origin(id);
    if (origin.span.exists() && (flow.empty() || flow.back().at != origin.span))
      flow.push_back({origin.span, "passed on here"});
    id = origin.via;
  }
  if (!flow.empty()) flow.back().text = "comes from here";
  if (!flow.empty() && value.is_wholly_known() && !value.is_entity() && !value.is_null()) {
    flow.back().text = describe(value, const_cast<Arena&>(arena), 60) + " is written here";
  }
  return flow;
}

}  // namespace

Span place_of(const Value& value, const Arena& arena) {
  if (value.is_entity()) return value.as_entity().header();
  return arena.origin(value.origin()).span;
}

Location locate(hcl::Expression expression, Model& model, Object* self, Evaluation& evaluation) {
  const Arena& arena = evaluation.arena;
  while (expression) {
    const Value value = written_leaf(
        under(model.evaluate_for(self, expression, evaluation), evaluation.assumption, evaluation.arena), arena);
    if (const Span at = place_of(value, arena); at.exists()) return {at, flow_of(value, arena)};
    const hcl::Node& node = expression.tree->node(expression.node);
    const bool has_source =
        node.kind == hcl::NodeKind::attribute_of || node.kind == hcl::NodeKind::index ||
        (node.kind == hcl::NodeKind::call && !expression.tree->children_of(expression.node).empty());
    if (!has_source) break;
    expression.node = expression.tree->child(expression.node, 0);
  }
  return {self ? self->header() : Span(), {}};
}

}  // namespace holdfast

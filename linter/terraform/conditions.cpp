#include "terraform/conditions.h"

#include "expression/worlds.h"

#include <algorithm>

namespace holdfast::terraform {

namespace {

/// The author's own first line, where it is known and no secret.
std::string_view message_of(Session& session, const Block& block, const Scope& scope) {
  const Argument* written = block.body.find("error_message");
  const Value message = written ? evaluate(written->value, scope, session.evaluation) : Value();
  const bool is_told = message.is_text() && !message.is_sensitive();
  return is_told ? message.as_text().substr(0, message.as_text().find('\n')) : "a condition does not hold";
}

}  // namespace

void check_demands(Session& session, const Body& body, const Scope& scope, const Demand& demand) {
  Arena& arena = session.deployment.arena;
  for (const Block& block : body.blocks) {
    const Argument* condition = block.type == demand.block ? block.body.find("condition") : nullptr;
    if (!condition) continue;
    const Value value = evaluate(condition->value, scope, session.evaluation);
    if (value.is_boolean() && !value.as_boolean() && demand.exists.is_always()) {
      if (!demand.is_told) continue;
      const Span at = demand.at.exists() ? demand.at : condition->value.span();
      std::vector<Label> labels;
      if (demand.at.exists()) labels.push_back({condition->value.span(), "the condition that does not hold"});
      session.report(demand.kind, at, {demand.subject, message_of(session, block, scope)}, std::move(labels));
    } else if ((value.is_choice() || value.is_unknown()) && !demand.is_advisory) {
      const std::optional<Condition> formula = as_formula(value, arena);
      if (formula) {
        session.deployment.constraints.push_back(disjoin(arena, negate(arena, demand.exists), *formula));
      }
    }
  }
}

bool is_self_contained(const ModuleSource& root, const GivenValues& given) {
  const bool needs_more = std::ranges::any_of(root.variables, [&](const auto& entry) {
    return !entry.second.body.find("default") && !given.contains(entry.first);
  });
  const bool has_backend = std::ranges::any_of(root.statements, [](const Block& block) {
    return block.type == "terraform" && (block.body.find_block("backend") || block.body.find_block("cloud"));
  });
  return !needs_more && (has_backend || !root.providers.empty() || !given.empty());
}

namespace {

bool mentions_only(const hcl::Tree& tree, hcl::NodeId node, std::string_view variable) {
  const hcl::NodeKind kind = tree.node(node).kind;
  if (kind == hcl::NodeKind::attribute_of && tree.node(tree.child(node, 0)).kind == hcl::NodeKind::variable &&
      tree.text(tree.child(node, 0)) == "var") {
    return tree.text(node) == variable;
  }
  const auto children = tree.children_of(node);
  return std::ranges::all_of(children, [&](hcl::NodeId child) { return mentions_only(tree, child, variable); });
}

}  // namespace

bool is_about_itself(const Declaration& variable) {
  return std::ranges::all_of(variable.body.blocks, [&](const Block& block) {
    const Argument* condition = block.body.find("condition");
    return !condition || mentions_only(*condition->value.tree, condition->value.node, variable.name);
  });
}

}  // namespace holdfast::terraform

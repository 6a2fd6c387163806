#include "terraform/plan_provider.h"

#include "expression/collection.h"
#include "terraform/opaque_entity.h"
#include "terraform/plan_value.h"

#include <fmt/format.h>

namespace holdfast::terraform {

PlannedProvider::PlannedProvider(PlanSession& session, std::string key)
    : session_(session),
      key_(std::move(key)),
      configuration_(session.plan->find(session.plan->provider_configurations, key_)),
      place_(session.configuration.place_in(session.plan->text(configuration_, "module_address"))) {}

std::optional<Value> PlannedProvider::attribute(std::string_view name) {
  const auto known = attributes_.find(name);
  if (known != attributes_.end()) return known->second;
  Arena& arena = session_.deployment.arena;
  const auto written = session_.plan->find(session_.plan->find(configuration_, "expressions"), name);
  Value value;
  if (!session_.plan->provider_configurations) {
    value = opaque_attribute(arena, this, name, fmt::format("the plan does not hold provider `{}`", key_));
  } else if (name == "alias" && session_.plan->find(configuration_, name)) {
    value = Value::text(arena, session_.plan->text(configuration_, name));
  } else if (written) {
    value = read(*written, std::string(name));
  }
  return attributes_.emplace(name, value).first->second;
}

Value PlannedProvider::read(DocumentNodeId node, const std::string& path) {
  const Plan& plan = *session_.plan;
  Arena& arena = session_.deployment.arena;
  const DocumentNode& n = plan.document.node(node);
  const auto at = [&](const Value& value) {
    return value.with_origin(arena.add_origin({.span = plan.document.span(node)}));
  };
  if (n.kind == DocumentKind::sequence) {
    std::vector<Value> blocks;
    for (const DocumentNodeId block : plan.document.children_of(node)) {
      blocks.push_back(read(block, fmt::format("{}[{}]", path, blocks.size())));
    }
    return at(list_of(arena, blocks));
  }
  if (const auto constant = session_.configuration.constant_of(node, place_)) {
    return at(plain_value({&plan.document, constant, {}, {}}, path, arena));
  }
  if (n.child_count == 0 || plan.find(node, "references")) {
    const std::string reason = fmt::format("the plan does not say what `{}` of provider `{}` is", path, key_);
    return at(opaque_attribute(arena, this, path, reason));
  }
  const auto children = plan.document.children_of(node);
  std::vector<Value::Entry> entries;
  for (std::size_t i = 0; i + 1 < children.size(); i += 2) {
    const std::string_view name = plan.document.text(children[i]);
    entries.push_back({name, read(children[i + 1], fmt::format("{}.{}", path, name))});
  }
  return at(mapping_of(arena, ValueKind::object, std::move(entries)));
}

std::vector<std::string_view> PlannedProvider::attribute_names() const {
  return PlannedNode{&session_.plan->document, session_.plan->find(configuration_, "expressions"), {}, {}}.names();
}

Span PlannedProvider::header() const { return configuration_ ? session_.plan->document.span(*configuration_) : Span{}; }

}  // namespace holdfast::terraform

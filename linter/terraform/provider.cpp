#include "terraform/provider.h"

#include "terraform/opaque_entity.h"
#include "terraform/references.h"
#include "terraform/terraform_diagnostics.h"

#include <fmt/format.h>

#include <algorithm>

namespace holdfast::terraform {

namespace {

const Body kNothingWritten;

/// Calls `visit` with key and value of each member of an object expression.
template <class Visit>
void each_member(hcl::Expression object, Visit&& visit) {
  const hcl::Tree& tree = *object.tree;
  if (tree.node(object.node).kind != hcl::NodeKind::object) return;
  const auto members = tree.children_of(object.node);
  for (std::size_t i = 0; i + 1 < members.size(); i += 2) {
    visit(hcl::Expression{&tree, members[i]}, hcl::Expression{&tree, members[i + 1]});
  }
}

/// Does the module say that its caller passes this configuration?
bool is_expected(const ModuleSource& module, const std::string& key) {
  bool is_named = false;
  for (const Block& block : module.statements) {
    const Block* required = block.type == "terraform" ? block.body.find_block("required_providers") : nullptr;
    if (!required) continue;
    for (const Argument& provider : required->body.arguments) {
      each_member(provider.value, [&](hcl::Expression name, hcl::Expression value) {
        if (static_reference(name) != "configuration_aliases") return;
        for (const hcl::Expression alias : static_references(value)) is_named |= static_reference(alias) == key;
      });
    }
  }
  return is_named;
}

}  // namespace

ProviderConfiguration::ProviderConfiguration(Session& session, std::string key, const Declaration* declaration,
                                             const Scope& scope, Condition exists)
    : session_(session),
      key_(std::move(key)),
      declaration_(declaration),
      scope_(scope),
      arguments_(declaration ? declaration->body : kNothingWritten, scope_, exists, {}) {}

std::optional<Value> ProviderConfiguration::attribute(std::string_view name) {
  const std::string own = provider_name(key_);
  if (declaration_ || own == key_) return arguments_.get(session_, name);
  Arena& arena = session_.deployment.arena;
  if (name == "alias") return Value::text(arena, std::string_view(key_).substr(own.size() + 1));
  return opaque_attribute(arena, this, name, fmt::format("the provider configuration `{}` is not declared here", key_));
}

std::string provider_name(const std::string& key) { return key.substr(0, key.find('.')); }

std::string provider_key(hcl::Expression reference) {
  const std::string written = static_reference(reference);
  return written.substr(0, written.find('['));
}

std::optional<PassedProvider> passed_provider(const Declaration& call, const std::string& key) {
  std::optional<PassedProvider> passed;
  if (const Argument* providers = call.body.find("providers")) {
    each_member(providers->value, [&](hcl::Expression name, hcl::Expression value) {
      if (static_reference(name) == key) passed = {provider_key(value), value.span()};
    });
  }
  return passed;
}

void check_alias(Session& session, const ModuleSource& module, const std::string& key, Span mentioned_at) {
  if (is_expected(module, key)) return;
  std::vector<std::string_view> known;
  for (const auto& entry : module.providers) known.push_back(entry.first);
  session.report(kUndeclaredProvider, mentioned_at, {key, suggestion(key, known)});
}

}  // namespace holdfast::terraform

#pragma once

#include "terraform/arguments.h"
#include "terraform/session.h"

#include <optional>
#include <string>

namespace holdfast::terraform {

/// A provider configuration that resources are deployed with: its evaluated arguments. The default one may go without a
/// declaration and has none then; of an aliased one that only a caller could pass, everything is unknown.
class ProviderConfiguration final : public Entity {
 public:
  ProviderConfiguration(Session& session, std::string key, const Declaration* declaration, const Scope& scope,
                        Condition exists);

  std::optional<Value> attribute(std::string_view name) override;
  std::vector<std::string_view> attribute_names() const override { return arguments_.names(); }
  std::string label() const override { return key_; }
  Span header() const override { return declaration_ ? declaration_->header : Span{}; }
  bool is_lenient() const override { return true; }

 private:
  Session& session_;
  std::string key_;  // `name` or `name.alias`
  const Declaration* declaration_;
  Scope scope_;
  Arguments arguments_;
};

/// The name before the dot of `name.alias`.
std::string provider_name(const std::string& key);
/// The name of a reference to a provider configuration, without the key of a repeated one.
std::string provider_key(hcl::Expression reference);

/// What a module call passes for a provider configuration of the called module.
struct PassedProvider {
  std::string key;  // in the caller
  Span at;
};
std::optional<PassedProvider> passed_provider(const Declaration& call, const std::string& key);

/// Reports an aliased configuration that the module neither declares nor expects from its caller.
void check_alias(Session& session, const ModuleSource& module, const std::string& key, Span mentioned_at);

}  // namespace holdfast::terraform

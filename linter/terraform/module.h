#pragma once

#include "terraform/expansion.h"
#include "terraform/inputs.h"
#include "terraform/provider.h"
#include "terraform/session.h"

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace holdfast::terraform {

class Module;
class ResourceInstance;

/// The call that a module instance stands for.
struct ModuleCall {
  ModuleCall(Session& session, Module& calling, const Declaration& call, Repetition repetition, const InstanceKey& one);

  Module& caller;
  const Declaration& declaration;
  InstanceKey key;
  InstanceScope scope;  // of the call's arguments
};

enum class ResourceMode : uint8_t { managed, data, ephemeral };
/// "", "data." or "ephemeral."
std::string_view prefix_of(ResourceMode mode);

/// One instance of a module. As an entity it is what its expressions can mention: `var`, `local`, `module`, `data`,
/// `path`, `terraform` and the types of its resources.
class Module final : public Entity {
 public:
  /// Without a call: the root.
  Module(Session& session, const ModuleSource& source, std::unique_ptr<ModuleCall> call);

  /// Makes the instances of all resources, here and below.
  void expand();
  /// The provider configuration that `name` or `name.alias` means in this module.
  ProviderConfiguration& provider(const std::string& key, Span mentioned_at);
  /// Its outputs, as the caller sees them.
  Entity& outputs() { return outputs_; }

  const ModuleSource& source() const { return source_; }
  const ModuleCall* call() const { return call_.get(); }
  const std::string& address() const { return address_; }  // "" for the root
  const std::string& path() const { return path_; }        // names of the calls, without keys
  const std::vector<Span>& call_chain() const { return call_chain_; }
  Condition exists() const { return exists_; }
  bool is_symbolic() const { return is_symbolic_; }
  Condition is_made() const { return is_made_; }

  std::optional<Value> attribute(std::string_view name) override;
  std::vector<std::string_view> attribute_names() const override;
  std::string label() const override { return address_.empty() ? "the root module" : address_; }

 private:
  /// Everything that one name stands for: the instances of a resource or of a module call.
  struct Group {
    const Declaration* declaration;
    Cell value;
  };
  using Groups = std::map<std::string_view, Group>;

  Expansion expansion(const Declaration& declaration, std::string_view name);
  void add_groups(ResourceMode mode, const std::map<std::string_view, Declarations>& declared);
  std::optional<Value> variable(std::string_view name);
  std::optional<Value> local(std::string_view name);
  std::optional<Value> output(std::string_view name);
  std::optional<Value> called(std::string_view name);
  std::optional<Value> path_fact(std::string_view name);
  std::optional<Value> terraform_fact(std::string_view name);
  std::optional<Value> of_type(ResourceMode mode, std::string_view type);
  Value fact(std::string_view text);
  /// What a name means that no file declares: nothing, or whatever a file says that could not be read.
  std::optional<Value> unread();

  /// Reports what the module demands of its variables, outputs and resources and does not get.
  void check_conditions();
  void check_variable(const Declaration& variable);

  Value resources(ResourceMode mode, Group& group);
  Value calls(Group& group);
  Entity& instance_of_call(const Declaration& declaration, const ModuleSource* child, Repetition repetition,
                           const InstanceKey& key);

  Session& session_;
  const ModuleSource& source_;
  std::unique_ptr<ModuleCall> call_;
  std::string address_;
  std::string path_;
  std::vector<Span> call_chain_;
  Condition exists_ = Condition::always();
  bool is_symbolic_ = false;
  Condition is_made_ = Condition::always();
  GivenValues given_;  // root only

  std::map<std::string_view, Cell> variable_cells_;
  std::map<std::string_view, Cell> local_cells_;
  std::map<std::string_view, Cell> output_cells_;
  std::map<std::pair<ResourceMode, std::string_view>, Groups> resource_groups_;  // by mode and type
  Groups call_groups_;
  std::vector<std::unique_ptr<Module>> children_;
  std::vector<ResourceInstance*> instances_;
  std::vector<std::unique_ptr<Resource>> unplanned_;  // declared, but no part of the plan that is looked at
  std::map<std::string, std::unique_ptr<ProviderConfiguration>> providers_;

  Namespace variables_;
  Namespace locals_;
  Namespace modules_;
  Namespace managed_;
  Namespace data_;
  Namespace ephemeral_;
  Namespace path_facts_;
  Namespace terraform_facts_;
  Namespace outputs_;
  std::map<std::pair<ResourceMode, std::string_view>, std::unique_ptr<Entity>> types_;
  std::vector<std::unique_ptr<Entity>> opaque_outputs_;
};

}  // namespace holdfast::terraform

#include "terraform/module.h"

#include "terraform/child_module.h"
#include "terraform/conditions.h"
#include "terraform/module_files.h"
#include "terraform/planned_root.h"
#include "terraform/references.h"
#include "terraform/resource_instance.h"
#include "terraform/terraform_diagnostics.h"
#include "terraform/variable.h"

#include <fmt/format.h>

#include <algorithm>

namespace holdfast::terraform {

namespace {

template <class Map>
Namespace::Names names_of(const Map& map) {
  return [&map] {
    std::vector<std::string_view> names;
    for (const auto& entry : map) names.push_back(entry.first);
    return names;
  };
}

Namespace::Names fixed_names(std::vector<std::string_view> names) {
  return [names = std::move(names)] { return names; };
}

}  // namespace

ModuleCall::ModuleCall(Session& session, Module& calling, const Declaration& call, Repetition repetition,
                       const InstanceKey& one)
    : caller(calling), declaration(call), key(one), scope(session, calling, repetition, one) {}

Module::Module(Session& session, const ModuleSource& source, std::unique_ptr<ModuleCall> call)
    : session_(session),
      source_(source),
      call_(std::move(call)),
      variables_(
          "var", [this](auto name) { return variable(name); }, names_of(source.variables)),
      locals_(
          "local", [this](auto name) { return local(name); }, names_of(source.locals)),
      modules_(
          "module", [this](auto name) { return called(name); }, names_of(source.calls)),
      managed_(
          "resource", [this](auto type) { return of_type(ResourceMode::managed, type); }, names_of(source.resources)),
      data_(
          "data", [this](auto type) { return of_type(ResourceMode::data, type); }, names_of(source.data)),
      ephemeral_(
          "ephemeral", [this](auto type) { return of_type(ResourceMode::ephemeral, type); },
          names_of(source.ephemeral)),
      path_facts_(
          "path", [this](auto name) { return path_fact(name); }, fixed_names({"cwd", "module", "root"})),
      terraform_facts_(
          "terraform", [this](auto name) { return terraform_fact(name); }, fixed_names({"workspace"})),
      outputs_(
          call_ ? "module." + std::string(call_->declaration.name) : "outputs",
          [this](auto name) { return output(name); }, names_of(source.outputs)) {
  if (call_) {
    const Module& caller = call_->caller;
    const std::string_view name = call_->declaration.name;
    address_ =
        fmt::format("{}{}module.{}{}", caller.address_, caller.address_.empty() ? "" : ".", name, call_->key.suffix);
    path_ = caller.path_.empty() ? std::string(name) : fmt::format("{}.{}", caller.path_, name);
    call_chain_ = caller.call_chain_;
    call_chain_.push_back(call_->declaration.header);
    exists_ = conjoin(session.deployment.arena, caller.exists_, call_->key.exists);
    is_symbolic_ = caller.is_symbolic_ || call_->key.is_symbolic;
    is_made_ = conjoin(session.deployment.arena, caller.is_made_, call_->key.is_made);
  } else {
    given_ = given_values(session, source);
    session.is_self_contained = is_self_contained(source, given_);
  }
  add_groups(ResourceMode::managed, source.resources);
  add_groups(ResourceMode::data, source.data);
  add_groups(ResourceMode::ephemeral, source.ephemeral);
  for (const auto& [name, declaration] : source.calls) call_groups_[name].declaration = &declaration;
}

void Module::add_groups(ResourceMode mode, const std::map<std::string_view, Declarations>& declared) {
  for (const auto& [type, declarations] : declared) {
    Groups& groups = resource_groups_[{mode, type}];
    for (const auto& [name, declaration] : declarations) groups[name].declaration = &declaration;
  }
}

void Module::expand() {
  for (auto& [kind, groups] : resource_groups_) {
    for (auto& entry : groups) resources(kind.first, entry.second);
  }
  for (auto& entry : call_groups_) calls(entry.second);
  for (const auto& child : children_) child->expand();
  check_conditions();
}

void Module::check_conditions() {
  if (is_symbolic_) return;
  for (const auto& [name, declaration] : source_.variables) check_variable(declaration);
  for (ResourceInstance* instance : instances_) instance->check_conditions();
  const Scope scope(*this);
  const bool is_told = session_.is_self_contained;
  for (const auto& [name, output] : source_.outputs) {
    const std::string subject = fmt::format("output.{}", name);
    check_demands(
        session_, output.body, scope,
        {.block = "precondition", .kind = kPrecondition, .subject = subject, .exists = exists_, .is_told = is_told});
  }
  for (const Block& check : source_.statements) {
    if (check.type != "check") continue;
    check_demands(session_, check.body, scope,
                  {.block = "assert",
                   .kind = kAssertion,
                   .subject = check.labels[0],
                   .exists = exists_,
                   .is_told = is_told,
                   .is_advisory = true});
  }
}

/// A default of the root that is refused only asks to be replaced.
void Module::check_variable(const Declaration& variable) {
  if (!variable.body.find_block("validation") || (!call_ && !given_.contains(variable.name))) return;
  const std::optional<Value> value = this->variable(variable.name);
  const Argument* argument = call_ ? call_->declaration.body.find(variable.name) : nullptr;
  const Span written = value ? session_.span_of(*value, variable.header) : variable.header;
  const bool is_fixed = is_about_itself(variable) && (!argument || is_constant(argument->value));
  check_demands(session_, variable.body, Scope(*this),
                {.block = "validation",
                 .kind = kInvalidValue,
                 .subject = variable.name,
                 .exists = exists_,
                 .at = argument ? argument->value.span() : written,
                 .is_told = is_fixed || session_.is_self_contained});
}

std::optional<Value> Module::attribute(std::string_view name) {
  if (name == "var") return Value::entity(variables_);
  if (name == "local") return Value::entity(locals_);
  if (name == "module") return Value::entity(modules_);
  if (name == "resource") return Value::entity(managed_);
  if (name == "data") return Value::entity(data_);
  if (name == "ephemeral") return Value::entity(ephemeral_);
  if (name == "path") return Value::entity(path_facts_);
  if (name == "terraform" || name == "tofu") return Value::entity(terraform_facts_);
  return of_type(ResourceMode::managed, name);
}

std::vector<std::string_view> Module::attribute_names() const {
  std::vector<std::string_view> names = {"data", "local", "module", "path", "resource", "terraform", "var"};
  for (const auto& entry : source_.resources) names.push_back(entry.first);
  std::ranges::sort(names);
  return names;
}

std::optional<Value> Module::unread() {
  if (source_.incomplete_because.empty()) return std::nullopt;
  return unknown_value(session_.deployment.arena, source_.incomplete_because);
}

std::optional<Value> Module::variable(std::string_view name) {
  const auto found = source_.variables.find(name);
  if (found == source_.variables.end()) return unread();
  const Declaration& declaration = found->second;
  return variable_cells_[declaration.name].get(session_, exists_, declaration.header, [&] {
    if (!call_) {
      const auto given = given_.find(name);
      const Value value = root_variable(session_, declaration, given == given_.end() ? nullptr : &given->second);
      return session_.plan ? planned_variable(session_, declaration, value, session_.plan->variable(name)) : value;
    }
    std::optional<Value> passed;
    if (const Argument* argument = call_->declaration.body.find(name)) {
      passed = evaluate(argument->value, call_->scope.scope(), session_.evaluation);
    }
    return passed_variable(session_, declaration, passed, call_->declaration);
  });
}

std::optional<Value> Module::local(std::string_view name) {
  const auto found = source_.locals.find(name);
  if (found == source_.locals.end()) return unread();
  const Argument& local = found->second;
  return local_cells_[local.name].get(session_, exists_, local.name_span,
                                      [&] { return evaluate(local.value, Scope(*this), session_.evaluation); });
}

std::optional<Value> Module::output(std::string_view name) {
  const auto found = source_.outputs.find(name);
  if (found == source_.outputs.end()) return unread();
  const Declaration& output = found->second;
  return output_cells_[output.name].get(session_, exists_, output.header, [&]() -> Value {
    const Argument* value = output.body.find("value");
    return value ? evaluate(value->value, Scope(*this), session_.evaluation) : Value();
  });
}

std::optional<Value> Module::path_fact(std::string_view name) {
  if (name == "root") return fact(".");
  if (name == "module") return fact(relative_path(source_.directory, session_.deployment.path));
  if (name != "cwd") return std::nullopt;
  return unknown_value(session_.deployment.arena, "the working directory differs from machine to machine", {},
                       text_type());
}

std::optional<Value> Module::terraform_fact(std::string_view name) {
  if (name != "workspace") return std::nullopt;
  // A plan does not say in which one it was made; if it matters, the plan says what came of it.
  const bool is_open = session_.plan && session_.inputs.workspace == Inputs().workspace;
  if (!is_open) return fact(session_.inputs.workspace);
  return unknown_value(session_.deployment.arena, "the plan does not say which workspace it is for", {}, text_type());
}

Value Module::fact(std::string_view text) { return Value::text(session_.deployment.arena, text); }

std::optional<Value> Module::of_type(ResourceMode mode, std::string_view type) {
  const auto groups = resource_groups_.find({mode, type});
  if (groups == resource_groups_.end()) return unread();
  std::unique_ptr<Entity>& names = types_[groups->first];
  if (!names) {
    const auto find = [this, mode, groups](std::string_view name) -> std::optional<Value> {
      const auto group = groups->second.find(name);
      if (group == groups->second.end()) return unread();
      return resources(mode, group->second);
    };
    names = std::make_unique<Namespace>(std::string(type), find, names_of(groups->second));
  }
  return Value::entity(*names);
}

Expansion Module::expansion(const Declaration& declaration, std::string_view name) {
  Expansion expansion = expansion_of(session_, declaration, Scope(*this));
  if (session_.plan) {
    session_.plan->settle(expansion, fmt::format("{}{}{}", address_, address_.empty() ? "" : ".", name), session_);
  }
  return expansion;
}

Value Module::resources(ResourceMode mode, Group& group) {
  const Declaration& declaration = *group.declaration;
  return group.value.get(session_, exists_, declaration.header, [&] {
    const Expansion expansion =
        this->expansion(declaration, fmt::format("{}{}.{}", prefix_of(mode), declaration.type, declaration.name));
    std::vector<Value> values;
    for (const InstanceKey& key : expansion.instances) {
      auto resource = std::make_unique<ResourceInstance>(session_, *this, mode, declaration, expansion.repetition, key);
      values.push_back(Value::entity(*resource));
      instances_.push_back(resource.get());
      const bool is_deployed = !session_.plan || resource->is_data || session_.plan->find(resource->address);
      (is_deployed ? session_.deployment.resources : unplanned_).push_back(std::move(resource));
    }
    return joined(session_, expansion, values, &group);
  });
}

std::optional<Value> Module::called(std::string_view name) {
  const auto group = call_groups_.find(name);
  if (group == call_groups_.end()) return unread();
  return calls(group->second);
}

Value Module::calls(Group& group) {
  const Declaration& declaration = *group.declaration;
  return group.value.get(session_, exists_, declaration.header, [&] {
    const Scope scope(*this);
    const ModuleSource* child = find_child(session_, *this, declaration, scope);
    const Expansion expansion = this->expansion(declaration, fmt::format("module.{}", declaration.name));
    std::vector<Value> values;
    for (const InstanceKey& key : expansion.instances) {
      values.push_back(Value::entity(instance_of_call(declaration, child, expansion.repetition, key)));
    }
    return joined(session_, expansion, values, &group);
  });
}

Entity& Module::instance_of_call(const Declaration& declaration, const ModuleSource* child, Repetition repetition,
                                 const InstanceKey& key) {
  if (!child) {
    opaque_outputs_.push_back(opaque_outputs(session_, declaration));
    return *opaque_outputs_.back();
  }
  auto call = std::make_unique<ModuleCall>(session_, *this, declaration, repetition, key);
  children_.push_back(std::make_unique<Module>(session_, *child, std::move(call)));
  return children_.back()->outputs();
}

ProviderConfiguration& Module::provider(const std::string& key, Span mentioned_at) {
  const ModuleCall* call = call_.get();
  if (const auto passed = call ? passed_provider(call->declaration, key) : std::nullopt) {
    return call->caller.provider(passed->key, passed->at);
  }
  const auto declared = source_.providers.find(key);
  const bool is_default = provider_name(key) == key;
  if (declared == source_.providers.end() && is_default && call) return call->caller.provider(key, mentioned_at);
  std::unique_ptr<ProviderConfiguration>& configuration = providers_[key];
  if (!configuration) {
    const Declaration* declaration = declared == source_.providers.end() ? nullptr : &declared->second;
    if (!declaration && !is_default) check_alias(session_, source_, key, mentioned_at);
    configuration = std::make_unique<ProviderConfiguration>(session_, key, declaration, Scope(*this), exists_);
  }
  return *configuration;
}

}  // namespace holdfast::terraform

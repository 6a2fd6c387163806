#include "terraform/resource_instance.h"

#include "expression/collection.h"
#include "terraform/conditions.h"
#include "terraform/json_blocks.h"
#include "terraform/module_files.h"
#include "terraform/plan_value.h"
#include "terraform/planned_root.h"
#include "terraform/references.h"
#include "terraform/terraform_diagnostics.h"
#include "terraform/written_body.h"

#include <fmt/format.h>

#include <array>

namespace holdfast::terraform {

namespace {

/// What the language itself reads from the body of a resource.
constexpr std::array<std::string_view, 7> kMetaArguments = {"connection", "count",    "depends_on", "for_each",
                                                            "lifecycle",  "provider", "provisioner"};

}  // namespace

std::string_view prefix_of(ResourceMode mode) {
  switch (mode) {
    case ResourceMode::data: return "data.";
    case ResourceMode::ephemeral: return "ephemeral.";
    case ResourceMode::managed: break;
  }
  return "";
}

ResourceInstance::ResourceInstance(Session& session, Module& module, ResourceMode mode, const Declaration& declaration,
                                   Repetition repetition, const InstanceKey& key)
    : session_(session),
      module_(module),
      declaration_(declaration),
      key_(key.key),
      scope_(session, module, repetition, key),
      arguments_(declaration.body, scope_.scope(), conjoin(session.deployment.arena, module.exists(), key.exists),
                 kMetaArguments) {
  type = declaration.type;
  address = fmt::format("{}{}{}{}.{}{}", module.address(), module.address().empty() ? "" : ".", prefix_of(mode), type,
                        declaration.name, key.suffix);
  is_data = mode != ResourceMode::managed;
  header_span = declaration.header;
  call_chain = module.call_chain();
  exists = conjoin(session.deployment.arena, module.exists(), key.exists);
  is_symbolic = key.is_symbolic || module.is_symbolic();
  is_made = conjoin(session.deployment.arena, module.is_made(), key.is_made);
  if (!declaration.body.is_complete) incomplete_because = fmt::format("{} could not be read completely", address);
  is_json_ = syntax_of(session.workspace.file(header_span.file).path()) == Syntax::json;
  if (session.plan) planned_ = session.plan->find(address);
  computed_attributes = session.computed;
  arena = &session.deployment.arena;
}

std::optional<Value> ResourceInstance::attribute(std::string_view name) {
  const auto seen = views_.find(name);
  if (seen != views_.end()) return seen->second;
  const Value value = planned_attribute(name, *Resource::attribute(name));
  if (value.is_text() || value.is_number() || value.is_boolean()) return value;
  const Value view = BlockView::of(value, *this, std::string(name), blocks_);
  views_.emplace(name, view);
  return view;
}

/// What the provider computed before, or a data source gave when the plan was made.
Value ResourceInstance::planned_attribute(std::string_view name, const Value& value) {
  if (!planned_ || !(value.is_unknown() || value.is_choice())) return value;
  const PlannedNode node = planned_->after.member(name);
  if (node.is_unknown() || node.is_null()) return value;
  return plain_value(node, fmt::format("{}.{}", address, name), *arena).with_origin(value.origin());
}

Value ResourceInstance::written(std::string_view name) {
  if (!planned_) return given(name);
  return settled_[std::string(name)].get(session_, exists, header_span, [&] {
    return settled(given(name), planned_->after.member(name), fmt::format("{}.{}", address, name), session_);
  });
}

Value ResourceInstance::given(std::string_view name) {
  const Value value = is_json_ ? json_argument(name) : arguments_.get(session_, name);
  if (!value.is_null() || incomplete_because.empty()) return value;
  return unknown_value(*arena, incomplete_because);
}

Value ResourceInstance::json_argument(std::string_view name) {
  const Value value = arguments_.get(session_, name);
  if (value.is_null()) return value;
  return json_arguments_[std::string(name)].get(session_, exists, header_span,
                                                [&] { return with_blocks(value, std::string(name), *this); });
}

Written ResourceInstance::as_written() const {
  return is_json_ || is_data ? Written() : written_body(declaration_.body, kMetaArguments);
}

Value ResourceInstance::meta(std::string_view name) {
  if (name == "environment") return Value::entity(*session_.environment);
  if (name == "provider") return Value::entity(provider());
  if (name == "module") return Value::text(*arena, module_.address());
  if (name == "lifecycle") return meta_["lifecycle"].get(session_, exists, header_span, [&] { return lifecycle(); });
  if (name == "change" && planned_) {
    return meta_["change"].get(session_, exists, header_span, [&] { return change_of(*planned_, *arena); });
  }
  if (name != "depends_on") return {};
  const Argument* written = declaration_.body.find(name);
  return written ? references(*written) : Value();
}

Value ResourceInstance::references(const Argument& argument) {
  std::vector<Value> texts;
  for (const hcl::Expression reference : static_references(argument.value)) {
    const OriginId origin = arena->add_origin({.span = reference.span()});
    texts.push_back(Value::text(*arena, static_reference(reference)).with_origin(origin));
  }
  return list_of(*arena, texts, text_type()).with_origin(arena->add_origin({.span = argument.value.span()}));
}

Value ResourceInstance::lifecycle() {
  const Block* block = declaration_.body.find_block("lifecycle");
  if (!block) return {};
  std::vector<Value::Entry> entries;
  for (const Argument& argument : block->body.arguments) {
    const bool names_things = argument.name == "ignore_changes" || argument.name == "replace_triggered_by";
    entries.push_back({argument.name, names_things ? references(argument)
                                                   : evaluate(argument.value, scope_.scope(), session_.evaluation)});
  }
  return mapping_of(*arena, ValueKind::object, std::move(entries))
      .with_origin(arena->add_origin({.span = block->header}));
}

void ResourceInstance::check_conditions() {
  const Block* block = declaration_.body.find_block("lifecycle");
  if (!block || is_symbolic) return;
  const bool is_told = session_.is_self_contained;
  const Demand before{
      .block = "precondition", .kind = kPrecondition, .subject = address, .exists = exists, .is_told = is_told};
  check_demands(session_, block->body, scope_.scope(), before);
  const Demand after{
      .block = "postcondition", .kind = kPostcondition, .subject = address, .exists = exists, .is_told = is_told};
  check_demands(session_, block->body, Scope(scope_.scope(), "self", Value::entity(*this)), after);
}

ProviderConfiguration& ResourceInstance::provider() {
  if (const Argument* written = declaration_.body.find("provider")) {
    return module_.provider(provider_key(written->value), written->value.span());
  }
  return module_.provider(type.substr(0, type.find('_')), header_span);
}

}  // namespace holdfast::terraform

#include "model/model.h"

#include "expression/function.h"
#include "model/expansion.h"
#include "model/links.h"
#include "model/record.h"
#include "model/state.h"

#include <algorithm>
#include <map>

namespace holdfast {

namespace {

/// `model`: all objects by type or family.
class Catalogue final : public Entity {
 public:
  explicit Catalogue(Model& model) : model_(model) {}

  std::optional<Value> attribute(std::string_view name) override {
    if (!model_.definitions().is_type_or_family(name)) return std::nullopt;
    if (const auto known = lists_.find(name); known != lists_.end()) return known->second;
    Arena& arena = model_.deployment().arena;
    std::vector<Value> found;
    for (Object* object : model_.objects(name)) {
      found.push_back(Value::choice(arena, object->exists, Value::entity(*object), Value::absent()));
    }
    model_.add_unread(found);
    return lists_.emplace(name, Value::sequence(arena, ValueKind::tuple, found)).first->second;
  }
  std::vector<std::string_view> attribute_names() const override { return model_.definitions().type_names(); }
  std::string label() const override { return "model"; }

 private:
  Model& model_;
  std::map<std::string, Value, std::less<>> lists_;
};

/// Facts about the deployment as a whole.
class DeploymentView final : public Entity {
 public:
  explicit DeploymentView(Deployment& deployment) : deployment_(deployment) {}

  std::optional<Value> attribute(std::string_view name) override {
    if (name == "path") return Value::borrowed_text(deployment_.arena, deployment_.path);
    if (name == "incomplete_because") {
      if (deployment_.incomplete_because.empty()) return Value::null(text_type());
      return Value::borrowed_text(deployment_.arena, deployment_.incomplete_because);
    }
    return std::nullopt;
  }
  std::vector<std::string_view> attribute_names() const override { return {"incomplete_because", "path"}; }
  std::string label() const override { return deployment_.path; }

 private:
  Deployment& deployment_;
};

/// A provider may name a part of an object by its path (`.Endpoint.Port`); empty is the whole.
std::optional<Value> part_of(const Value& whole, std::string_view path) {
  if (path.empty()) return whole;
  const Value* part = whole.is_mapping() ? whole.find(path.substr(1)) : nullptr;
  return part ? std::optional(*part) : std::nullopt;
}

/// The names of an expression that sees only what it is given.
class Nameless final : public Entity {
 public:
  std::optional<Value> attribute(std::string_view /*name*/) override { return std::nullopt; }
  std::vector<std::string_view> attribute_names() const override { return {}; }
  std::string label() const override { return "given"; }
};

/// What rules, links and derived facts see.
class RuleNames final : public Entity {
 public:
  RuleNames(Object* self, Value policy, Entity& catalogue, Entity& deployment)
      : self_(self), policy_(policy), catalogue_(catalogue), deployment_(deployment) {}

  std::optional<Value> attribute(std::string_view name) override {
    if (name == "self" && self_) return Value::entity(*self_);
    if (name == "policy") return policy_;
    if (name == "model") return Value::entity(catalogue_);
    if (name == "deployment") return Value::entity(deployment_);
    return std::nullopt;
  }
  std::vector<std::string_view> attribute_names() const override { return {"deployment", "model", "policy", "self"}; }
  std::string label() const override { return "rule"; }

 private:
  Object* self_;
  Value policy_;
  Entity& catalogue_;
  Entity& deployment_;
};

/// Names that an expression reads as `blocks(value.name)`.
void collect_blocks(hcl::Expression expression, std::set<std::string_view>& names) {
  if (!expression) return;
  const hcl::Tree& tree = *expression.tree;
  const auto children = tree.children_of(expression.node);
  const hcl::NodeKind kind = tree.node(expression.node).kind;
  if (kind == hcl::NodeKind::call && tree.text(expression.node) == "blocks" && children.size() == 1 &&
      tree.node(children[0]).kind == hcl::NodeKind::attribute_of) {
    names.insert(tree.text(children[0]));
  }
  for (const hcl::NodeId child : children) collect_blocks({&tree, child}, names);
}

}  // namespace

Model::Model(const Definitions& definitions, const FunctionTable& functions, Value policy, const StatedObjects* stated)
    : definitions_(definitions), functions_(functions), policy_(policy), stated_(stated) {}

Model::~Model() = default;

void Model::attach(Deployment& deployment) {
  deployment_ = &deployment;
  arena_ = &deployment.arena;
  catalogue_ = std::make_unique<Catalogue>(*this);
  deployment_view_ = std::make_unique<DeploymentView>(deployment);
  links_ = std::make_unique<Links>(*this);
  companions_ = std::make_unique<Companions>(*this);
}

Evaluation Model::evaluation(Condition assumption) {
  return {.arena = *arena_,
          .functions = functions_,
          .workspace = deployment_ ? deployment_->workspace : nullptr,
          .defined = &definitions_,
          .is_pack = true,
          .assumption = assumption,
          .opaque_variables = opaque_variables_,
          .zones = zones_};
}

Value Model::evaluate_for(Object* self, hcl::Expression expression, Evaluation& evaluation) {
  RuleNames names(self, policy_, *catalogue_, *deployment_view_);
  return evaluate(expression, Scope(names), evaluation);
}

std::vector<Step> Model::explain_for(Object* self, hcl::Expression expression, Evaluation& evaluation) {
  RuleNames names(self, policy_, *catalogue_, *deployment_view_);
  return explain(expression, Scope(names), evaluation);
}

Value Model::evaluate_for(std::string_view name, Object& object, std::string_view other_name, Object* other,
                          hcl::Expression expression, Evaluation& evaluation) {
  RuleNames names(nullptr, policy_, *catalogue_, *deployment_view_);
  const Scope globals(names);
  const Scope first(globals, name, Value::entity(object));
  if (!other) return evaluate(expression, first, evaluation);
  return evaluate(expression, Scope(first, other_name, Value::entity(*other)), evaluation);
}

std::optional<Value> Model::computed(Resource& resource, std::string_view attribute) {
  if (!arena_) arena_ = resource.arena;
  for (Object* object : objects_of(resource)) {
    for (const NamedExpression& computed : object->mapping().computed) {
      if (computed.name != attribute.substr(0, attribute.find('.'))) continue;
      Evaluation evaluation = this->evaluation(resource.exists);
      return part_of(evaluate(computed.value, Scope(object->names()), evaluation),
                     attribute.substr(computed.name.size()));
    }
  }
  return std::nullopt;
}

bool Model::is_block(std::string_view type, std::string_view path) const {
  const auto [entry, is_new] = block_names_.try_emplace(std::string(type));
  std::set<std::string_view>& names = entry->second;
  if (is_new) {
    for (const bool is_data : {false, true}) {
      for (const auto& [canonical, mapping] : definitions_.mappings_of(type, is_data)) {
        collect_blocks(mapping->each, names);
        for (const NamedExpression& attribute : mapping->attributes) collect_blocks(attribute.value, names);
      }
    }
  }
  const std::size_t dot = path.rfind('.');
  return names.contains(dot == path.npos ? path : path.substr(dot + 1));
}

std::optional<NestedTemplate> Model::nested(Resource& resource) {
  const NestingDefinition* nesting = definitions_.nesting(resource.type);
  if (!nesting) return std::nullopt;
  if (!arena_) arena_ = resource.arena;
  ResourceRecord& record = this->record(resource);
  const auto stated = [&](hcl::Expression fact) { return fact ? record.place(fact) : Value(); };
  return NestedTemplate{.location = record.place(nesting->template_path),
                        .parameters = record.place(nesting->parameters),
                        .body = stated(nesting->body),
                        .place = stated(nesting->place)};
}

std::string_view Model::defaults_section(std::string_view type) const {
  const ExpansionDefinition* definition = definitions_.expansion(type);
  return definition ? definition->defaults : std::string_view();
}

Expansion* Model::expansion(Resource& source) {
  const ExpansionDefinition* definition = definitions_.expansion(source.type);
  if (!definition) return nullptr;
  if (!arena_) arena_ = source.arena;
  auto& expansion = expansions_[&source];
  if (!expansion) expansion = std::make_unique<Expansion>(*this, source, *definition);
  return expansion.get();
}

std::unique_ptr<Resource> Model::replacement(Resource& source) {
  Expansion* expansion = this->expansion(source);
  return expansion ? expansion->replacement() : nullptr;
}

Generated Model::generated(Resource& source) {
  Expansion* expansion = this->expansion(source);
  return expansion ? expansion->others() : Generated();
}

std::string_view Model::assembly_file() const {
  const DialectDefinition* dialect = definitions_.dialect(Dialect::cloudformation);
  return dialect ? dialect->assembly.file : std::string_view();
}

Value Model::assembled_stacks(const Value& assembly, Arena& arena) {
  Nameless nothing;
  Evaluation evaluation{.arena = arena, .functions = functions_, .defined = &definitions_, .is_pack = true};
  const hcl::Expression stacks = definitions_.dialect(Dialect::cloudformation)->assembly.stacks;
  return evaluate(stacks, Scope(Scope(nothing), "assembly", assembly), evaluation);
}

ResourceRecord& Model::record(Resource& resource) {
  auto& record = records_[&resource];
  if (!record) record = std::make_unique<ResourceRecord>(*this, resource);
  return *record;
}

const std::vector<Object*>& Model::objects_of(Resource& resource) {
  ResourceRecord& record = this->record(resource);
  if (record.has_objects) return record.object_list;
  record.has_objects = true;
  if (resource.is_external) {
    if (const auto* external = definitions_.external(resource.type))
      make_objects(record, *external->type, *external->mapping);
    return record.object_list;
  }
  for (const auto& [type, mapping] : definitions_.mappings_of(resource.type, resource.is_data)) {
    make_objects(record, *type, *mapping);
  }
  return record.object_list;
}

void Model::make_objects(ResourceRecord& record, const TypeDefinition& type, const Mapping& mapping) {
  const auto add = [&](Value item, int64_t index, Condition exists) {
    auto object = std::make_unique<Object>(*this, record, type, mapping, item, index);
    object->exists = object->is_present = exists;
    if (mapping.when) {
      Evaluation evaluation = this->evaluation(exists);
      const Value when = evaluate(mapping.when, Scope(object->names()), evaluation);
      object->exists = conjoin(*arena_, exists, as_condition(when, evaluation));
      if (object->exists.is_never()) return;
    }
    record.object_list.push_back(object.get());
    record.objects.push_back(std::move(object));
  };
  const Condition exists = record.resource.exists;
  if (!mapping.each) return add(Value(), 0, exists);

  Object whole(*this, record, type, mapping, Value());
  Evaluation evaluation = this->evaluation(exists);
  const Value list = evaluate(mapping.each, Scope(whole.names()), evaluation);
  for_each_world(list, evaluation, [&](const Value& items) {
    if (items.is_unknown()) add(items, 0, evaluation.assumption);
    if (!items.is_sequence()) return Value();
    int64_t index = 0;
    for (const Value& item : items.items()) {
      for_each_world(item, evaluation, [&](const Value& leaf) {
        if (!leaf.is_null()) add(leaf, index, evaluation.assumption);
        return Value();
      });
      ++index;
    }
    return Value();
  });
}

const std::vector<Object*>& Model::objects(std::string_view type_or_family) {
  const auto known = objects_.find(std::string(type_or_family));
  if (known != objects_.end()) return known->second;
  if (!made_ && !is_making_) make_all();
  std::vector<Object*> found;
  if (made_) {
    for (const auto& [type, object] : *made_) {
      if (type->is_a(type_or_family)) found.push_back(object);
    }
  } else {
    // One that is being made asks for others.
    for (const auto& resource : deployment_->resources) {
      for (Object* object : objects_of(*resource)) {
        if (object->type().is_a(type_or_family)) found.push_back(object);
      }
    }
  }
  return objects_.emplace(std::string(type_or_family), std::move(found)).first->second;
}

void Model::make_all() {
  is_making_ = true;
  for (const auto& resource : deployment_->resources) objects_of(*resource);
  is_making_ = false;
  made_.emplace();
  for (const auto& resource : deployment_->resources) {
    for (Object* object : objects_of(*resource)) made_->emplace_back(&object->type(), object);
  }
}

void Model::add_unread(std::vector<Value>& items) {
  if (deployment_->incomplete_because.empty()) return;
  if (!unread_) {
    const Value something = unknown_value(*arena_, deployment_->incomplete_because);
    Evaluation evaluation = this->evaluation();
    unread_ = Value::choice(*arena_, as_condition(something, evaluation), something, Value::absent());
  }
  items.push_back(*unread_);
}

Value Model::linked(Object& from, const LinkDefinition& link) { return links_->of(from, link); }
Value Model::linked_back(Object& to, const LinkDefinition& link) { return links_->back_of(to, link); }
Value Model::companions(Object& subject, const CompanionDefinition& companion) {
  // Before the deployment is complete nobody knows its companions.
  return companions_ ? companions_->of(subject, companion) : Value();
}

}  // namespace holdfast

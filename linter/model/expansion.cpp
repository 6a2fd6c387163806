#include "model/expansion.h"

#include "expression/collection.h"
#include "expression/iteration.h"
#include "model/generated_resource.h"
#include "model/record.h"

#include <algorithm>

namespace holdfast {
namespace {

/// What the intermediate values of an expansion see.
class ExpansionNames final : public Entity {
 public:
  explicit ExpansionNames(Expansion& expansion) : expansion_(expansion) {}
  std::optional<Value> attribute(std::string_view name) override { return expansion_.name(name); }
  std::vector<std::string_view> attribute_names() const override { return expansion_.known_names(); }
  std::string label() const override { return expansion_.source().address; }

 private:
  Expansion& expansion_;
};

/// What the template calls by a name, seen in one way: as a reference sees it, as it is declared, or by its type.
class Neighbours final : public Entity {
 public:
  using Seen = Value (*)(Model& model, Resource& resource);
  Neighbours(Model& model, Resource& source, Seen seen) : model_(model), source_(source), seen_(seen) {}

  std::optional<Value> attribute(std::string_view name) override {
    if (name.starts_with(source_.prefix)) name.remove_prefix(source_.prefix.size());
    Resource* resource = source_.neighbour(name);
    return resource ? seen_(model_, *resource) : Value();
  }
  std::vector<std::string_view> attribute_names() const override { return {}; }
  std::string label() const override { return source_.address; }
  bool is_lenient() const override { return true; }

 private:
  Model& model_;
  Resource& source_;
  Seen seen_;
};

struct NeighbourView {
  std::string_view name;
  Neighbours::Seen seen;
};
constexpr NeighbourView kNeighbourViews[] = {
    {"resources", [](Model&, Resource& resource) { return Value::entity(resource); }},
    {"declarations", [](Model& model, Resource& resource) { return Value::entity(model.record(resource).raw); }},
    {"sources",
     [](Model& model, Resource& resource) {
       return Value::entity(model.record(resource.stands_for ? *resource.stands_for : resource).raw);
     }},
    {"types", [](Model&, Resource& resource) { return Value::text(*resource.arena, resource.type); }},
};

}  // namespace

Expansion::Expansion(Model& model, Resource& source, const ExpansionDefinition& definition)
    : model_(model), source_(source), definition_(definition), view_(std::make_unique<ExpansionNames>(*this)) {
  for (const NeighbourView& view : kNeighbourViews) {
    neighbours_.emplace_back(view.name, std::make_unique<Neighbours>(model, source, view.seen));
  }
  for (const NamedExpression& name : definition.names) names_.push_back({&name});
}

Expansion::~Expansion() = default;

std::unique_ptr<Resource> Expansion::replacement() {
  const GeneratedDefinition* definition = definition_.replacement();
  if (!definition) return nullptr;
  auto resource = std::make_unique<GeneratedResource>(*this, *definition, Value(), Value());
  resource->stands_for = &source_;
  members_.push_back(resource.get());
  return resource;
}

Generated Expansion::others() {
  Generated result;
  for (const GeneratedDefinition& definition : definition_.resources) {
    if (definition.name || definition.into) generate(definition, result);
  }
  return result;
}

void Expansion::generate(const GeneratedDefinition& definition, Generated& result) {
  Evaluation evaluation = model_.evaluation(source_.exists);
  if (!definition.each) return add(definition, Value(), Value(), source_.exists, result);
  const Value each = evaluate(definition.each, Scope(*view_), evaluation);
  for_each_world(each, evaluation, [&](const Value& collection) {
    std::vector<Item> items;
    if (collection.is_unknown() && result.incomplete_because.empty()) {
      result.incomplete_because = "what " + source_.address + " generates is not known";
    }
    list_items(collection, evaluation, items);
    for (const Item& item : items) {
      for_each_world(item.value, evaluation, [&](const Value& leaf) {
        if (!leaf.is_null()) add(definition, item.key, leaf, evaluation.assumption, result);
        return Value();
      });
    }
    return Value();
  });
}

void Expansion::add(const GeneratedDefinition& definition, Value key, Value item, Condition exists, Generated& result) {
  auto resource = std::make_unique<GeneratedResource>(*this, definition, key, item);
  Arena& arena = *source_.arena;
  if (definition.when) {
    Evaluation evaluation = model_.evaluation(exists);
    exists = conjoin(arena, exists, as_condition(resource->value_of(definition.when, exists), evaluation));
  }
  if (exists.is_never()) return;
  resource->exists = exists;
  if (definition.into) {
    const Value into = resource->value_of(definition.into, exists);
    auto* to = into.is_entity() ? dynamic_cast<Resource*>(&into.as_entity()) : nullptr;
    if (to) result.additions.push_back({to, std::move(resource)});
    return;
  }
  const Value name = resource->value_of(definition.name, exists);
  if (!name.is_text()) {
    result.incomplete_because = "what " + source_.address + " generates cannot be named";
    return;
  }
  resource->address = resource->prefix + std::string(name.as_text());
  members_.push_back(resource.get());
  if (!definition.part.empty()) result.parts.emplace_back(definition.part, resource.get());
  result.resources.push_back(std::move(resource));
}

Value Expansion::siblings(const GeneratedDefinition& definition) {
  Arena& arena = *source_.arena;
  std::vector<Value::Entry> entries;
  for (GeneratedResource* member : members_) {
    if (&member->definition() != &definition) continue;
    const Value resource = Value::choice(arena, member->exists, Value::entity(*member), Value::absent());
    if (!definition.each) return resource;
    entries.push_back({arena.copy(print_scalar(member->key()).value_or("")), resource});
  }
  return definition.each ? mapping_of(arena, ValueKind::object, std::move(entries)) : Value();
}

std::optional<Value> Expansion::name(std::string_view name) {
  ResourceRecord& record = model_.record(source_);
  if (name == "raw") return Value::entity(record.raw);
  if (name == "meta") return Value::entity(record.meta);
  for (const auto& [view_name, view] : neighbours_) {
    if (view_name == name) return Value::entity(*view);
  }
  if (name == "address") {
    return Value::borrowed_text(*source_.arena, std::string_view(source_.address).substr(source_.prefix.size()));
  }
  for (Cell& cell : names_) {
    if (cell.definition->name != name) continue;
    if (cell.state == Cell::State::running) return unknown_value(*source_.arena, "it is made from itself");
    if (cell.state == Cell::State::open) {
      cell.state = Cell::State::running;
      Evaluation evaluation = model_.evaluation(source_.exists);
      cell.value = evaluate(cell.definition->value, Scope(*view_), evaluation);
      cell.state = Cell::State::done;
    }
    return cell.value;
  }
  for (const GeneratedDefinition& definition : definition_.resources) {
    if (definition.label == name) return siblings(definition);
  }
  return record.place(name);
}

std::vector<std::string_view> Expansion::known_names() const {
  std::vector<std::string_view> names = {"address", "item", "key", "meta", "raw"};
  for (const auto& [view_name, view] : neighbours_) names.push_back(view_name);
  for (const Cell& cell : names_) names.push_back(cell.definition->name);
  for (const GeneratedDefinition& definition : definition_.resources) names.push_back(definition.label);
  return names;
}

}  // namespace holdfast

#include "model/record.h"

#include "expression/collection.h"
#include "model/misfit.h"

#include <algorithm>

namespace holdfast {

namespace {

/// `here`: objects made of the same resource, by type.
class Siblings final : public Entity {
 public:
  explicit Siblings(ResourceRecord& record) : record_(record) {}

  std::optional<Value> attribute(std::string_view name) override {
    if (!record_.model.definitions().is_type_or_family(name)) return std::nullopt;
    std::vector<Value> found;
    Arena& arena = *record_.resource.arena;
    for (Object* object : record_.model.objects_of(record_.resource)) {
      if (!object->type().is_a(name)) continue;
      const bool is_always_here = implied(record_.resource.exists, object->exists, arena) == Truth::yes;
      const Condition exists = is_always_here ? Condition::always() : object->exists;
      found.push_back(Value::choice(arena, exists, Value::entity(*object), Value::absent()));
    }
    return Value::sequence(arena, ValueKind::tuple, found);
  }
  std::vector<std::string_view> attribute_names() const override { return record_.model.definitions().type_names(); }
  std::string label() const override { return "here"; }

 private:
  ResourceRecord& record_;
};

/// What the names of a dialect are computed from.
class PlaceNames final : public Entity {
 public:
  explicit PlaceNames(ResourceRecord& record) : record_(record) {}
  std::optional<Value> attribute(std::string_view name) override {
    if (name == "raw") return Value::entity(record_.raw);
    if (name == "meta") return Value::entity(record_.meta);
    return record_.place(name);
  }
  std::vector<std::string_view> attribute_names() const override { return {"meta", "raw"}; }
  std::string label() const override { return record_.resource.address; }

 private:
  ResourceRecord& record_;
};

Value value_of(const Misfit& misfit, Arena& arena) {
  const auto text = [&](std::string_view t) { return t.empty() ? Value() : Value::text(arena, t); };
  std::vector<Value::Entry> entries = {
      {"property", text(misfit.path)}, {"nearest", text(misfit.nearest)}, {"expected", text(misfit.expected)}};
  return mapping_of(arena, ValueKind::object, std::move(entries)).with_origin(arena.add_origin({.span = misfit.at}));
}

Value misfits_of(Resource& resource, hcl::Expression type) {
  if (!type) return {};
  std::vector<Value> all;
  for (const Misfit& misfit : misfits(resource.as_written(), type)) all.push_back(value_of(misfit, *resource.arena));
  return tuple_of(*resource.arena, all);
}

}  // namespace

std::optional<Value> MetaView::attribute(std::string_view name) {
  if (name == "type") return Value::borrowed_text(*resource_.arena, resource_.type);
  if (name == "misfits")
    return misfits_of(resource_, model_.definitions().catalogued(resource_.dialect, resource_.type));
  return resource_.meta(name);
}

ResourceRecord::ResourceRecord(Model& m, Resource& r)
    : model(m), resource(r), raw(r), meta(m, r), siblings(std::make_unique<Siblings>(*this)) {}

std::optional<Value> ResourceRecord::place(std::string_view name) {
  const auto known =
      std::find_if(places_.begin(), places_.end(), [&](const auto& place) { return place.first == name; });
  if (known != places_.end()) return known->second;
  const DialectDefinition* dialect = model.definitions().dialect(resource.dialect);
  if (!dialect) return std::nullopt;
  for (const NamedExpression& definition : dialect->names) {
    if (definition.name != name) continue;
    const Value value = place(definition.value);
    places_.emplace_back(definition.name, value);
    return value;
  }
  return std::nullopt;
}

Value ResourceRecord::place(hcl::Expression expression) {
  PlaceNames names(*this);
  Evaluation evaluation = model.evaluation(resource.exists);
  return evaluate(expression, Scope(names), evaluation);
}

}  // namespace holdfast

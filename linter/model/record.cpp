#include "model/record.h"

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
    for (Object* object : record_.model.objects_of(record_.resource)) {
      if (object->type().is_a(name)) found.push_back(Value::entity(*object));
    }
    return Value::sequence(*record_.resource.arena, ValueKind::tuple, found);
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

}  // namespace

ResourceRecord::ResourceRecord(Model& m, Resource& r)
    : model(m), resource(r), raw(r), meta(r), siblings(std::make_unique<Siblings>(*this)) {}

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

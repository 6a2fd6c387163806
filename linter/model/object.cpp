#include "model/record.h"
#include "model/state.h"

#include "expression/convert.h"

#include <algorithm>

namespace holdfast {

namespace {

/// What the expressions of a mapping see: the raw resource, the object itself, its place and its companions.
class MappingNames final : public Entity {
 public:
  explicit MappingNames(Object& object) : object_(object) {}

  std::optional<Value> attribute(std::string_view name) override {
    ResourceRecord& record = object_.record();
    if (name == "raw") return Value::entity(record.raw);
    if (name == "self") return Value::entity(object_);
    if (name == "item") return object_.item();
    if (name == "index") return Value::integer(object_.index());
    if (name == "meta") return Value::entity(record.meta);
    if (name == "here") return Value::entity(*record.siblings);
    if (name == "policy") return object_.model().policy();
    for (const CompanionDefinition& companion : object_.mapping().companions) {
      if (companion.name == name) return object_.model().companions(object_, companion);
    }
    return record.place(name);
  }

  std::vector<std::string_view> attribute_names() const override {
    std::vector<std::string_view> names = {"here", "index", "item", "meta", "policy", "raw", "self"};
    for (const CompanionDefinition& companion : object_.mapping().companions) names.push_back(companion.name);
    if (const auto* dialect = object_.model().definitions().dialect(object_.resource().dialect)) {
      for (const NamedExpression& place : dialect->names) names.push_back(place.name);
    }
    return names;
  }

  std::string label() const override { return object_.resource().address; }

 private:
  Object& object_;
};

}  // namespace

Object::Object(Model& model, ResourceRecord& record, const TypeDefinition& type, const Mapping& mapping, Value item,
               int64_t index)
    : model_(model), record_(record), type_(type), mapping_(mapping), item_(item), index_(index) {}

Object::~Object() = default;

Resource& Object::resource() const { return record_.resource; }

Entity& Object::names() {
  if (!names_) names_ = std::make_unique<MappingNames>(*this);
  return *names_;
}

std::string Object::label() const { return record_.resource.address; }

Span Object::header() const {
  const Span item = record_.resource.arena->origin(item_.origin()).span;
  return item.exists() ? item : record_.resource.header_span;
}

std::vector<std::string_view> Object::attribute_names() const {
  std::vector<std::string_view> names;
  for (const auto& [name, member] : type_.members) names.push_back(name);
  return names;
}

std::optional<Value> Object::attribute(std::string_view name) {
  if (name == "address") return Value::borrowed_text(*resource().arena, resource().address);
  if (name == "provider_type") return Value::borrowed_text(*resource().arena, resource().type);
  if (name == "type_name") return Value::borrowed_text(*resource().arena, type_.name);
  if (name == "label" && !type_.members.contains(name))
    return Value::borrowed_text(*resource().arena, resource().address);
  const auto member = type_.members.find(name);
  if (member == type_.members.end()) {
    return is_state(name) ? std::optional(model_.in_state(*this, name)) : std::nullopt;
  }
  const auto known =
      std::find_if(cells_.begin(), cells_.end(), [&](const Cell& cell) { return cell.member == &member->second; });
  if (known != cells_.end()) {
    if (known->is_done) return known->value;
    return error_value(*resource().arena, header(), std::string(name) + " depends on itself");
  }
  const std::size_t index = cells_.size();
  cells_.push_back({&member->second});
  const Value value = compute(member->second);
  cells_[index].value = value;
  cells_[index].is_done = true;
  return value;
}

Value Object::compute(const Member& member) {
  if (member.attribute) return map_attribute(*member.attribute);
  if (member.link) return model_.linked(*this, *member.link);
  if (member.inverse) return model_.linked_back(*this, *member.inverse);
  Evaluation evaluation = model_.evaluation(exists);
  return model_.evaluate_for(this, member.derive->value, evaluation);
}

Value Object::map_attribute(const AttributeDefinition& attribute) {
  if (const StatedObjects* stated = model_.stated()) {
    if (const hcl::Expression value = stated->overridden(resource().address, attribute.name)) {
      Evaluation evaluation = model_.evaluation(exists);
      return convert(evaluate(value, Scope(names()), evaluation), *attribute.type, value.span(), evaluation);
    }
  }
  const auto& mapped = mapping_.attributes;
  const auto found = std::lower_bound(mapped.begin(), mapped.end(), attribute.name,
                                      [](const NamedExpression& a, std::string_view name) { return a.name < name; });
  if (found == mapped.end() || found->name != attribute.name) {
    if (attribute.name == "label") return Value::borrowed_text(*resource().arena, resource().address);
    return Value::null(attribute.type);
  }
  Evaluation evaluation = model_.evaluation(exists);
  const Value value = evaluate(found->value, Scope(names()), evaluation);
  return convert(value, *attribute.type, header(), evaluation);
}

}  // namespace holdfast

#include "model/generated_resource.h"

#include <algorithm>

namespace holdfast {
namespace {

/// What one generated resource adds to the names of its expansion.
class MemberNames final : public Entity {
 public:
  MemberNames(Expansion& expansion, const Value& key, const Value& item)
      : expansion_(expansion), key_(key), item_(item) {}

  std::optional<Value> attribute(std::string_view name) override {
    if (name == "key") return key_;
    if (name == "item") return item_;
    return expansion_.name(name);
  }
  std::vector<std::string_view> attribute_names() const override { return expansion_.known_names(); }
  std::string label() const override { return expansion_.source().address; }

 private:
  Expansion& expansion_;
  const Value& key_;
  const Value& item_;
};

const NamedExpression* find(const std::vector<NamedExpression>& sorted, std::string_view name) {
  const auto found = std::ranges::lower_bound(sorted, name, {}, &NamedExpression::name);
  return found != sorted.end() && found->name == name ? &*found : nullptr;
}

bool is_kept(const GeneratedDefinition& definition, std::string_view name) {
  return std::ranges::find(definition.kept, name) != definition.kept.end();
}

}  // namespace

GeneratedResource::GeneratedResource(Expansion& expansion, const GeneratedDefinition& definition, Value item_key,
                                     Value item)
    : expansion_(expansion), definition_(definition), key_(item_key), item_(item) {
  const Resource& source = expansion.source();
  type = definition.resource_type;
  prefix = source.prefix;
  address = source.address;
  dialect = source.dialect;
  arena = source.arena;
  call_chain = source.call_chain;
  computed_attributes = source.computed_attributes;
  incomplete_because = source.incomplete_because;
  const Span made_for = arena->origin(key_.origin()).span;
  header_span = made_for.exists() ? made_for : source.header_span;
  for (const NamedExpression& property : definition.properties) properties_.push_back({&property});
}

Value GeneratedResource::value_of(hcl::Expression expression, Condition assumption) {
  MemberNames names(expansion_, key_, item_);
  Evaluation evaluation = expansion_.model().evaluation(assumption);
  return evaluate(expression, Scope(names), evaluation);
}

Value GeneratedResource::read(Cell& cell) {
  if (cell.state == Cell::State::running) return unknown_value(*arena, "it is made from itself");
  if (cell.state == Cell::State::open) {
    cell.state = Cell::State::running;
    const Value value = value_of(cell.definition->value, exists);
    const bool is_placed = value.is_null() || arena->origin(value.origin()).span.exists();
    cell.value = is_placed ? value : value.with_origin(arena->add_origin({.span = header_span, .via = value.origin()}));
    cell.state = Cell::State::done;
  }
  return cell.value;
}

Value GeneratedResource::written(std::string_view name) {
  const auto cell = std::ranges::lower_bound(properties_, name, {}, [](const Cell& c) { return c.definition->name; });
  if (cell != properties_.end() && cell->definition->name == name) return read(*cell);
  return is_kept(definition_, name) ? expansion_.source().written(name) : Value();
}

std::vector<std::string_view> GeneratedResource::written_names() const {
  std::vector<std::string_view> names;
  for (const Cell& cell : properties_) names.push_back(cell.definition->name);
  for (const std::string_view name : expansion_.source().written_names()) {
    if (is_kept(definition_, name)) names.push_back(name);
  }
  std::ranges::sort(names);
  return names;
}

Value GeneratedResource::meta(std::string_view name) {
  if (const NamedExpression* fact = find(definition_.facts, name)) return value_of(fact->value, exists);
  return expansion_.source().meta(name);
}

}  // namespace holdfast

#include "expression/convert.h"
#include "value/arena.h"

#include <algorithm>
#include <vector>

namespace holdfast {

namespace {

bool all_of_kind(std::span<const Type* const> types, std::initializer_list<TypeKind> kinds) {
  return std::all_of(types.begin(), types.end(), [&](const Type* type) {
    return std::find(kinds.begin(), kinds.end(), type->kind) != kinds.end();
  });
}

bool any_of_kind(std::span<const Type* const> types, TypeKind kind) {
  return std::any_of(types.begin(), types.end(), [&](const Type* type) { return type->kind == kind; });
}

/// Types of everything inside: elements of collections and tuples, attributes of objects.
void add_inner(const Type& type, std::vector<const Type*>& inner) {
  if (type.element) inner.push_back(type.element);
  inner.insert(inner.end(), type.elements.begin(), type.elements.end());
  for (const TypeAttribute& attribute : type.attributes) inner.push_back(attribute.type);
}

const Type* unify_collection(std::span<const Type* const> types, TypeKind kind, Arena& arena) {
  std::vector<const Type*> inner;
  for (const Type* type : types) add_inner(*type, inner);
  const Type* element = inner.empty() ? any_type() : unify(inner, arena);
  return element ? collection_type(arena, kind, element) : nullptr;
}

const Type* unify_tuples(std::span<const Type* const> types, Arena& arena) {
  const std::size_t size = types[0]->elements.size();
  const auto has_size = [&](const Type* type) { return type->elements.size() == size; };
  if (!std::all_of(types.begin(), types.end(), has_size)) return unify_collection(types, TypeKind::list, arena);
  std::vector<const Type*> elements;
  for (std::size_t i = 0; i < size; ++i) {
    std::vector<const Type*> column;
    for (const Type* type : types) column.push_back(type->elements[i]);
    const Type* element = unify(column, arena);
    if (!element) return nullptr;
    elements.push_back(element);
  }
  return arena.make(Type{.kind = TypeKind::tuple, .elements = arena.copy(elements)});
}

const Type* unify_objects(std::span<const Type* const> types, Arena& arena) {
  const std::size_t size = types[0]->attributes.size();
  const auto has_size = [&](const Type* type) { return type->attributes.size() == size; };
  if (!std::all_of(types.begin(), types.end(), has_size)) return unify_collection(types, TypeKind::map, arena);
  std::vector<TypeAttribute> attributes;
  for (std::size_t i = 0; i < size; ++i) {
    std::vector<const Type*> column;
    const std::string_view name = types[0]->attributes[i].name;
    for (const Type* type : types) {
      if (type->attributes[i].name != name) return unify_collection(types, TypeKind::map, arena);
      column.push_back(type->attributes[i].type);
    }
    const Type* unified = unify(column, arena);
    if (!unified) return nullptr;
    attributes.push_back({.name = name, .type = unified});
  }
  return arena.make(Type{.kind = TypeKind::object, .attributes = arena.copy(attributes)});
}

}  // namespace

const Type* unify(std::span<const Type* const> types, Arena& arena) {
  if (types.empty()) return any_type();
  const Type* first = types[0];
  if (std::all_of(types.begin(), types.end(), [&](const Type* type) { return same_type(*type, *first); })) return first;
  if (any_of_kind(types, TypeKind::any)) return any_type();
  if (all_of_kind(types, {TypeKind::text, TypeKind::number, TypeKind::boolean})) {
    return any_of_kind(types, TypeKind::text) ? text_type() : nullptr;
  }
  if (all_of_kind(types, {TypeKind::tuple})) return unify_tuples(types, arena);
  if (all_of_kind(types, {TypeKind::object})) return unify_objects(types, arena);
  if (all_of_kind(types, {TypeKind::map, TypeKind::object})) return unify_collection(types, TypeKind::map, arena);
  if (all_of_kind(types, {TypeKind::set, TypeKind::tuple})) return unify_collection(types, TypeKind::set, arena);
  if (all_of_kind(types, {TypeKind::list, TypeKind::set, TypeKind::tuple})) {
    return unify_collection(types, TypeKind::list, arena);
  }
  return nullptr;
}

}  // namespace holdfast

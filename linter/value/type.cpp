#include "value/type.h"

#include "value/arena.h"

#include <algorithm>
#include <cassert>

namespace holdfast {
namespace {

constexpr Type kAny{TypeKind::any};
constexpr Type kBoolean{TypeKind::boolean};
constexpr Type kNumber{TypeKind::number};
constexpr Type kText{TypeKind::text};

const Type& element_of(const Type& collection) { return collection.element ? *collection.element : kAny; }

std::string_view keyword(TypeKind kind) {
  switch (kind) {
    case TypeKind::any: return "any";
    case TypeKind::boolean: return "bool";
    case TypeKind::number: return "number";
    case TypeKind::text: return "string";
    case TypeKind::list: return "list";
    case TypeKind::set: return "set";
    case TypeKind::map: return "map";
    case TypeKind::object: return "object";
    case TypeKind::tuple: return "tuple";
  }
  return {};
}

void append(std::string& out, const Type& type) {
  out += keyword(type.kind);
  switch (type.kind) {
    case TypeKind::list:
    case TypeKind::set:
    case TypeKind::map:
      out += '(';
      append(out, element_of(type));
      out += ')';
      break;
    case TypeKind::object:
      out += "({";
      for (const TypeAttribute& attribute : type.attributes) {
        if (&attribute != type.attributes.data()) out += ',';
        out.append(attribute.name).append(attribute.optional ? "=optional(" : "=");
        append(out, *attribute.type);
        if (attribute.optional) out += ')';
      }
      out += "})";
      break;
    case TypeKind::tuple:
      out += "([";
      for (const Type* const& element : type.elements) {
        if (&element != type.elements.data()) out += ',';
        append(out, *element);
      }
      out += "])";
      break;
    default: break;
  }
}

}  // namespace

const Type* any_type() { return &kAny; }
const Type* boolean_type() { return &kBoolean; }
const Type* number_type() { return &kNumber; }
const Type* text_type() { return &kText; }

const Type* collection_type(Arena& arena, TypeKind kind, const Type* element) {
  assert(kind == TypeKind::list || kind == TypeKind::set || kind == TypeKind::map);
  return arena.make(Type{.kind = kind, .element = element ? element : &kAny});
}

bool same_type(const Type& a, const Type& b) {
  if (&a == &b) return true;
  if (a.kind != b.kind) return false;
  switch (a.kind) {
    case TypeKind::list:
    case TypeKind::set:
    case TypeKind::map: return same_type(element_of(a), element_of(b));
    case TypeKind::object:
      return std::equal(a.attributes.begin(), a.attributes.end(), b.attributes.begin(), b.attributes.end(),
                        [](const TypeAttribute& x, const TypeAttribute& y) {
                          return x.name == y.name && x.optional == y.optional && same_type(*x.type, *y.type);
                        });
    case TypeKind::tuple:
      return std::equal(a.elements.begin(), a.elements.end(), b.elements.begin(), b.elements.end(),
                        [](const Type* x, const Type* y) { return same_type(*x, *y); });
    default: return true;
  }
}

std::string to_string(const Type& type) {
  std::string out;
  append(out, type);
  return out;
}

}  // namespace holdfast

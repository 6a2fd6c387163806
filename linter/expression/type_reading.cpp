#include "expression/convert.h"
#include "expression/expression_diagnostics.h"
#include "text/diagnostic.h"
#include "value/entity.h"

#include <algorithm>
#include <string>
#include <vector>

namespace holdfast {

namespace {

class Nothing final : public Entity {
 public:
  std::optional<Value> attribute(std::string_view) override { return std::nullopt; }
  std::vector<std::string_view> attribute_names() const override { return {}; }
  std::string label() const override { return {}; }
};

class TypeReader {
 public:
  TypeReader(const hcl::Tree& tree, Evaluation& evaluation, Diagnostics& diagnostics)
      : tree_(tree), evaluation_(evaluation), diagnostics_(diagnostics) {}

  const Type* read(hcl::NodeId node) {
    switch (tree_.node(node).kind) {
      case hcl::NodeKind::variable: return named(node);
      case hcl::NodeKind::call: return constructed(node);
      case hcl::NodeKind::bad: return any_type();
      default: diagnostics_.report(kNoType, tree_.span(node)); return any_type();
    }
  }

 private:
  Arena& arena() const { return evaluation_.arena; }

  const Type* named(hcl::NodeId node) {
    const std::string_view name = tree_.text(node);
    if (name == "string") return text_type();
    if (name == "number") return number_type();
    if (name == "bool") return boolean_type();
    if (name == "any") return any_type();
    // Older sources name the collection alone.
    if (const auto kind = collection_kind(name)) return collection_type(arena(), *kind, any_type());
    return unknown_name(node, name);
  }

  const Type* unknown_name(hcl::NodeId node, std::string_view name) {
    const std::string_view near =
        nearest(name, {"string", "number", "bool", "any", "list", "set", "map", "object", "tuple"});
    if (near.empty()) {
      diagnostics_.report(kUnknownType, tree_.span(node), {name});
    } else {
      diagnostics_.report(kMisspeltType, tree_.span(node), {name, near});
    }
    return any_type();
  }

  static std::optional<TypeKind> collection_kind(std::string_view name) {
    if (name == "list") return TypeKind::list;
    if (name == "set") return TypeKind::set;
    if (name == "map") return TypeKind::map;
    return std::nullopt;
  }

  const Type* constructed(hcl::NodeId node) {
    const std::string_view name = tree_.text(node);
    const auto arguments = tree_.children_of(node);
    const auto kind = collection_kind(name);
    if (!kind && name != "object" && name != "tuple") return unknown_name(node, name);
    if (arguments.size() != 1) {
      diagnostics_.report(kTypeArguments, tree_.span(node), {name});
      return any_type();
    }
    if (kind) return collection_type(arena(), *kind, read(arguments[0]));
    return name == "object" ? object(arguments[0]) : tuple(arguments[0]);
  }

  const Type* tuple(hcl::NodeId node) {
    if (tree_.node(node).kind != hcl::NodeKind::tuple) {
      diagnostics_.report(kTypeArguments, tree_.span(node), {"tuple"});
      return any_type();
    }
    std::vector<const Type*> elements;
    for (const hcl::NodeId child : tree_.children_of(node)) elements.push_back(read(child));
    return arena().make(Type{.kind = TypeKind::tuple, .elements = arena().copy(elements)});
  }

  const Type* object(hcl::NodeId node) {
    if (tree_.node(node).kind != hcl::NodeKind::object) {
      diagnostics_.report(kTypeArguments, tree_.span(node), {"object"});
      return any_type();
    }
    const auto children = tree_.children_of(node);
    std::vector<TypeAttribute> attributes;
    for (std::size_t i = 0; i + 1 < children.size(); i += 2) {
      if (tree_.node(children[i]).kind != hcl::NodeKind::string) {
        diagnostics_.report(kTypeArguments, tree_.span(children[i]), {"object"});
        continue;
      }
      attributes.push_back(attribute(tree_.text(children[i]), children[i + 1]));
    }
    std::stable_sort(attributes.begin(), attributes.end(),
                     [](const TypeAttribute& a, const TypeAttribute& b) { return a.name < b.name; });
    return arena().make(Type{.kind = TypeKind::object, .attributes = arena().copy(attributes)});
  }

  TypeAttribute attribute(std::string_view name, hcl::NodeId node) {
    const bool is_optional = tree_.node(node).kind == hcl::NodeKind::call && tree_.text(node) == "optional";
    if (!is_optional) return {.name = name, .type = read(node)};
    const auto arguments = tree_.children_of(node);
    if (arguments.empty() || arguments.size() > 2) {
      diagnostics_.report(kTypeArguments, tree_.span(node), {"optional"});
      return {.name = name, .type = any_type(), .optional = true};
    }
    TypeAttribute result{.name = name, .type = read(arguments[0]), .optional = true};
    if (arguments.size() > 1) result.fallback = fallback(arguments[1], *result.type);
    return result;
  }

  const Value* fallback(hcl::NodeId node, const Type& type) {
    Nothing nothing;
    const Value written = evaluate({&tree_, node}, Scope(nothing), evaluation_);
    const Value value = convert(written, type, tree_.span(node), evaluation_);
    if (value.is_error()) {
      diagnostics_.report(kBadFallback, tree_.span(node), {value.as_unknown().reason});
      return nullptr;
    }
    return value.is_null() ? nullptr : arena().make(value);
  }

  const hcl::Tree& tree_;
  Evaluation& evaluation_;
  Diagnostics& diagnostics_;
};

}  // namespace

const Type* read_type(hcl::Expression expression, Evaluation& evaluation, Diagnostics& diagnostics) {
  return TypeReader(*expression.tree, evaluation, diagnostics).read(expression.node);
}

}  // namespace holdfast

#include "model/check.h"

#include "expression/function.h"
#include "model/block_reader.h"
#include "model/model_diagnostics.h"
#include "model/state.h"

#include <algorithm>

namespace holdfast {

using hcl::NodeKind;

namespace {

constexpr std::string_view kBuiltInMembers[] = {"address", "label", "provider_type", "type_name"};

bool is_built_in(std::string_view name) {
  return std::find(std::begin(kBuiltInMembers), std::end(kBuiltInMembers), name) != std::end(kBuiltInMembers);
}

Shape of_type(const Type* type) {
  if (!type || type->kind == TypeKind::any) return {};
  if (type->kind == TypeKind::list || type->kind == TypeKind::set) {
    Shape shape = of_type(type->element);
    shape.is_list = true;
    return shape;
  }
  return {.value = type};
}

bool is_anything(const Shape& shape) { return !shape.type && !shape.family && !shape.value && !shape.is_list; }

Shape element_of(Shape shape) {
  if (!shape.is_list) return {};
  shape.is_list = false;
  return shape;
}

}  // namespace

Shape PackChecker::shape_named(std::string_view name, bool is_list) const {
  if (const TypeDefinition* type = definitions_.type(name)) return {.type = type, .is_list = is_list};
  return {.family = definitions_.family(name), .is_list = is_list};
}

Shape PackChecker::shape_of(const Member& member) {
  if (member.attribute) return of_type(member.attribute->type);
  if (member.link) return shape_named(member.link->to, !member.link->is_single);
  if (member.inverse) return shape_named(member.inverse->from, true);
  const auto known =
      std::find_if(derived_.begin(), derived_.end(), [&](const auto& entry) { return entry.first == member.derive; });
  if (known != derived_.end()) return known->second;
  const std::size_t index = derived_.size();
  derived_.emplace_back(member.derive, Shape());
  const Shape self = shape_named(member.derive->on);
  const Shape shape = infer(member.derive->value, {{"self", self}, {"policy", {}}, {"model", {}}, {"deployment", {}}});
  derived_[index].second = shape;
  return shape;
}

Shape PackChecker::member_shape(const Shape& object, std::string_view name, Span at) {
  if (is_built_in(name)) return {};
  const auto& members = object.type ? object.type->members : object.family->members;
  if (const auto found = members.find(name); found != members.end()) return shape_of(found->second);
  if (is_state(name)) return object;
  std::vector<std::string_view> names;
  for (const auto& [known, member] : members) names.push_back(known);
  const std::string_view owner = object.type ? object.type->name : object.family->name;
  diagnostics_.report(kUndeclaredAttribute, at, {owner, name, suggestion(name, names)});
  return {};
}

Shape PackChecker::infer_attribute(hcl::Expression expression, const std::vector<NamedShape>& names) {
  const hcl::Tree& tree = *expression.tree;
  const hcl::Expression object{&tree, tree.child(expression.node, 0)};
  const std::string_view name = tree.text(expression.node);
  const Span at = tree.span(expression.node);
  const hcl::Node& node = tree.node(object.node);
  const bool is_catalogue =
      node.kind == NodeKind::variable && (tree.text(object.node) == "model" || tree.text(object.node) == "here");
  const auto is_meant = [&](const NamedShape& named) { return named.name == tree.text(object.node); };
  if (is_catalogue && std::any_of(names.begin(), names.end(), is_meant)) {
    if (definitions_.is_type_or_family(name)) return shape_named(name, true);
    diagnostics_.report(kUnknownCanonicalType, at, {name, suggestion(name, definitions_.type_names())});
    return {};
  }
  const Shape shape = infer(object, names);
  if (shape.is_list) return {};
  if (shape.type || shape.family) return member_shape(shape, name, at);
  if (!shape.value || shape.value->kind != TypeKind::object) return {};
  const auto& attributes = shape.value->attributes;
  const auto found = std::find_if(attributes.begin(), attributes.end(), [&](const auto& a) { return a.name == name; });
  if (found != attributes.end()) return of_type(found->type);
  std::vector<std::string_view> known;
  for (const auto& attribute : attributes) known.push_back(attribute.name);
  diagnostics_.report(kUndeclaredAttribute, at, {to_string(*shape.value), name, suggestion(name, known)});
  return {};
}

Shape PackChecker::infer_call(hcl::Expression expression, const std::vector<NamedShape>& names) {
  const hcl::Tree& tree = *expression.tree;
  const std::string_view name = tree.text(expression.node);
  const auto arguments = tree.children_of(expression.node);
  std::vector<Shape> shapes;
  for (hcl::NodeId argument : arguments) shapes.push_back(infer({&tree, argument}, names));
  const Function* built_in = functions_.find(name, true);
  const DefinedFunction* defined = definitions_.find(name);
  if (!built_in && !defined && name != "try" && name != "can") {
    diagnostics_.report(kUnknownPackFunction, tree.span(expression.node),
                        {name, suggestion(name, functions_.names(true))});
    return {};
  }
  if (!built_in && defined && defined->parameters.size() != arguments.size()) {
    const std::string wanted = std::to_string(defined->parameters.size());
    diagnostics_.report(kWrongArgumentCount, tree.span(expression.node),
                        {name, wanted, std::to_string(arguments.size())});
  }
  if (shapes.empty()) return {};
  if (name == "first" || name == "example") return element_of(shapes.front());
  if (name == "distinct" || name == "concat" || name == "reverse") return shapes.front();
  if (name == "given") return shapes.front();
  if (name == "at") return shapes.back();
  return {};
}

Shape PackChecker::infer_for(hcl::Expression expression, const std::vector<NamedShape>& names) {
  const hcl::Tree& tree = *expression.tree;
  const auto children = tree.children_of(expression.node);
  const Shape collection = infer({&tree, children[0]}, names);
  std::vector<NamedShape> inner = {{tree.text(expression.node), element_of(collection)}};
  if (!tree.extra(expression.node).empty()) inner.push_back({tree.extra(expression.node), {}});
  inner.insert(inner.end(), names.begin(), names.end());
  Shape body;
  for (std::size_t i = 1; i < children.size(); ++i) {
    const Shape shape = infer({&tree, children[i]}, inner);
    if (i == 1) body = shape;
  }
  if (tree.node(expression.node).kind == NodeKind::for_object || body.is_list) return {};
  body.is_list = !is_anything(body);
  return body;
}

Shape PackChecker::infer_children(hcl::Expression expression, const std::vector<NamedShape>& names) {
  for (hcl::NodeId child : expression.tree->children_of(expression.node)) infer({expression.tree, child}, names);
  return {};
}

Shape PackChecker::infer(hcl::Expression expression, const std::vector<NamedShape>& names) {
  if (!expression) return {};
  const hcl::Tree& tree = *expression.tree;
  switch (tree.node(expression.node).kind) {
    case NodeKind::variable: {
      const std::string_view name = tree.text(expression.node);
      if (name == "infinity") return {.value = number_type()};
      const auto found =
          std::find_if(names.begin(), names.end(), [&](const NamedShape& named) { return named.name == name; });
      if (found != names.end()) return found->shape;
      std::vector<std::string_view> known;
      for (const NamedShape& named : names) known.push_back(named.name);
      diagnostics_.report(kUnknownPackName, tree.span(expression.node), {name, suggestion(name, known)});
      return {};
    }
    case NodeKind::attribute_of: return infer_attribute(expression, names);
    case NodeKind::call: return infer_call(expression, names);
    case NodeKind::for_tuple:
    case NodeKind::for_object: return infer_for(expression, names);
    case NodeKind::index: {
      infer({&tree, tree.child(expression.node, 1)}, names);
      return element_of(infer({&tree, tree.child(expression.node, 0)}, names));
    }
    default: return infer_children(expression, names);
  }
}

void PackChecker::check_mapping(const TypeDefinition& type, const Mapping& mapping) {
  std::vector<NamedShape> names = {
      {"raw", {}}, {"meta", {}}, {"item", {}}, {"index", {}}, {"here", {}}, {"policy", {}}, {"self", {.type = &type}}};
  for (const CompanionDefinition& companion : mapping.companions) names.push_back({companion.name, {}});
  if (const DialectDefinition* dialect = definitions_.dialect(mapping.dialect)) {
    for (const NamedExpression& place : dialect->names) names.push_back({place.name, {}});
  }
  infer(mapping.each, names);
  infer(mapping.when, names);
  for (const NamedExpression& attribute : mapping.attributes) infer(attribute.value, names);
  for (const NamedExpression& computed : mapping.computed) infer(computed.value, names);
  for (const CompanionDefinition& companion : mapping.companions) infer(companion.keys, names);
}

void PackChecker::check_expansion(const ExpansionDefinition& expansion) {
  std::vector<NamedShape> names = {{"address", {.value = text_type()}}};
  for (const std::string_view name : {"declarations", "meta", "raw", "resources", "sources", "types"})
    names.push_back({name, {}});
  for (const NamedExpression& name : expansion.names) names.push_back({name.name, {}});
  for (const GeneratedDefinition& resource : expansion.resources) names.push_back({resource.label, {}});
  if (const DialectDefinition* dialect = definitions_.dialect(Dialect::cloudformation)) {
    for (const NamedExpression& place : dialect->names) names.push_back({place.name, {}});
  }
  for (const NamedExpression& name : expansion.names) infer(name.value, names);
  std::vector<NamedShape> own = names;
  own.push_back({"item", {}});
  own.push_back({"key", {}});
  for (const GeneratedDefinition& resource : expansion.resources) {
    infer(resource.each, names);
    infer(resource.when, own);
    infer(resource.name, own);
    infer(resource.into, own);
    for (const NamedExpression& property : resource.properties) infer(property.value, own);
    for (const NamedExpression& fact : resource.facts) infer(fact.value, own);
  }
}

void PackChecker::check_definitions() {
  for (const auto& [type, expansion] : definitions_.expansions()) check_expansion(expansion);
  for (const TypeDefinition& type : definitions_.types()) {
    infer(type.identity, {{"policy", {}}, {"model", {}}, {"deployment", {}}, {"self", {.type = &type}}});
    for (const Mapping& mapping : type.mappings) check_mapping(type, mapping);
  }
  for (const LinkDefinition& link : definitions_.links()) {
    const std::vector<NamedShape> from = {
        {"from", shape_named(link.from)}, {"policy", {}}, {"model", {}}, {"deployment", {}}};
    std::vector<NamedShape> both = from;
    both.push_back({"to", shape_named(link.to)});
    infer(link.when, both);
    infer(link.by, from);
    infer(link.match_from, from);
    infer(link.keys, both);
    infer(link.match_to, both);
  }
  for (const DeriveDefinition& derive : definitions_.derives()) shape_of(Member{.derive = &derive});
  for (const auto& [name, function] : definitions_.functions()) {
    std::vector<NamedShape> parameters;
    for (std::string_view parameter : function.parameters) parameters.push_back({parameter, {}});
    infer(function.result, parameters);
  }
}

void PackChecker::check_rule_expression(hcl::Expression expression, std::string_view on,
                                        std::vector<NamedShape> names) {
  names.insert(names.end(), {{"policy", {}}, {"model", {}}, {"deployment", {}}});
  if (!on.empty()) names.push_back({"self", shape_named(on)});
  infer(expression, names);
}

}  // namespace holdfast

#include "settings/constant.h"

#include "expression/convert.h"
#include "expression/function.h"
#include "model/block_reader.h"
#include "settings/settings_diagnostics.h"

#include <algorithm>

namespace holdfast {

namespace {

class Nothing final : public Entity {
 public:
  std::optional<Value> attribute(std::string_view) override { return std::nullopt; }
  std::vector<std::string_view> attribute_names() const override { return {}; }
  std::string label() const override { return {}; }
};

void check_attribute(const hcl::Tree& tree, hcl::NodeId key, hcl::NodeId value, const Type& object,
                     Diagnostics& diagnostics) {
  const std::string_view name = tree.text(key);
  const auto found = std::ranges::find(object.attributes, name, &TypeAttribute::name);
  if (found != object.attributes.end()) return check_constant({&tree, value}, *found->type, name, diagnostics);
  std::vector<std::string_view> known;
  for (const TypeAttribute& attribute : object.attributes) known.push_back(attribute.name);
  diagnostics.report(kUnknownSetting, tree.span(key), {name, suggestion(name, known)});
}

}  // namespace

void check_constant(hcl::Expression expression, const Type& wanted, std::string_view name, Diagnostics& diagnostics) {
  const hcl::Tree& tree = *expression.tree;
  const bool is_mapping = wanted.kind == TypeKind::object || wanted.kind == TypeKind::map;
  if (is_mapping && tree.node(expression.node).kind == hcl::NodeKind::object) {
    const auto children = tree.children_of(expression.node);
    for (std::size_t i = 0; i + 1 < children.size(); i += 2) {
      if (wanted.kind == TypeKind::object)
        check_attribute(tree, children[i], children[i + 1], wanted, diagnostics);
      else
        check_constant({&tree, children[i + 1]}, *wanted.element, tree.text(children[i]), diagnostics);
    }
    return;
  }
  Arena arena;
  const FunctionTable functions;
  Evaluation evaluation{.arena = arena, .functions = functions};
  Nothing nothing;
  const Value value = convert(evaluate(expression, Scope(nothing), evaluation), wanted, expression.span(), evaluation);
  if (value.is_error()) diagnostics.report(kWrongSetting, expression.span(), {name, value.as_unknown().reason});
}

}  // namespace holdfast

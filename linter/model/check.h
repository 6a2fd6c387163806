#pragma once

#include "model/definition.h"

#include <string_view>
#include <vector>

namespace holdfast {

class FunctionTable;

/// What the names of an expression stand for, as far as packs declare it. A shape that is nothing in particular may be
/// anything.
struct Shape {
  const TypeDefinition* type = nullptr;      // an object of this type
  const FamilyDefinition* family = nullptr;  // an object of some type of this family
  const Type* value = nullptr;               // a plain value
  bool is_list = false;                      // a list of the above
};

struct NamedShape {
  std::string_view name;
  Shape shape;
};

/// Checks pack expressions before any template is seen: names exist, objects have the attributes that are read,
/// functions exist and take as many arguments. Mistakes are reported where they stand, with the nearest name.
class PackChecker {
 public:
  PackChecker(const Definitions& definitions, const FunctionTable& functions, Diagnostics& diagnostics)
      : definitions_(definitions), functions_(functions), diagnostics_(diagnostics) {}

  /// Everything in the definitions: mappings, links, derived facts, functions.
  void check_definitions();
  /// An expression of a rule on a type or family; `on` empty: on the whole deployment. `more` are further names.
  void check_rule_expression(hcl::Expression expression, std::string_view on, std::vector<NamedShape> more = {});

 private:
  Shape shape_named(std::string_view type_or_family, bool is_list = false) const;
  Shape infer(hcl::Expression expression, const std::vector<NamedShape>& names);
  Shape infer_attribute(hcl::Expression expression, const std::vector<NamedShape>& names);
  Shape infer_call(hcl::Expression expression, const std::vector<NamedShape>& names);
  Shape infer_for(hcl::Expression expression, const std::vector<NamedShape>& names);
  Shape infer_children(hcl::Expression expression, const std::vector<NamedShape>& names);
  Shape member_shape(const Shape& object, std::string_view name, Span at);
  Shape shape_of(const Member& member);
  void check_expansion(const ExpansionDefinition& expansion);
  void check_mapping(const TypeDefinition& type, const Mapping& mapping);

  const Definitions& definitions_;
  const FunctionTable& functions_;
  Diagnostics& diagnostics_;
  std::vector<std::pair<const DeriveDefinition*, Shape>> derived_;  // also what is being inferred, against recursion
};

}  // namespace holdfast

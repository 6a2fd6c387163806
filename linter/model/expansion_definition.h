#pragma once

#include "model/block_reader.h"

#include <string_view>
#include <vector>

namespace holdfast {

/// One resource, or one for each element of `each`, that a provider makes of a source before anything is deployed; or
/// what it adds to a resource that is there.
struct GeneratedDefinition {
  std::string_view label;  // how the expressions of its expansion call it
  std::string_view resource_type;
  std::string_view part;                    // `Source.Part` is what templates call it; may be empty
  hcl::Expression name;                     // empty: it takes the place of the source, under the source's name
  hcl::Expression into;                     // the resource to which it adds its properties; empty: it is one itself
  hcl::Expression each;                     // list or map: bound to `item`, its name to `key`; empty: one resource
  hcl::Expression when;                     // empty: always
  std::vector<std::string_view> kept;       // properties that it has from the source as they are
  std::vector<NamedExpression> properties;  // sorted by name
  std::vector<NamedExpression> facts;       // what `meta` says of it, where that is not what it says of the source
};

/// What stands for several resources: a type that no provider deploys.
struct ExpansionDefinition {
  std::string_view source_type;
  std::string_view defaults;  // section of a template with properties for all resources of the type; may be empty
  std::string_view attached;  // attribute of other resources under which such sources may stand; may be empty
  std::vector<NamedExpression> names;  // intermediate values, computed once for each source; sorted by name
  std::vector<GeneratedDefinition> resources;
  Span at;

  const GeneratedDefinition* replacement() const;
};

/// Reads an `expansion` block.
ExpansionDefinition read_expansion(const hcl::Tree& tree, hcl::NodeId block, Diagnostics& diagnostics);

}  // namespace holdfast

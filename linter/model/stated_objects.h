#pragma once

#include "model/definition.h"

#include <string>
#include <string_view>
#include <vector>

namespace holdfast {

struct Deployment;

/// What a user says of objects beyond the sources. The expressions are constants; their trees outlive everything.
struct StatedObjects {
  /// Attributes of objects by the pattern of their address; the last that fits counts.
  struct Override {
    std::string address;
    std::vector<NamedExpression> attributes;
  };
  /// Something that is deployed elsewhere and that the sources refer to.
  struct External {
    std::string_view type;  // as an `external` mapping of a pack calls it
    std::string_view name;
    std::vector<NamedExpression> attributes;
    Span at;
  };
  std::vector<Override> overrides;
  std::vector<External> externals;

  hcl::Expression overridden(std::string_view address, std::string_view attribute) const;
};

/// Puts what is deployed elsewhere among the resources, where links can find it. Nobody judges it.
void add_externals(const StatedObjects& stated, const FunctionTable& functions, Deployment& deployment);

}  // namespace holdfast

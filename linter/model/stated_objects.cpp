#include "model/stated_objects.h"

#include "expression/function.h"
#include "resource/deployment.h"
#include "text/glob.h"

#include <algorithm>

namespace holdfast {

namespace {

class Nothing final : public Entity {
 public:
  std::optional<Value> attribute(std::string_view) override { return std::nullopt; }
  std::vector<std::string_view> attribute_names() const override { return {}; }
  std::string label() const override { return {}; }
};

/// As a resource it has what was stated. What was not is unknown: somebody else wrote it.
class ExternalResource final : public Resource {
 public:
  ExternalResource(const StatedObjects::External& stated, const FunctionTable& functions, Arena& memory)
      : stated_(stated), functions_(functions) {
    type = stated.type;
    address = "external." + std::string(stated.type) + "." + std::string(stated.name);
    is_external = true;
    header_span = stated.at;
    arena = &memory;
  }

  Value written(std::string_view name) override {
    const auto found = std::ranges::find(stated_.attributes, name, &NamedExpression::name);
    if (found == stated_.attributes.end()) {
      const std::string reason = std::string(name) + " of " + address + " is not stated";
      return unknown_value(*arena, arena->copy(reason), arena->copy(reason.substr(0, reason.find(" is not"))));
    }
    Nothing nothing;
    Evaluation evaluation{.arena = *arena, .functions = functions_, .is_pack = true};
    return evaluate(found->value, Scope(nothing), evaluation);
  }

  std::vector<std::string_view> written_names() const override {
    std::vector<std::string_view> names;
    for (const NamedExpression& attribute : stated_.attributes) names.push_back(attribute.name);
    return names;
  }

  Value meta(std::string_view) override { return Value(); }

 private:
  const StatedObjects::External& stated_;
  const FunctionTable& functions_;
};

}  // namespace

hcl::Expression StatedObjects::overridden(std::string_view address, std::string_view attribute) const {
  for (auto it = overrides.rbegin(); it != overrides.rend(); ++it) {
    if (!matches_glob(it->address, address, '\0')) continue;
    const auto found = std::ranges::find(it->attributes, attribute, &NamedExpression::name);
    if (found != it->attributes.end()) return found->value;
  }
  return {};
}

void add_externals(const StatedObjects& stated, const FunctionTable& functions, Deployment& deployment) {
  for (const StatedObjects::External& external : stated.externals)
    deployment.resources.push_back(std::make_unique<ExternalResource>(external, functions, deployment.arena));
}

}  // namespace holdfast

#include "cloudformation/attributes.h"

#include "cloudformation/cloudformation_diagnostics.h"
#include "cloudformation/expansion.h"
#include "cloudformation/intrinsic.h"
#include "cloudformation/reference.h"

#include <algorithm>
#include <array>

namespace holdfast::cloudformation {
namespace {

struct PolicyAttribute {
  std::string_view name;
  std::vector<std::string_view> values;
};
const std::array<PolicyAttribute, 2> kPolicies = {{
    {"DeletionPolicy", {"Delete", "Retain", "RetainExceptOnCreate", "Snapshot"}},
    {"UpdateReplacePolicy", {"Delete", "Retain", "Snapshot"}},
}};

bool is_text(const Place& place) { return place.is_scalar() && !intrinsic_at(place); }

void check_dependency(const Place& name, Template& unit) {
  if (!is_text(name)) {
    unit.report(kNotAName, name.span(), {"DependsOn", "the name of a resource or a list of names"});
  } else if (const std::string_view text = name.text(unit.arena); !find_resource(text, unit) && !unit.is_transformed) {
    unit.report(kUnknownResource, name.span(), {text}, nearest_resource(text, unit));
  }
}

void check_dependencies(const Place& names, Template& unit) {
  if (!names.is_sequence() || intrinsic_at(names)) return check_dependency(names, unit);
  for (std::size_t i = 0; i < names.item_count(); ++i) check_dependency(names.item(i), unit);
}

void check_policy(const PolicyAttribute& policy, const Place& value, Template& unit) {
  if (!is_text(value)) return;
  const std::string_view text = value.text(unit.arena);
  if (std::ranges::find(policy.values, text) != policy.values.end()) return;
  std::string known;
  for (const std::string_view one : policy.values) known += (known.empty() ? "" : ", ") + std::string(one);
  unit.report(kUnknownPolicy, value.span(), {text, policy.name, known}, nearest(text, policy.values));
}

}  // namespace

void check_attributes(const std::vector<Member>& attributes, Template& unit) {
  for (const Member& attribute : attributes) {
    if (attribute.key == "DependsOn") check_dependencies(attribute.value, unit);
    if (attribute.key == "Condition" && !is_text(attribute.value)) {
      unit.report(kNotAName, attribute.value.span(), {"Condition", "the name of a condition"});
    }
    for (const PolicyAttribute& policy : kPolicies) {
      if (attribute.key == policy.name) check_policy(policy, attribute.value, unit);
    }
  }
}

}  // namespace holdfast::cloudformation

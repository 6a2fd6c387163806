#include "report/named_control.h"

#include <algorithm>

namespace holdfast {

std::vector<NamedControl> named_controls(const Rule& rule, const std::vector<const Framework*>& frameworks) {
  std::vector<NamedControl> named;
  for (const Framework* framework : frameworks) {
    for (const ControlReference& reference : rule.controls) {
      if (reference.framework != framework->key) continue;
      const Control* control = framework->find(reference.control);
      named.push_back({.framework = framework,
                       .id = reference.control,
                       .label = control == nullptr ? std::string_view() : std::string_view(control->label),
                       .is_direct = reference.is_direct});
    }
  }
  std::stable_partition(named.begin(), named.end(), [](const NamedControl& control) { return control.is_direct; });
  return named;
}

std::string edition(const Framework& framework) {
  // A standard that is called by a number takes its year after a colon.
  const bool is_number = !framework.name.empty() && framework.name.back() >= '0' && framework.name.back() <= '9';
  return framework.name + (is_number ? ":" : " ") + framework.version;
}

}  // namespace holdfast

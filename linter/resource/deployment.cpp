#include "resource/deployment.h"

namespace holdfast {

const std::vector<Resource*>& Deployment::of_type(std::string_view type) {
  if (by_type_.empty()) {
    for (const auto& resource : resources) by_type_[resource->type].push_back(resource.get());
  }
  static const std::vector<Resource*> kNone;
  const auto found = by_type_.find(type);
  return found == by_type_.end() ? kNone : found->second;
}

}  // namespace holdfast

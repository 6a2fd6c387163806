#include "rule/requirement.h"

#include <algorithm>

namespace holdfast {

std::string_view to_string(Proof proof) {
  switch (proof) {
    case Proof::statically: return "static";
    case Proof::as_far_as: return "proxy";
    case Proof::derived: return "derived";
    case Proof::by_people: return "manual";
    case Proof::not_needed: return "none";
  }
  return {};
}

const Requirement* Register::find(std::string_view id) const {
  const auto found = std::ranges::find(requirements, id, &Requirement::id);
  return found == requirements.end() ? nullptr : &*found;
}

}  // namespace holdfast

#include "cloudformation/written_node.h"

#include "cloudformation/intrinsic.h"
#include "cloudformation/members.h"

namespace holdfast::cloudformation {
namespace {

Written written_scalar(const Place& place, Template& unit) {
  const std::string_view text = place.text(unit.arena);
  const bool is_looked_up = text.find("{{resolve:") != std::string_view::npos;
  if (is_looked_up || text.empty() || scalar_type(*place.document, place.id) == ScalarType::null) return {};
  return Written(Written::Kind::scalar, text);
}

Written written_choice(const Place& parts, Template& unit) {
  Written written(Written::Kind::choice);
  for (std::size_t i = 1; i < parts.item_count(); ++i) {
    written.entries.push_back({{}, parts.item(i).whole_span(), written_at(parts.item(i), unit)});
  }
  return written;
}

/// Keys of other languages that are processed before this one are none of its names.
bool is_name(std::string_view key) { return key.find("::") == std::string_view::npos; }

}  // namespace

Written written_at(const Place& place, Template& unit) {
  if (const std::optional<Intrinsic> intrinsic = intrinsic_at(place)) {
    const bool is_choice = intrinsic->name == "Fn::If" && intrinsic->argument.is_sequence();
    return is_choice ? written_choice(intrinsic->argument, unit) : Written();
  }
  if (place.is_scalar()) return written_scalar(place, unit);
  Written written(place.is_sequence() ? Written::Kind::list : Written::Kind::object);
  if (place.is_sequence()) {
    for (std::size_t i = 0; i < place.item_count(); ++i) {
      written.entries.push_back({{}, place.item(i).whole_span(), written_at(place.item(i), unit)});
    }
    return written;
  }
  const Members members = members_of(place, unit);
  if (!members.incomplete_because.empty()) return {};
  for (const Member& member : members.all) {
    if (is_name(member.key)) written.entries.push_back({member.key, member.key_span, written_at(member.value, unit)});
  }
  return written;
}

}  // namespace holdfast::cloudformation

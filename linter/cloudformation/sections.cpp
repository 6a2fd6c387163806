#include "cloudformation/sections.h"

#include "cloudformation/transform.h"

#include <algorithm>
#include <string>

namespace holdfast::cloudformation {
namespace {

/// Types with this prefix, and the transform of their name, stand for several resources each.
constexpr std::string_view kServerless = "AWS::Serverless";
constexpr std::string_view kInclude = "AWS::Include";
/// Of the language itself: it adds no names of which nobody knows.
constexpr std::string_view kExtensions = "AWS::LanguageExtensions";

void leave_to_macro(Span at, const std::string& reason, Template& unit) {
  unit.is_transformed = unit.is_rewritten = unit.are_conditions_open = true;
  unit.leave_out(at, reason);
}

template <class Take>
void for_each_transform(const Place& root, Take&& take) {
  const Place transforms = root.find("Transform");
  if (!transforms.exists()) return;
  if (!transforms.is_sequence()) return take(transforms);
  for (std::size_t i = 0; i < transforms.item_count(); ++i) take(transforms.item(i));
}

Place name_of(const Place& transform) {
  const Place name = transform.is_mapping() ? transform.find("Name") : transform;
  return name.exists() && name.is_scalar() ? name : Place{};
}

}  // namespace

void read_transforms(const Place& root, Template& unit) {
  for_each_transform(root, [&](const Place& transform) {
    const Place name = name_of(transform);
    const std::string_view text = name.exists() ? name.text(unit.arena) : kExtensions;
    if (text == kExtensions || text == kInclude) return;
    unit.is_transformed = true;
    if (text.starts_with(kServerless)) return;
    leave_to_macro(name.span(), "transform " + std::string(text) + " is applied at deployment", unit);
  });
}

Sections::Sections(const Place& root, Template& unit) {
  for_each_transform(root, [&](const Place& transform) {
    const Place name = name_of(transform);
    if (name.exists() && name.text(unit.arena) == kInclude) include(transform, unit);
  });
  Members own = members_of(root, unit);
  if (!own.incomplete_because.empty()) leave_to_macro(root.span(), own.incomplete_because, unit);
  all_.insert(all_.end(), own.all.begin(), own.all.end());
}

void Sections::include(const Place& transform, Template& unit) {
  const Place content = included_content(transform, unit);
  if (!content.exists()) return leave_to_macro(transform.span(), "it includes a file that is not seen", unit);
  const Members included = members_of(content, unit);
  all_.insert(all_.end(), included.all.begin(), included.all.end());
}

Place Sections::find(std::string_view name) const {
  const auto last = std::find_if(all_.rbegin(), all_.rend(), [&](const Member& member) { return member.key == name; });
  return last == all_.rend() ? Place{} : last->value;
}

}  // namespace holdfast::cloudformation

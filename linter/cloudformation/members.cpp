#include "cloudformation/members.h"

#include "cloudformation/cloudformation_diagnostics.h"
#include "cloudformation/intrinsic.h"
#include "cloudformation/node_value.h"
#include "cloudformation/transform.h"

namespace holdfast::cloudformation {
namespace {

/// More names than this come from a loop inside loops, not from an author.
constexpr std::size_t kLoopMembersMax = 100'000;

struct Unrolling {
  Template& unit;
  Members result;

  void give_up(std::string_view reason) {
    if (result.incomplete_because.empty()) result.incomplete_because = reason;
  }
  void add(const Place& mapping);
  void add_transform(const Place& transform);
  void add_loop(std::string_view name, Span at, const Place& loop);
};

void Unrolling::add(const Place& mapping) {
  for (std::size_t i = 0; i + 1 < mapping.item_count(); i += 2) {
    const Place key = mapping.item(i);
    if (!key.is_scalar()) continue;
    const std::string_view name = key.text(unit.arena);
    if (name.starts_with("Fn::ForEach")) {
      add_loop(name, key.span(), mapping.item(i + 1));
    } else if (name == "Fn::Transform") {
      add_transform(mapping.item(i + 1));
    } else {
      result.all.push_back({name, key.span(), mapping.item(i + 1)});
    }
  }
}

void Unrolling::add_transform(const Place& transform) {
  const Place content = included_content(transform, unit);
  if (!content.exists() || !content.is_mapping()) return give_up("it holds a transform that is applied at deployment");
  // What is written beside the transform wins, and the last of equal names counts.
  Unrolling included{unit, {}};
  included.add(content);
  result.all.insert(result.all.begin(), included.result.all.begin(), included.result.all.end());
  give_up(included.result.incomplete_because);
}

void Unrolling::add_loop(std::string_view name, Span at, const Place& loop) {
  const bool is_loop =
      loop.is_sequence() && loop.item_count() == 3 && loop.item(0).is_scalar() && loop.item(2).is_mapping();
  if (!is_loop) {
    unit.report(kMalformedFunction, at, {name, "an identifier, a list and a mapping"});
    return give_up("a loop in it is malformed");
  }
  const Value collection = evaluate(loop.item(1), unit);
  if (!collection.is_sequence()) {
    return give_up("it repeats over a list that is not known");
  }
  for (const Value& item : collection.items()) {
    const Value text = as_text(item, unit);
    if (!text.is_text()) {
      give_up("it repeats over a list that is not known");
      continue;
    }
    if (result.all.size() > kLoopMembersMax) return give_up("its loops make too many names");
    Place body = loop.item(2);
    body.loops = unit.arena.make(Loop{loop.item(0).text(unit.arena), text.as_text(), loop.loops});
    add(body);
  }
}

}  // namespace

Members members_of(const Place& mapping, Template& unit) {
  Unrolling unrolling{unit, {}};
  if (mapping.exists() && mapping.is_mapping()) unrolling.add(mapping);
  return std::move(unrolling.result);
}

}  // namespace holdfast::cloudformation

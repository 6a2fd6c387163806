#include "cloudformation/members.h"

#include "cloudformation/cloudformation_diagnostics.h"
#include "cloudformation/intrinsic.h"
#include "cloudformation/node_value.h"
#include "cloudformation/transform.h"
#include "expression/worlds.h"

#include <algorithm>

namespace holdfast::cloudformation {
namespace {

/// More names than this come from a loop inside loops, not from an author.
constexpr std::size_t kLoopMembersMax = 100'000;

/// One text that a loop repeats over, and the worlds in which it does.
struct Round {
  std::string_view text;
  Condition when;
};

struct Unrolling {
  Template& unit;
  Members result;
  Condition when = Condition::always();

  void give_up(std::string_view reason) {
    if (result.incomplete_because.empty()) result.incomplete_because = reason;
  }
  void add(const Place& mapping);
  void add_transform(const Place& transform);
  void add_loop(std::string_view name, Span at, const Place& loop);
  std::vector<Round> rounds_over(const Place& collection);
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
      result.all.push_back({name, key.span(), mapping.item(i + 1), when});
    }
  }
}

void Unrolling::add_transform(const Place& transform) {
  const Place content = included_content(transform, unit);
  if (!content.exists() || !content.is_mapping()) return give_up("it holds a transform that is applied at deployment");
  // What is written beside the transform wins, and the last of equal names counts.
  Unrolling included{unit, {}, when};
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
  const Condition outside = when;
  for (const Round& round : rounds_over(loop.item(1))) {
    if (result.all.size() > kLoopMembersMax) return give_up("its loops make too many names");
    Place body = loop.item(2);
    body.loops = unit.arena.make(Loop{loop.item(0).text(unit.arena), round.text, loop.loops});
    when = conjoin(unit.arena, outside, round.when);
    add(body);
  }
  when = outside;
}

std::vector<Round> Unrolling::rounds_over(const Place& collection) {
  std::vector<Round> rounds;
  const auto add_round = [&](std::string_view text, Condition in) {
    const auto same = in.is_always() ? rounds.end() : std::ranges::find(rounds, text, &Round::text);
    if (same == rounds.end()) {
      rounds.push_back({text, in});
    } else {
      same->when = disjoin(unit.arena, same->when, in);
    }
  };
  for (const Leaf& list : leaves(evaluate(collection, unit), unit.evaluation)) {
    if (!list.value.is_sequence()) give_up("it repeats over a list that is not known");
    for (const Value& item : list.value.is_sequence() ? list.value.items() : std::span<const Value>()) {
      for (const Leaf& leaf : leaves(as_text(expand(item, unit.evaluation), unit), unit.evaluation)) {
        if (leaf.value.is_text()) {
          add_round(leaf.value.as_text(), conjoin(unit.arena, list.condition, leaf.condition));
        } else if (!leaf.value.is_absent()) {
          give_up("it repeats over a list that is not known");
        }
      }
    }
  }
  return rounds;
}

}  // namespace

Members members_of(const Place& mapping, Template& unit) {
  Unrolling unrolling{unit, {}};
  if (!mapping.exists()) return {};
  const Place included = with_include(mapping, unit);
  if (is_transform(included)) {
    unrolling.give_up("it holds a transform that is applied at deployment");
  } else if (included.is_mapping()) {
    unrolling.add(included);
  }
  return std::move(unrolling.result);
}

std::vector<Member> declarations_in(const Place& section, Template& unit) {
  Members members = members_of(section, unit);
  if (!members.incomplete_because.empty()) unit.is_transformed = true;
  return std::move(members.all);
}

}  // namespace holdfast::cloudformation

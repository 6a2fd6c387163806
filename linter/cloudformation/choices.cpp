#include "cloudformation/cloudformation_diagnostics.h"
#include "cloudformation/conditions.h"
#include "cloudformation/intrinsic.h"
#include "cloudformation/node_value.h"
#include "cloudformation/transform.h"
#include "expression/unknowns.h"
#include "expression/worlds.h"

#include <algorithm>
#include <string>

namespace holdfast::cloudformation {
namespace {

/// Keys of one level of a mapping that an unknown key may turn out to be.
constexpr std::size_t kCandidatesMax = 64;

struct Lookup {
  const Intrinsic& intrinsic;
  Place fallback;
  Template& unit;

  Value open(std::string_view reason) { return unknown_value(unit.arena, reason); }

  Value missing(std::string_view key, std::size_t depth) {
    if (fallback.exists()) return evaluate(fallback, unit);
    if (unit.is_transformed) return open("a transform may add to the mapping");
    // In a world that is only one of several the author may well know that nothing is deployed.
    if (unit.evaluation.assumption.is_always()) {
      unit.report(kUnknownKey, intrinsic.argument.item(depth).whole_span(), {key});
    }
    return unit.at(intrinsic.span, open("the mapping has no such key"));
  }

  /// What the keys from `depth` on lead to, from this level of the mappings.
  Value from(const Place& written, std::span<const Value> keys, std::size_t depth) {
    const Place level = with_include(written, unit);
    if (depth == keys.size()) return unit.at(intrinsic.span, evaluate(level, unit));
    return for_each_world(keys[depth], unit.evaluation, [&](const Value& key) {
      if (key.is_unknown()) return any_of(level, key, keys, depth);
      const Value text = as_text(key, unit);
      if (!text.is_text()) return open("it looks up what is no text");
      Place next = level.find(text.as_text());
      if (const Place transform = level.find("Fn::Transform"); transform.exists() && !next.exists()) {
        next = included_content(transform, unit).find(text.as_text());
        if (!next.exists() && !fallback.exists()) return open("a transform makes the mapping at deployment");
      }
      return next.exists() ? from(next, keys, depth + 1) : missing(text.as_text(), depth);
    });
  }

  /// A key that hangs on a variable may be each of those that the mapping has: with any other, nothing is deployed.
  Value any_of(const Place& level, const Value& key, std::span<const Value> keys, std::size_t depth) {
    const Unknown& unknown = key.as_unknown();
    const bool is_open = !unknown.variable || !level.is_mapping() || level.item_count() == 0;
    if (is_open || level.item_count() / 2 > kCandidatesMax) {
      return unit.at(intrinsic.span, unknown_result(unit.evaluation, {key}, nullptr));
    }
    const Condition before = unit.evaluation.assumption;
    std::optional<Value> result;
    if (fallback.exists()) result = evaluate(fallback, unit);
    for (std::size_t i = level.item_count(); i >= 2; i -= 2) {
      const Place candidate = level.item(i - 2);
      if (!candidate.is_scalar()) continue;
      const Condition is_it = Condition::equals(unit.arena, *unknown.variable, candidate.text(unit.arena));
      unit.evaluation.assumption = conjoin(unit.arena, before, is_it);
      const Value found = from(level.item(i - 1), keys, depth + 1);
      result = result ? join_worlds(unit.arena, is_it, found, *result) : found;
    }
    unit.evaluation.assumption = before;
    return result ? unit.at(intrinsic.span, *result) : open("the mapping is empty");
  }
};

}  // namespace

Value choose(const Intrinsic& intrinsic, Template& unit) {
  const std::vector<Place> parts = operands(intrinsic, 3, 3);
  if (parts.empty() || !parts[0].is_scalar()) {
    return malformed(intrinsic, "the name of a condition and two values", unit);
  }
  // The service does not replace the identifiers of loops here.
  const std::string_view name = parts[0].document->text(parts[0].id);
  const Condition condition = condition_named(name, parts[0].span(), unit);
  Condition& assumption = unit.evaluation.assumption;
  const Condition before = assumption;
  const Truth known = implied(before, condition, unit.arena);
  if (known != Truth::unknown) return evaluate(parts[known == Truth::yes ? 1 : 2], unit);
  assumption = conjoin(unit.arena, before, condition);
  const Value then = evaluate(parts[1], unit);
  assumption = conjoin(unit.arena, before, negate(unit.arena, condition));
  const Value otherwise = evaluate(parts[2], unit);
  assumption = before;
  return unit.at(intrinsic.span, Value::choice(unit.arena, condition, then, otherwise));
}

Value find_in_map(const Intrinsic& intrinsic, Template& unit) {
  const std::vector<Place> parts = operands(intrinsic, 3, 4);
  if (parts.empty()) return malformed(intrinsic, "a mapping and two keys", unit);
  Lookup lookup{intrinsic, parts.size() == 4 ? parts[3].find("DefaultValue") : Place{}, unit};
  std::vector<Value> keys;
  for (std::size_t i = 0; i < 3; ++i) keys.push_back(expand(evaluate(parts[i], unit), unit.evaluation));
  if (!unit.mappings.exists()) return lookup.missing(keys[0].is_text() ? keys[0].as_text() : "", 0);
  return lookup.from(unit.mappings, keys, 0);
}

}  // namespace holdfast::cloudformation

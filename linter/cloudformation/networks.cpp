#include "cloudformation/intrinsic.h"
#include "cloudformation/node_value.h"
#include "expression/collection.h"
#include "expression/unknowns.h"
#include "expression/worlds.h"
#include "value/number.h"

#include <array>
#include <charconv>
#include <string>

namespace holdfast::cloudformation {
namespace {

/// The service makes no more blocks at once.
constexpr int64_t kBlocksMax = 256;

std::optional<int64_t> whole_number(const Value& value, Template& unit) {
  const Value text = as_text(value, unit);
  const std::optional<Value> number = text.is_text() ? parse_number(unit.arena, text.as_text()) : std::nullopt;
  return number ? to_integer(*number) : std::nullopt;
}

/// By how many bits the blocks are longer than the one they are cut from.
std::optional<int64_t> added_bits(std::string_view block, int64_t host_bits) {
  const std::size_t slash = block.find('/');
  if (slash == std::string_view::npos) return std::nullopt;
  int64_t prefix = 0;
  const std::string_view digits = block.substr(slash + 1);
  if (std::from_chars(digits.data(), digits.data() + digits.size(), prefix).ec != std::errc()) return std::nullopt;
  const int64_t address_bits = block.find(':') == std::string_view::npos ? 32 : 128;
  const int64_t added = address_bits - host_bits - prefix;
  return added >= 0 ? std::optional(added) : std::nullopt;
}

}  // namespace

Value cidr(const Intrinsic& intrinsic, Template& unit) {
  const std::vector<Place> parts = operands(intrinsic, 2, 3);
  if (parts.empty()) return malformed(intrinsic, "an address block, a count and a number of bits", unit);
  std::array<Value, 3> given = {Value(), Value(), Value::integer(8)};
  for (std::size_t i = 0; i < parts.size(); ++i) given[i] = expand(evaluate(parts[i], unit), unit.evaluation);
  const Value blocks = over_worlds(given, Reach::outer, unit.evaluation, [&](std::span<const Value> world) {
    const std::optional<int64_t> count = whole_number(world[1], unit);
    const std::optional<int64_t> host_bits = whole_number(world[2], unit);
    const bool is_known = world[0].is_text() && count && *count <= kBlocksMax && host_bits;
    const std::optional<int64_t> added = is_known ? added_bits(world[0].as_text(), *host_bits) : std::nullopt;
    if (!added) return unknown_result(unit.evaluation, world, collection_type(unit.arena, TypeKind::list, text_type()));
    std::vector<Value> items;
    for (int64_t i = 0; i < *count; ++i) {
      const std::array arguments = {world[0], Value::integer(*added), Value::integer(i)};
      items.push_back(compute("cidrsubnet", arguments, intrinsic.span, unit));
    }
    return list_of(unit.arena, items, text_type());
  });
  return unit.at(intrinsic.span, blocks);
}

Value get_azs(const Intrinsic& intrinsic, Template& unit) {
  const Value region = as_text(evaluate(intrinsic.argument, unit), unit);
  const Value here = *unit.environment.attribute("region");
  const Type* list = collection_type(unit.arena, TypeKind::list, text_type());
  return for_each_world(region, unit.evaluation, [&](const Value& world) {
    const bool is_here = world.is_null() || (world.is_text() && world.as_text().empty()) || equal_known(world, here);
    const Value& place = is_here ? here : world;
    const std::string name = place.is_text() ? std::string(place.as_text()) : is_here ? "the region" : "a region";
    const std::string reason = "the zones of " + name + " are known at deployment";
    if (!is_here && !place.is_text()) return unknown_value(unit.arena, unit.arena.copy(reason), {}, list);
    return unit.at(intrinsic.span, unit.unknown_named("zones of " + name, reason, list));
  });
}

}  // namespace holdfast::cloudformation

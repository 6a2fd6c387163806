#include "terraform/plan_value.h"

#include "expression/collection.h"
#include "expression/evaluate.h"
#include "value/number.h"

#include <fmt/format.h>

#include <algorithm>

namespace holdfast::terraform {

namespace {

Value scalar_value(const PlannedNode& node, Arena& arena) {
  const std::string_view text = node.value.text();
  if (node.value.is_quoted()) return Value::borrowed_text(arena, text);
  if (text == "true" || text == "false") return Value::boolean(text == "true");
  return parse_number(arena, text).value_or(Value());
}

/// Blocks are lists of objects; a list that was given as an argument is a tuple, as written ones are.
Value sequence_of(const std::vector<Value>& items, Arena& arena) {
  const bool are_blocks = !items.empty() && std::ranges::all_of(items, &Value::is_mapping);
  return Value::sequence(arena, are_blocks ? ValueKind::list : ValueKind::tuple, items);
}

Value placed(const Value& value, const PlannedNode& node, Arena& arena) {
  return value.as_sensitive(node.is_sensitive()).with_origin(arena.add_origin({.span = node.span()}));
}

bool may_be_null(const Value& value) {
  if (value.is_unknown()) return !value.as_unknown().not_null && value.as_unknown().parts.empty();
  return value.is_null() || value.is_choice();
}

}  // namespace

Value plain_value(const PlannedNode& node, const std::string& path, Arena& arena) {
  if (node.is_unknown()) return placed(unknown_value(arena, path + " is known only after apply"), node, arena);
  if (node.is_null()) return {};
  if (node.is_sequence()) {
    std::vector<Value> items;
    for (std::size_t i = 0; i < node.size(); ++i) {
      items.push_back(plain_value(node.item(i), fmt::format("{}[{}]", path, i), arena));
    }
    return placed(sequence_of(items, arena), node, arena);
  }
  if (!node.is_mapping()) return placed(scalar_value(node, arena), node, arena);
  std::vector<Value::Entry> entries;
  for (const std::string_view name : node.names()) {
    entries.push_back({name, plain_value(node.member(name), fmt::format("{}.{}", path, name), arena)});
  }
  return placed(mapping_of(arena, ValueKind::object, std::move(entries)), node, arena);
}

Value change_of(const PlannedInstance& instance, Arena& arena) {
  const PlannedNode& change = instance.change;
  if (!change.value) return {};
  std::vector<Value::Entry> entries;
  for (const std::string_view name : {"actions", "replace_paths", "importing"}) {
    entries.push_back({name, plain_value(change.member(name), std::string(name), arena)});
  }
  const bool is_moved = !instance.previous_address.empty();
  entries.push_back({"previous_address", is_moved ? Value::text(arena, instance.previous_address) : Value()});
  return placed(mapping_of(arena, ValueKind::object, std::move(entries)), change, arena);
}

PlannedValues::PlannedValues(const PlannedConfiguration& configuration, const PlannedMentions& mentions,
                             const PlannedPlace& place, Resource& resource, ResourceOf resource_of)
    : configuration_(configuration),
      mentions_(mentions),
      place_(place),
      resource_(resource),
      resource_of_(std::move(resource_of)) {}

Value PlannedValues::read(const PlannedNode& node, const std::string& path, const Mention& mention) const {
  if (node.is_unknown()) return unknown(node, path, mention);
  if (node.is_null()) return {};
  Value value;
  if (node.is_sequence()) {
    value = items(node, path, mention);
  } else if (node.is_mapping()) {
    value = members(node, path, mention);
  } else {
    return scalar(node, mention);
  }
  return placed(value, node, *resource_.arena);
}

Value PlannedValues::items(const PlannedNode& node, const std::string& path, const Mention& mention) const {
  const Mention inside = blocks_of(mention, node.size());
  std::vector<PlannedSource> open;
  std::size_t unknown_items = 0;
  for (std::size_t i = 0; i < node.size(); ++i) unknown_items += node.item(i).is_unknown();
  if (unknown_items > 0 && mention.expressions.size() == 1 && is_expression(mention.expressions[0])) {
    for (const PlannedSource& source : configuration_.sources_of(mention.expressions[0], place_)) {
      if (!source.is_known) open.push_back(source);
    }
  }
  std::vector<Value> values;
  std::size_t next = 0;
  for (std::size_t i = 0; i < node.size(); ++i) {
    const PlannedNode item = node.item(i);
    const std::string item_path = fmt::format("{}[{}]", path, i);
    const bool is_paired = item.is_unknown() && open.size() == unknown_items;
    values.push_back(is_paired ? sourced(item, item_path, mention, open[next++]) : read(item, item_path, inside));
  }
  return sequence_of(values, *resource_.arena);
}

Value PlannedValues::members(const PlannedNode& node, const std::string& path, const Mention& mention) const {
  const bool is_argument = std::ranges::any_of(mention.expressions, is_expression);
  std::vector<Value::Entry> entries;
  for (const std::string_view name : node.names()) {
    const std::string member_path = fmt::format("{}.{}", path, name);
    Mention inside{{}, mention.is_complete};
    for (const PlanEntry& block : mention.expressions) {
      const PlanEntry found = is_argument ? block : block.find(name);
      if (found) inside.expressions.push_back(found);
    }
    const Value value = inside.expressions.empty() && mention.is_complete
                            ? unmentioned(node.member(name), name, member_path)
                            : read(node.member(name), member_path, inside);
    if (!value.is_null()) entries.push_back({name, value});
  }
  return mapping_of(*resource_.arena, ValueKind::object, std::move(entries));
}

Value PlannedValues::unmentioned(const PlannedNode& node, std::string_view name, const std::string& path) const {
  const Mention nowhere{{}, false};
  if (!node.is_unknown()) {
    const bool is_repeated = node.is_sequence() && node.size() > 0 && node.item(0).is_mapping();
    return is_repeated ? read(node, path, nowhere) : Value();
  }
  const ComputedAttributes* model = resource_.computed_attributes;
  const bool may_be_hidden =
      model && model->is_block(resource_.type, name) && mentions_.may_hide_blocks(*place_.module);
  return may_be_hidden ? unknown(node, path, nowhere) : Value();
}

Value PlannedValues::scalar(const PlannedNode& node, const Mention& mention) const {
  Arena& arena = *resource_.arena;
  const Value value = placed(scalar_value(node, arena), node, arena);
  if (!value.is_text()) return value;
  for (const PlanEntry& expression : mention.expressions) {
    for (const PlannedSource& source : configuration_.sources_of(expression, place_)) {
      if (!source.instance || source.attribute.empty()) continue;
      const PlanEntry read = source.instance->after.value.find(source.attribute);
      if (read && read.text() == value.as_text()) {
        return value.with_origin(origin(node.span(), source));
      }
    }
  }
  return value;
}

Value PlannedValues::unknown(const PlannedNode& node, const std::string& path, const Mention& mention) const {
  const bool is_argument = !mention.expressions.empty() && std::ranges::all_of(mention.expressions, is_expression);
  const PlannedSource source = is_argument ? configuration_.source_of(mention.expressions, place_) : PlannedSource();
  // What is made of known values is known: the provider fills in what these leave null.
  if (source.is_known && source.is_made_of_null) return {};
  return sourced(node, path, mention, source);
}

Value PlannedValues::sourced(const PlannedNode& node, const std::string& path, const Mention& mention,
                             const PlannedSource& source) const {
  Arena& arena = *resource_.arena;
  Unknown unknown;
  unknown.reason = arena.copy(fmt::format("{}.{} is known only after apply", resource_.address, path));
  unknown.identity = {&resource_, arena.copy(path)};
  Resource* resource = source.is_known || !source.instance ? nullptr : resource_of_(*source.instance);
  if (resource && !source.attribute.empty()) {
    unknown.identity = {resource, arena.copy(source.attribute)};
    // Made of nothing but what the provider is known to compute, it will be something.
    unknown.not_null = source.is_alone && !may_be_null(*resource->attribute(source.attribute));
  }
  const Span span = mention.expressions.empty() ? node.span() : mention.expressions[0].span();
  const OriginId at = resource ? origin(span, source) : arena.add_origin({.span = span});
  return Value::unknown(arena, unknown).as_sensitive(node.is_sensitive()).with_origin(at);
}

PlannedValues::Mention PlannedValues::blocks_of(const Mention& mention, std::size_t planned) {
  Mention inside{{}, mention.is_complete && !mention.expressions.empty()};
  bool has_blocks = false;
  for (const PlanEntry& entry : mention.expressions) {
    if (!entry.is_sequence()) {
      inside.expressions.push_back(entry);
      continue;
    }
    has_blocks = true;
    const std::vector<PlanEntry> blocks = entry.items();
    inside.expressions.insert(inside.expressions.end(), blocks.begin(), blocks.end());
  }
  if (has_blocks && inside.expressions.size() < planned) inside.is_complete = false;
  return inside;
}

bool PlannedValues::is_expression(const PlanEntry& entry) {
  return entry.is_mapping() && (entry.size() == 0 || entry.find("references") || entry.find("constant_value"));
}

OriginId PlannedValues::origin(Span span, const PlannedSource& source) const {
  Arena& arena = *resource_.arena;
  return arena.add_origin(
      {.span = span, .entity = resource_of_(*source.instance), .attribute = arena.copy(source.attribute)});
}

}  // namespace holdfast::terraform

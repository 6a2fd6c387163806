#include "terraform/json_blocks.h"

#include <span>
#include <vector>

namespace holdfast::terraform {

namespace {

Value block(const Value& object, const std::string& path, const Resource& resource) {
  if (!object.is_mapping()) return object;
  std::vector<Value::Entry> entries;
  for (const Value::Entry& entry : object.entries()) {
    const std::string inner = path + "." + std::string(entry.key);
    entries.push_back({entry.key, with_blocks(entry.value, inner, resource), entry.key_origin});
  }
  return Value::mapping(*resource.arena, ValueKind::object, entries).with_origin(object.origin());
}

}  // namespace

Value with_blocks(const Value& value, const std::string& path, const Resource& resource) {
  if (!value.is_mapping() && !value.is_sequence()) return value;
  if (!resource.computed_attributes || !resource.computed_attributes->is_block(resource.type, path)) return value;
  std::vector<Value> blocks;
  for (const Value& item : value.is_mapping() ? std::span(&value, 1) : value.items()) {
    blocks.push_back(block(item, path, resource));
  }
  return Value::sequence(*resource.arena, ValueKind::list, blocks).with_origin(value.origin());
}

}  // namespace holdfast::terraform

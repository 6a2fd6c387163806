#include "terraform/block_view.h"

#include "terraform/opaque_entity.h"

#include <fmt/format.h>

#include <algorithm>

namespace holdfast::terraform {

std::optional<Value> BlockView::attribute(std::string_view name) {
  const Value* found = block_.find(name);
  const std::string path = fmt::format("{}.{}", path_, name);
  if (found && !found->is_null()) return of(*found, resource_, path, inner_);
  const std::string reason = fmt::format("{}.{} is known only after apply", resource_.address, path);
  return opaque_attribute(*resource_.arena, &resource_, path, reason);
}

std::vector<std::string_view> BlockView::attribute_names() const {
  std::vector<std::string_view> names;
  for (const Value::Entry& entry : block_.entries()) names.push_back(entry.key);
  return names;
}

std::string BlockView::label() const { return fmt::format("{}.{}", resource_.address, path_); }

Value BlockView::of(const Value& value, Resource& resource, const std::string& path,
                    std::vector<std::unique_ptr<Entity>>& kept) {
  Arena& arena = *resource.arena;
  if (value.is_choice()) {
    const Choice& choice = value.as_choice();
    return Value::choice(arena, choice.condition, of(choice.then, resource, path, kept),
                         of(choice.otherwise, resource, path, kept));
  }
  // Blocks are lists of objects. A list that was written as an argument is a tuple, or has members of one type.
  const auto is_object = [](const Value& item) { return item.kind() == ValueKind::object; };
  if (value.kind() != ValueKind::list || value.items().empty() || !std::ranges::all_of(value.items(), is_object)) {
    return value;
  }
  std::vector<Value> views;
  for (const Value& item : value.items()) {
    kept.push_back(std::make_unique<BlockView>(resource, fmt::format("{}[{}]", path, views.size()), item));
    views.push_back(Value::entity(*kept.back()).with_origin(item.origin()));
  }
  return Value::sequence(arena, ValueKind::list, views).with_origin(value.origin());
}

}  // namespace holdfast::terraform

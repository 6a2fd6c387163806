#include "terraform/arguments.h"

#include "expression/collection.h"
#include "expression/worlds.h"
#include "terraform/references.h"
#include "terraform/terraform_diagnostics.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace holdfast::terraform {

namespace {

std::string_view type_of(const Block& block) {
  return block.type == "dynamic" && !block.labels.empty() ? block.labels[0] : block.type;
}

/// What a `dynamic` block repeats, and for what.
struct Dynamic {
  std::string_view type;
  std::string iterator;
  const Argument* for_each;
  const Block* content;
};

Value unknown_blocks(Session& session, std::string_view type, const Unknown& why) {
  const std::string reason = fmt::format("the number of `{}` blocks is not known: {}", type, why.reason);
  return unknown_value(session.deployment.arena, reason, why.input);
}

class DynamicBlocks {
 public:
  DynamicBlocks(Session& session, const Dynamic& dynamic, const Scope& scope)
      : session_(session), arena_(session.deployment.arena), dynamic_(dynamic), scope_(scope) {}

  Value expand() {
    Evaluation& evaluation = session_.evaluation;
    const Value collection = holdfast::expand(evaluate(dynamic_.for_each->value, scope_, evaluation), evaluation);
    const bool is_conditional = collection.is_choice();
    return for_each_world(collection, evaluation, [&](const Value& leaf) { return blocks_for(leaf, is_conditional); });
  }

 private:
  Value blocks_for(const Value& given, bool is_conditional) {
    const Value collection = with_attributes_read(given, session_.evaluation);
    if (collection.is_error() && !is_conditional) session_.report_failure(collection, dynamic_.for_each->value);
    if (collection.is_unknown()) return unknown_blocks(session_, dynamic_.type, collection.as_unknown());
    std::vector<Value> blocks;
    if (collection.is_mapping()) {
      for (const Value::Entry& entry : collection.entries()) {
        blocks.push_back(block(Value::text(arena_, entry.key).with_origin(entry.key_origin), entry.value));
      }
    } else if (collection.is_sequence()) {
      int64_t index = 0;
      const bool is_set = collection.kind() == ValueKind::set;
      for (const Value& item : collection.items()) {
        blocks.push_back(block(is_set ? item : Value::integer(index), item));
        ++index;
      }
    } else {
      return unfit(collection, is_conditional);
    }
    return list_of(arena_, blocks).as_sensitive(collection.is_sensitive());
  }

  Value block(const Value& key, const Value& value) {
    if (!may_be_absent(value)) return present_block(key, value);
    return for_each_world(value, session_.evaluation,
                          [&](const Value& leaf) { return leaf.is_absent() ? leaf : present_block(key, leaf); });
  }

  Value present_block(const Value& key, const Value& value) {
    const Value iterator = mapping_of(arena_, ValueKind::object, {{"key", key}, {"value", value}});
    const Scope inner(scope_, dynamic_.iterator, iterator);
    return object_of(session_, dynamic_.content->body, dynamic_.content->header, inner);
  }

  Value unfit(const Value& collection, bool is_conditional) {
    const Span at = session_.span_of(collection, dynamic_.for_each->value.span());
    const std::string what = fmt::format("cannot be repeated for {}", describe(collection, arena_));
    if (!is_conditional) session_.report_value(kUnfitDynamic, at, {dynamic_.type, what}, dynamic_.for_each->value);
    return error_value(arena_, at, fmt::format("dynamic `{}` {}", dynamic_.type, what));
  }

  Session& session_;
  Arena& arena_;
  const Dynamic& dynamic_;
  const Scope& scope_;
};

Value dynamic_blocks(Session& session, const Block& block, const Scope& scope) {
  const Argument* iterator = block.body.find("iterator");
  const Dynamic dynamic{type_of(block), iterator ? static_reference(iterator->value) : std::string(type_of(block)),
                        block.body.find("for_each"), block.body.find_block("content")};
  if (dynamic.for_each && dynamic.content) return DynamicBlocks(session, dynamic, scope).expand();
  const std::string_view missing = dynamic.for_each ? "has no `content`" : "has no `for_each`";
  session.report(kUnfitDynamic, block.header, {dynamic.type, missing});
  return error_value(session.deployment.arena, block.header, fmt::format("dynamic `{}` {}", dynamic.type, missing));
}

/// One list of several; one unknown number of blocks makes the whole unknown.
Value concatenated(Session& session, const std::vector<Value>& lists) {
  if (lists.size() == 1) return lists[0];
  Arena& arena = session.deployment.arena;
  return over_worlds(lists, Reach::outer, session.evaluation, [&](std::span<const Value> plain) {
    std::vector<Value> all;
    bool is_sensitive = false;
    for (const Value& list : plain) {
      if (!list.is_sequence()) return list;
      all.insert(all.end(), list.items().begin(), list.items().end());
      is_sensitive = is_sensitive || list.is_sensitive();
    }
    return list_of(arena, all).as_sensitive(is_sensitive);
  });
}

}  // namespace

Value Arguments::get(Session& session, std::string_view name) {
  if (std::ranges::find(reserved_, name) != reserved_.end()) return {};
  const Argument* argument = body_.find(name);
  const auto block = std::ranges::find(body_.blocks, name, type_of);
  if (argument) {
    return cells_[argument->name].get(session, exists_, argument->name_span,
                                      [&] { return evaluate(argument->value, scope_, session.evaluation); });
  }
  if (block == body_.blocks.end()) return {};
  const std::string_view type = type_of(*block);
  return cells_[type].get(session, exists_, block->header, [&] { return blocks_of(session, body_, type, scope_); });
}

std::vector<std::string_view> Arguments::names() const {
  std::set<std::string_view> names;
  for (const Argument& argument : body_.arguments) names.insert(argument.name);
  for (const Block& block : body_.blocks) names.insert(type_of(block));
  for (const std::string_view name : reserved_) names.erase(name);
  return {names.begin(), names.end()};
}

Value blocks_of(Session& session, const Body& body, std::string_view type, const Scope& scope) {
  std::vector<Value> lists;
  for (const Block& block : body.blocks) {
    if (type_of(block) != type) continue;
    if (block.type == "dynamic") {
      lists.push_back(dynamic_blocks(session, block, scope));
    } else {
      const Value object = object_of(session, block.body, block.header, scope);
      lists.push_back(list_of(session.deployment.arena, std::span(&object, 1)));
    }
  }
  return concatenated(session, lists);
}

Value object_of(Session& session, const Body& body, Span header, const Scope& scope) {
  Arena& arena = session.deployment.arena;
  std::vector<Value::Entry> entries;
  std::set<std::string_view> types;
  for (const Block& block : body.blocks) types.insert(type_of(block));
  for (const std::string_view type : types) entries.push_back({type, blocks_of(session, body, type, scope)});
  for (const Argument& argument : body.arguments) {
    const OriginId name = arena.add_origin({.span = argument.name_span});
    entries.push_back({argument.name, evaluate(argument.value, scope, session.evaluation), name});
  }
  const Value object = mapping_of(arena, ValueKind::object, std::move(entries));
  return object.with_origin(arena.add_origin({.span = header}));
}

}  // namespace holdfast::terraform

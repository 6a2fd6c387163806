#include "terraform/expansion.h"

#include "expression/collection.h"
#include "expression/convert.h"
#include "expression/likeness.h"
#include "expression/unknowns.h"
#include "expression/worlds.h"
#include "terraform/terraform_diagnostics.h"
#include "value/number.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace holdfast::terraform {

std::string quoted_key(std::string_view text) {
  std::string quoted = "\"";
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '"' || c == '\\') quoted += '\\';
    if ((c == '$' || c == '%') && i + 1 < text.size() && text[i + 1] == '{') quoted += c;
    quoted += c;
  }
  return quoted + '"';
}

namespace {

bool has_room(Session& session, std::size_t more, const Declaration& declaration) {
  if (session.instances + more < kInstancesMax) return true;
  if (!session.is_full) session.report(kTooManyInstances, declaration.header, {declaration.name});
  session.is_full = true;
  session.deployment.incomplete_because = fmt::format("there are more than {} instances", kInstancesMax);
  return false;
}

class Expander {
 public:
  Expander(Session& session, const Declaration& declaration, const Argument& argument)
      : session_(session), arena_(session.deployment.arena), declaration_(declaration), argument_(argument) {}

  Expansion count(Value value) {
    Expansion expansion{Repetition::count, {}, for_each_world(value, session_.evaluation, [&](const Value& leaf) {
                          return count_leaf(leaf, value.is_choice());
                        })};
    int64_t number = 0;
    const std::vector<Leaf> worlds = leaves(expansion.argument, session_.evaluation);
    for (const Leaf& world : worlds) {
      if (world.value.is_integer()) number = std::max(number, world.value.as_integer());
    }
    for (int64_t i = 0; i < number && has_room(expansion); ++i) {
      const auto reaches = [&](const Value& leaf) { return leaf.is_integer() && leaf.as_integer() > i; };
      expansion.instances.push_back(
          {fmt::format("[{}]", i), condition_of(worlds, reaches), false, Value::integer(i), Value()});
    }
    add_symbolic(expansion, worlds, [&](const Value& open) {
      const Value index = unknown_result(session_.evaluation, {open}, number_type());
      return std::pair(index, index);
    });
    return expansion;
  }

  Expansion for_each(Value value) {
    Expansion expansion{Repetition::for_each, {}, for_each_world(value, session_.evaluation, [&](const Value& leaf) {
                          return for_each_leaf(leaf, value.is_choice());
                        })};
    const std::vector<Leaf> worlds = leaves(expansion.argument, session_.evaluation);
    std::map<std::string_view, OriginId> keys;
    for (const Leaf& world : worlds) {
      if (!world.value.is_mapping()) continue;
      for (const Value::Entry& entry : world.value.entries()) keys.try_emplace(entry.key, entry.key_origin);
    }
    for (const auto& [key, origin] : keys) {
      if (!has_room(expansion)) break;
      expansion.instances.push_back(instance(Value::text(arena_, key).with_origin(origin), expansion.argument, worlds));
    }
    add_symbolic(expansion, worlds, [&](const Value& open) {
      const Value key = unknown_member(open, "*key", text_type(), session_.evaluation);
      const Type* type = open.as_unknown().type;
      const bool is_set = type && type->kind == TypeKind::set;
      return std::pair(key, is_set ? key : any_member(open, session_.evaluation));
    });
    return expansion;
  }

 private:
  /// A whole number, or an unknown.
  Value count_leaf(const Value& leaf, bool is_conditional) {
    if (leaf.is_error() && !is_conditional) session_.report_failure(leaf, argument_.value);
    if (leaf.is_unknown()) return leaf;
    const Value number = convert(leaf, *number_type(), argument_.value.span(), session_.evaluation);
    if (number.is_integer() && number.as_integer() >= 0) return number;
    if (number.is_unknown() && !number.is_error()) return number;
    if (!is_conditional) report(kUnfitCount, leaf, fmt::format("this is {}", describe(leaf, arena_)));
    return unusable(leaf);
  }

  /// A mapping from keys to values, or an unknown.
  Value for_each_leaf(const Value& leaf, bool is_conditional) {
    if (leaf.is_error() && !is_conditional) session_.report_failure(leaf, argument_.value);
    if (leaf.is_unknown()) return leaf;
    if (leaf.is_mapping()) return leaf;
    const bool is_empty = leaf.is_sequence() && leaf.items().empty();  // as `null ? [] : toset(…)` gives it
    if (!is_conditional && !is_empty && leaf.kind() != ValueKind::set) report(kUnfitForEach, leaf, description(leaf));
    if (!leaf.is_sequence()) return unusable(leaf);
    std::vector<Value::Entry> entries;
    for (const Value& item : leaf.items()) {
      for (const Leaf& world : leaves(item, session_.evaluation)) {
        if (world.value.is_absent()) continue;
        if (world.value.is_unknown()) return world.value;
        if (!world.value.is_text()) {
          if (!is_conditional && leaf.kind() == ValueKind::set) report(kUnfitForEach, leaf, "a set of other things");
          return unusable(leaf);
        }
        const Value present = Value::choice(arena_, world.condition, world.value, Value::absent());
        entries.push_back({world.value.as_text(), present, world.value.origin()});
      }
    }
    return mapping_of(arena_, ValueKind::object, std::move(entries));
  }

  std::string description(const Value& leaf) {
    return leaf.is_null() ? "null" : leaf.is_sequence() ? "a list; `toset` makes a set of it" : describe(leaf, arena_);
  }

  void report(const DiagnosticKind& kind, const Value& value, const std::string& what) {
    session_.report_value(kind, session_.span_of(value, argument_.value.span()), {what}, argument_.value);
  }

  Value unusable(const Value& leaf) {
    return error_value(arena_, session_.span_of(leaf, argument_.value.span()),
                       fmt::format("the number of instances of `{}` cannot be told", declaration_.name));
  }

  InstanceKey instance(const Value& name, const Value& argument, const std::vector<Leaf>& worlds) {
    const std::string_view key = name.as_text();
    const Value value = for_each_world(argument, session_.evaluation, [&](const Value& leaf) {
      const Value* found = leaf.is_mapping() ? leaf.find(key) : nullptr;
      return found ? *found : Value::absent();
    });
    const auto holds = [&](const Value& leaf) { return leaf.is_mapping() && leaf.find(key) != nullptr; };
    Condition exists = condition_of(worlds, holds);
    if (may_be_absent(value)) {
      exists = Condition::never();
      for (const Leaf& leaf : leaves(value, session_.evaluation)) {
        if (!leaf.value.is_absent()) exists = disjoin(arena_, exists, leaf.condition);
      }
    }
    return {fmt::format("[{}]", quoted_key(key)), exists, false, name, under(value, exists, arena_)};
  }

  /// `member` gives key and value of any member of what is not known.
  template <class Member>
  void add_symbolic(Expansion& expansion, const std::vector<Leaf>& worlds, Member&& member) {
    const auto is_open = [](const Value& leaf) { return leaf.is_unknown(); };
    const Condition exists = condition_of(worlds, is_open);
    if (exists.is_never()) return;
    const auto open = std::ranges::find_if(worlds, is_open, &Leaf::value);
    const auto [key, value] = member(open->value);
    expansion.instances.push_back({"[*]", exists, true, key, value, as_condition(open->value, session_.evaluation)});
  }

  /// Under which condition one of the worlds holds that the predicate accepts.
  template <class Predicate>
  Condition condition_of(const std::vector<Leaf>& worlds, Predicate&& accepts) {
    if (std::ranges::all_of(worlds, accepts, &Leaf::value)) return Condition::always();
    Condition condition = Condition::never();
    for (const Leaf& world : worlds) {
      if (accepts(world.value)) condition = disjoin(arena_, condition, world.condition);
    }
    return condition;
  }

  bool has_room(const Expansion& expansion) {
    return terraform::has_room(session_, expansion.instances.size(), declaration_);
  }

  Session& session_;
  Arena& arena_;
  const Declaration& declaration_;
  const Argument& argument_;
};

}  // namespace

Expansion expansion_of(Session& session, const Declaration& declaration, const Scope& scope) {
  const Argument* count = declaration.body.find("count");
  const Argument* for_each = declaration.body.find("for_each");
  if (count && for_each) {
    session.report(kCountAndForEach, for_each->name_span, {declaration.name}, {{count->name_span, "and `count` here"}});
  }
  Expansion expansion;
  if (for_each) {
    const Value value = evaluate(for_each->value, scope, session.evaluation);
    expansion = Expander(session, declaration, *for_each).for_each(holdfast::expand(value, session.evaluation));
  } else if (count) {
    const Value value = evaluate(count->value, scope, session.evaluation);
    expansion = Expander(session, declaration, *count).count(holdfast::expand(value, session.evaluation));
  } else if (has_room(session, 0, declaration)) {
    expansion.instances.push_back({});
  }
  session.instances += expansion.instances.size();
  return expansion;
}

Value joined(Session& session, const Expansion& expansion, std::span<const Value> instances, const void* subject) {
  Arena& arena = session.deployment.arena;
  if (expansion.repetition == Repetition::single) {
    return instances.empty() ? unknown_value(arena, "there are too many instances") : instances[0];
  }
  return for_each_world(expansion.argument, session.evaluation, [&](const Value& leaf) {
    if (leaf.is_integer()) {
      const auto number = std::min(static_cast<std::size_t>(leaf.as_integer()), instances.size());
      return tuple_of(arena, instances.first(number));
    }
    if (!leaf.is_mapping()) {
      const Unknown& why = leaf.as_unknown();
      Unknown open{.reason = why.reason, .input = why.input, .is_error = why.is_error};
      open.identity = {subject, kInstances};
      const auto like = std::ranges::find(expansion.instances, true, &InstanceKey::is_symbolic);
      if (like == expansion.instances.end()) return Value::unknown(arena, open);
      Entity& entity = instances[static_cast<std::size_t>(like - expansion.instances.begin())].as_entity();
      return Value::unknown(arena, open)
          .with_origin(arena.add_origin({.span = {}, .entity = &entity, .attribute = kInstances}));
    }
    std::vector<Value::Entry> entries;
    for (std::size_t i = 0; i < instances.size(); ++i) {
      const InstanceKey& key = expansion.instances[i];
      const Value* item = key.is_symbolic ? nullptr : leaf.find(key.key.as_text());
      if (!item) continue;
      const Value present =
          may_be_absent(*item) ? Value::choice(arena, key.exists, instances[i], Value::absent()) : instances[i];
      entries.push_back({key.key.as_text(), present});
    }
    return mapping_of(arena, ValueKind::object, std::move(entries));
  });
}

InstanceScope::InstanceScope(Session& session, Entity& globals, Repetition repetition, const InstanceKey& key)
    : globals_(globals) {
  Arena& arena = session.deployment.arena;
  if (repetition == Repetition::count) {
    repeated_.emplace(globals_, "count", mapping_of(arena, ValueKind::object, {{"index", key.key}}));
  } else if (repetition == Repetition::for_each) {
    repeated_.emplace(globals_, "each", mapping_of(arena, ValueKind::object, {{"key", key.key}, {"value", key.value}}));
  }
}

}  // namespace holdfast::terraform

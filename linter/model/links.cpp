#include "model/links.h"

#include "model/record.h"

#include <algorithm>
#include <tuple>

namespace holdfast {

namespace {

/// Known texts of a list; `is_open` when it may hold others.
std::vector<std::string_view> key_texts(const Value& keys, bool& is_open) {
  std::vector<std::string_view> texts;
  is_open = !keys.is_sequence() && !keys.is_null();
  for (const Value& key : keys.is_sequence() ? keys.items() : std::span<const Value>()) {
    if (key.is_text())
      texts.push_back(key.as_text());
    else if (!key.is_null())
      is_open = true;
  }
  return texts;
}

/// What is not stated of an external object may be anything; it is known by what is stated.
Value known_keys(const Value& keys, Arena& arena) {
  std::vector<Value> known;
  for (const Value& key : keys.is_sequence() ? keys.items() : std::span<const Value>()) {
    if (key.is_text()) known.push_back(key);
  }
  return Value::sequence(arena, ValueKind::tuple, known);
}

/// Of an unknown number of instances there may be none; beside one that is made for the same there is one.
Condition beside(const Resource& one, const Resource& other, Arena& arena) {
  return implied(one.is_made, other.is_made, arena) == Truth::yes ? Condition::always() : other.is_made;
}

}  // namespace

Links::Table& Links::table(const LinkDefinition& link) {
  auto& entry = tables_[&link];
  if (entry) return *entry;
  entry = std::make_unique<Table>();
  Table& table = *entry;
  table.targets = model_.objects(link.to);
  for (std::size_t i = 0; i < table.targets.size(); ++i) {
    Object& to = *table.targets[i];
    Evaluation evaluation = model_.evaluation(to.exists);
    if (link.by) {
      const Value keys = model_.evaluate_for("to", to, {}, nullptr, link.keys, evaluation);
      table.references.add(i, to.resource(), to.resource().is_external ? known_keys(keys, evaluation.arena) : keys);
    } else if (link.match_to) {
      bool is_open = false;
      const Value keys = model_.evaluate_for("to", to, {}, nullptr, link.match_to, evaluation);
      for (std::string_view text : key_texts(keys, is_open)) table.by_key[text].push_back(i);
      if (is_open) table.with_open_keys.push_back(i);
    }
  }
  return table;
}

std::vector<std::size_t> Links::candidates(Object& from, const LinkDefinition& link, Table& table) {
  std::vector<std::size_t> found;
  bool is_open = true;
  if (link.match_from) {
    Evaluation evaluation = model_.evaluation(from.exists);
    const Value keys = model_.evaluate_for("from", from, {}, nullptr, link.match_from, evaluation);
    for (std::string_view text : key_texts(keys, is_open)) {
      const auto same = table.by_key.find(text);
      if (same != table.by_key.end()) found.insert(found.end(), same->second.begin(), same->second.end());
    }
    found.insert(found.end(), table.with_open_keys.begin(), table.with_open_keys.end());
  }
  if (is_open) {
    found.resize(table.targets.size());
    for (std::size_t i = 0; i < found.size(); ++i) found[i] = i;
    return found;
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

std::vector<Links::Linked> Links::search(Object& from, const LinkDefinition& link) {
  if (link.by) return search_references(from, link);
  Table& table = this->table(link);
  std::vector<Linked> linked;
  for (std::size_t i : candidates(from, link, table)) {
    Object& to = *table.targets[i];
    Arena& arena = model_.deployment().arena;
    const Condition both = conjoin(arena, from.exists, to.exists);
    if (both.is_never()) continue;
    Evaluation evaluation = model_.evaluation(both);
    const Value when = model_.evaluate_for("from", from, "to", &to, link.when, evaluation);
    const Condition is_there = conjoin(arena, to.exists, beside(from.resource(), to.resource(), arena));
    const Condition condition = conjoin(arena, is_there, as_condition(when, evaluation));
    if (!condition.is_never()) linked.push_back({&to, condition});
  }
  return linked;
}

std::vector<Links::Linked> Links::search_references(Object& from, const LinkDefinition& link) {
  Table& table = this->table(link);
  Evaluation evaluation = model_.evaluation(from.exists);
  const Value by = model_.evaluate_for("from", from, {}, nullptr, link.by, evaluation);
  std::vector<Linked> linked;
  const auto add = [&](const Value& value) {
    for (const auto& match : table.references.find(value, evaluation)) {
      Object& to = *table.targets[match.subject];
      const Condition condition = conjoin(evaluation.arena, to.exists, match.condition);
      if (!condition.is_never()) linked.push_back({&to, condition});
    }
  };
  for_each_world(by, evaluation, [&](const Value& leaf) {
    if (leaf.is_sequence())
      std::for_each(leaf.items().begin(), leaf.items().end(), add);
    else
      add(leaf);
    return Value();
  });
  return linked;
}

Value Links::as_list(const std::vector<Linked>& linked) const {
  Arena& arena = model_.deployment().arena;
  std::vector<Value> items;
  for (const auto& [to, condition] : linked) {
    items.push_back(Value::choice(arena, condition, Value::entity(*to), Value::absent()));
  }
  model_.add_unread(items);
  return Value::sequence(arena, ValueKind::tuple, items);
}

Value Links::as_single(Object& from, const std::vector<Linked>& linked) const {
  Arena& arena = model_.deployment().arena;
  Value value;
  for (auto it = linked.rbegin(); it != linked.rend(); ++it) {
    value = Value::choice(arena, it->condition, Value::entity(*it->to), value);
  }
  return under(value, from.exists, arena);
}

Value Links::of(Object& from, const LinkDefinition& link) {
  const std::vector<Linked> linked = search(from, link);
  return link.is_single ? as_single(from, linked) : as_list(linked);
}

Value Links::back_of(Object& to, const LinkDefinition& link) {
  Table& table = this->table(link);
  Arena& arena = model_.deployment().arena;
  if (!table.has_backward) {
    table.has_backward = true;
    for (Object* from : model_.objects(link.from)) {
      for (const Linked& linked : search(*from, link)) {
        const Condition is_there = conjoin(arena, from->exists, beside(linked.to->resource(), from->resource(), arena));
        const Condition condition = conjoin(arena, is_there, linked.condition);
        table.backward[linked.to].push_back({from, condition});
      }
    }
  }
  const auto linked = table.backward.find(&to);
  return as_list(linked == table.backward.end() ? std::vector<Linked>() : linked->second);
}

Companions::Table& Companions::table(Object& subject, const CompanionDefinition& companion) {
  auto& entry = tables_[&companion];
  if (entry) return *entry;
  entry = std::make_unique<Table>();
  Table& table = *entry;
  const Arena& arena = model_.deployment().arena;
  // The argument may pass through others: `bucket = other_split.bucket`.
  const auto is_subject_type = [&](Resource& resource) { return resource.type == subject.mapping().resource_type; };
  for (Resource* resource : model_.deployment().of_type(companion.resource_type)) {
    if (resource->is_data) continue;
    const Value argument = resource->written(companion.argument);
    Resource* source = source_resource(argument, arena, is_subject_type);
    if (argument.is_choice())
      table.open.push_back(resource);
    else if (source)
      table.by_source[source].push_back(resource);
    else if (argument.is_text())
      table.by_text[argument.as_text()].push_back(resource);
    else if (!argument.is_null())
      table.open.push_back(resource);
  }
  return table;
}

namespace {

/// Is it the subject that an unknown names, when nothing is known that the subject goes by? One question for each.
Value is_subject(const Value& unknown, Object& subject, Evaluation& evaluation) {
  Unknown itself;
  itself.reason = unknown.as_unknown().reason;
  itself.identity = {&subject.resource(), "itself"};
  return equals(unknown, Value::unknown(evaluation.arena, itself), evaluation);
}

}  // namespace

Condition Companions::belongs(Object& subject, const Value& keys, Resource& companion, std::string_view argument) {
  Evaluation evaluation = model_.evaluation(conjoin(model_.deployment().arena, subject.exists, companion.exists));
  const Value result = for_each_world(companion.written(argument), evaluation, [&](const Value& leaf) {
    const auto is_same_type = [&](Resource& resource) { return resource.type == subject.resource().type; };
    if (Resource* source = source_resource(leaf, evaluation.arena, is_same_type))
      return Value::boolean(source == &subject.resource());
    if (leaf.is_unknown() && keys.is_sequence() && keys.items().empty()) return is_subject(leaf, subject, evaluation);
    Condition any = Condition::never();
    for (const Value& key : keys.is_sequence() ? keys.items() : std::span<const Value>()) {
      if (key.is_null()) continue;
      any = disjoin(evaluation.arena, any, as_condition(equals(leaf, key, evaluation), evaluation));
    }
    return Value::condition(evaluation.arena, any);
  });
  const Condition is_there =
      conjoin(evaluation.arena, companion.exists, beside(subject.resource(), companion, evaluation.arena));
  return conjoin(evaluation.arena, is_there, as_condition(result, evaluation));
}

Value Companions::of(Object& subject, const CompanionDefinition& companion) {
  Table& table = this->table(subject, companion);
  Evaluation evaluation = model_.evaluation(subject.exists);
  const Value keys = evaluate(companion.keys, Scope(subject.names()), evaluation);
  std::vector<Resource*> candidates = table.open;
  const auto take = [&](const std::vector<Resource*>& more) {
    candidates.insert(candidates.end(), more.begin(), more.end());
  };
  if (const auto found = table.by_source.find(&subject.resource()); found != table.by_source.end()) take(found->second);
  bool is_open = false;
  for (std::string_view text : key_texts(keys, is_open)) {
    if (const auto found = table.by_text.find(text); found != table.by_text.end()) take(found->second);
  }
  if (is_open) {
    for (const auto& [text, resources] : table.by_text) take(resources);
  }
  std::sort(candidates.begin(), candidates.end(), [](const Resource* a, const Resource* b) {
    return std::tie(a->header_span, a->address) < std::tie(b->header_span, b->address);
  });
  candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
  std::vector<Value> items;
  for (Resource* resource : candidates) {
    const Condition condition = belongs(subject, keys, *resource, companion.argument);
    if (condition.is_never()) continue;
    items.push_back(
        Value::choice(evaluation.arena, condition, Value::entity(model_.record(*resource).raw), Value::absent()));
  }
  model_.add_unread(items);
  return Value::sequence(evaluation.arena, ValueKind::tuple, items);
}

}  // namespace holdfast

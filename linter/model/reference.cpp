#include "model/reference.h"

#include <algorithm>

namespace holdfast {

namespace {

// A chain of passed-on values longer than this is a cycle or a joke.
constexpr int kOriginDepthMax = 1000;

}  // namespace

Resource* source_resource(const Value& value, const Arena& arena, const std::function<bool(Resource&)>& is_candidate) {
  OriginId id = value.origin();
  for (int depth = 0; id != kNoOrigin && depth < kOriginDepthMax; ++depth) {
    const Origin& origin = arena.origin(id);
    if (auto* resource = dynamic_cast<Resource*>(origin.entity); resource && is_candidate(*resource)) return resource;
    id = origin.via;
  }
  return nullptr;
}

void ReferenceIndex::add(std::size_t subject, Resource& resource, const Value& keys) {
  const std::size_t index = subjects_.size();
  Subject& added = subjects_.emplace_back(Subject{subject, &resource, {}});
  by_resource_[&resource].push_back(index);
  for (const Value& key : keys.is_sequence() ? keys.items() : std::span<const Value>()) {
    if (key.is_text())
      by_text_[key.as_text()].push_back(index);
    else if (!key.is_null())
      added.open_keys.push_back(key);
  }
  if (!added.open_keys.empty()) with_open_keys_.push_back(index);
}

std::vector<ReferenceIndex::Match> ReferenceIndex::find(const Value& value, Evaluation& evaluation) const {
  std::vector<Match> matches;
  for_each_world(value, evaluation, [&](const Value& leaf) {
    find_leaf(leaf, evaluation, matches);
    return Value();
  });
  std::sort(matches.begin(), matches.end(), [](const Match& a, const Match& b) { return a.subject < b.subject; });
  return matches;
}

void ReferenceIndex::find_leaf(const Value& value, Evaluation& evaluation, std::vector<Match>& matches) const {
  if (value.is_null()) return;
  const Condition here = evaluation.assumption;
  const auto add = [&](std::size_t index, Condition condition) {
    if (condition.is_never()) return;
    const std::size_t id = subjects_[index].id;
    const auto known =
        std::find_if(matches.begin(), matches.end(), [&](const Match& match) { return match.subject == id; });
    if (known == matches.end())
      matches.push_back({id, conjoin(evaluation.arena, here, condition)});
    else
      known->condition = disjoin(evaluation.arena, known->condition, conjoin(evaluation.arena, here, condition));
  };
  const auto is_subject = [&](Resource& resource) { return by_resource_.contains(&resource); };
  if (Resource* source = source_resource(value, evaluation.arena, is_subject)) {
    for (std::size_t index : by_resource_.at(source)) add(index, Condition::always());
    return;
  }
  if (value.is_text()) {
    if (const auto found = by_text_.find(value.as_text()); found != by_text_.end()) {
      for (std::size_t index : found->second) add(index, Condition::always());
    }
  } else {
    for (const auto& [text, indexes] : by_text_) {
      const Value key = Value::borrowed_text(evaluation.arena, text);
      const Condition same = as_condition(equals(value, key, evaluation), evaluation);
      for (std::size_t index : indexes) add(index, same);
    }
  }
  for (std::size_t index : with_open_keys_) {
    for (const Value& key : subjects_[index].open_keys)
      add(index, as_condition(equals(value, key, evaluation), evaluation));
  }
}

}  // namespace holdfast

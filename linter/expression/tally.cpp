#include "expression/tally.h"

#include "expression/worlds.h"
#include "value/number.h"

namespace holdfast {

namespace {

/// Each doubles the worlds.
constexpr std::size_t kPossibleMax = 6;

}  // namespace

void Tally::add(Condition present) {
  if (present.is_always()) {
    ++certain_;
  } else if (!present.is_never()) {
    possible_.push_back(present);
  }
}

void Tally::add_open(const Value& reason) {
  ++open_;
  if (!reason_) reason_ = reason;
}

Value Tally::result(Evaluation& evaluation) const {
  const bool is_enumerable = possible_.size() <= kPossibleMax;
  const auto spread = open_ + (is_enumerable ? 0 : static_cast<int64_t>(possible_.size()));
  const Value reason = reason_.value_or(too_many_scenarios(evaluation.arena));
  const auto counted = [&](int64_t minimum) {
    return number_within({Value::integer(minimum), Value::integer(minimum + spread)}, {&reason, 1}, evaluation);
  };
  if (!is_enumerable) return counted(certain_);
  // by_count[n]: in which worlds exactly n of those looked at so far are there.
  std::vector<Condition> by_count = {Condition::always()};
  Arena& arena = evaluation.arena;
  for (const Condition& present : possible_) {
    std::vector<Condition> next(by_count.size() + 1, Condition::never());
    for (std::size_t n = 0; n < by_count.size(); ++n) {
      next[n] = disjoin(arena, next[n], conjoin(arena, by_count[n], negate(arena, present)));
      next[n + 1] = disjoin(arena, next[n + 1], conjoin(arena, by_count[n], present));
    }
    by_count = std::move(next);
  }
  Value result = counted(certain_);
  for (std::size_t n = 1; n < by_count.size(); ++n) {
    result = join_worlds(arena, by_count[n], counted(certain_ + static_cast<int64_t>(n)), result);
  }
  return result;
}

namespace {

Condition presence(const Value& item, Evaluation& evaluation) {
  if (!may_be_absent(item)) return Condition::always();
  Condition present = Condition::never();
  for (const Leaf& leaf : leaves(item, evaluation)) {
    if (!leaf.value.is_absent()) present = disjoin(evaluation.arena, present, leaf.condition);
  }
  return present;
}

}  // namespace

Value count_present(const Value& collection, Evaluation& evaluation) {
  if (collection.is_plain()) {
    const std::size_t count = collection.is_mapping() ? collection.entries().size() : collection.items().size();
    return Value::integer(static_cast<int64_t>(count));
  }
  Tally tally;
  if (collection.is_mapping()) {
    for (const Value::Entry& entry : collection.entries()) tally.add(presence(entry.value, evaluation));
  } else {
    for (const Value& item : collection.items()) tally.add(presence(item, evaluation));
  }
  return tally.result(evaluation);
}

}  // namespace holdfast

#include "expression/bounds.h"
#include "expression/convert.h"
#include "expression/function_themes.h"
#include "expression/unknowns.h"
#include "expression/worlds.h"
#include "value/number.h"

#include <algorithm>
#include <string>
#include <vector>

namespace holdfast {

namespace {

/// Finds the least, or the greatest, of numbers of which some are there in some worlds only and some are unknown.
class Extreme {
 public:
  Extreme(bool least, Evaluation& evaluation) : least_(least), evaluation_(evaluation) {}

  /// An error, if there is one.
  Value add(const Value& value, Span at) {
    if (value.is_unknown() && !value.is_error()) {
      const Value expanded = expand(value, evaluation_);
      if (expanded.is_choice()) return add(expanded, at);
    }
    if (value.is_choice()) {
      for (const Leaf& leaf : leaves(value, evaluation_)) {
        if (const Value error = add_leaf(leaf, at); error.is_error()) return error;
      }
      return {};
    }
    return add_leaf({Condition::always(), value}, at);
  }

  bool is_empty() const { return known_.empty() && open_.empty(); }

  Value result() {
    Arena& arena = evaluation_.arena;
    std::stable_sort(known_.begin(), known_.end(),
                     [&](const Leaf& a, const Leaf& b) { return is_better(a.value, b.value); });
    Value best = Value::null(number_type());
    for (auto leaf = known_.rbegin(); leaf != known_.rend(); ++leaf) {
      best = join_worlds(arena, leaf->condition, leaf->value, best);
    }
    for (const Leaf& open : open_) {
      const Value bounded =
          for_each_world(best, evaluation_, [&](const Value& leaf) { return bound(open.value, leaf); });
      best = join_worlds(arena, open.condition, bounded, best);
    }
    return best;
  }

 private:
  bool is_better(const Value& a, const Value& b) const {
    return least_ ? compare_numbers(a, b) < 0 : compare_numbers(a, b) > 0;
  }

  Value add_leaf(const Leaf& leaf, Span at) {
    if (leaf.value.is_sequence()) {
      for (const Value& item : leaf.value.items()) {
        const Value there =
            leaf.condition.is_always() ? item : join_worlds(evaluation_.arena, leaf.condition, item, Value::absent());
        if (const Value error = add(there, at); error.is_error()) return error;
      }
      return {};
    }
    if (leaf.value.is_null()) return {};
    const Value number = convert(leaf.value, *number_type(), at, evaluation_);
    if (number.is_error()) return number;
    (number.is_number() ? known_ : open_).push_back({leaf.condition, number});
    return {};
  }

  /// The better of an unknown and what is the best otherwise.
  Value bound(const Value& open, const Value& best) {
    if (best.is_null()) return open;
    const Bounds a = bounds_of(open);
    const Bounds b = bounds_of(best);
    Bounds result;
    // The near end is the better of the two; the far end holds only if both have one.
    const auto better = [&](const Value& x, const Value& y) { return is_better(x, y) ? x : y; };
    const std::optional<Value>& near_a = least_ ? a.maximum : a.minimum;
    const std::optional<Value>& near_b = least_ ? b.maximum : b.minimum;
    const std::optional<Value>& far_a = least_ ? a.minimum : a.maximum;
    const std::optional<Value>& far_b = least_ ? b.minimum : b.maximum;
    std::optional<Value> near_end = near_a ? near_a : near_b;
    if (near_a && near_b) near_end = better(*near_a, *near_b);
    std::optional<Value> far_end;
    if (far_a && far_b) far_end = better(*far_a, *far_b);
    // An unknown that cannot be better changes nothing.
    if (best.is_number() && far_a && !is_better(*far_a, best)) return best;
    result.minimum = least_ ? far_end : near_end;
    result.maximum = least_ ? near_end : far_end;
    const Value operands[] = {open, best};
    return number_within(result, operands, evaluation_);
  }

  bool least_;
  Evaluation& evaluation_;
  std::vector<Leaf> known_;
  std::vector<Leaf> open_;
};

Value extreme(Call& call, bool least) {
  Extreme extreme(least, call.evaluation);
  for (std::size_t i = 0; i < call.count(); ++i) {
    if (!call.evaluation.is_pack && call[i].is_null()) return call.error(i, "this argument must not be null");
    if (!call.evaluation.is_pack && call[i].is_sequence())
      return call.error(i, "a number is required; spread a list with `...`");
    // A list of unknown numbers: they may be anything.
    const bool is_list = call[i].is_unknown() && call[i].as_unknown().type &&
                         !is_of_kind(call[i].as_unknown(), TypeKind::number) &&
                         !is_of_kind(call[i].as_unknown(), TypeKind::text);
    const Value value = is_list ? unknown_result(call.evaluation, {call[i]}, number_type()) : call[i];
    if (const Value error = extreme.add(value, call.span(i)); error.is_error()) return error;
  }
  if (extreme.is_empty() && !call.evaluation.is_pack) return call.error("there is nothing to compare");
  return extreme.result();
}

Value min(Call& call) { return extreme(call, true); }
Value max(Call& call) { return extreme(call, false); }

std::string spell_duration(int64_t minutes) {
  constexpr int64_t kHour = 60;
  constexpr int64_t kDay = 24 * kHour;
  std::string text = minutes < 0 ? "minus" : "";
  const int64_t size = minutes < 0 ? -minutes : minutes;
  const auto add = [&](int64_t count, const char* unit) {
    if (count == 0) return;
    if (!text.empty()) text += ' ';
    text += std::to_string(count) + ' ' + unit + (count == 1 ? "" : "s");
  };
  add(size / kDay, "day");
  add(size % kDay / kHour, "hour");
  add(size % kHour, "minute");
  return size == 0 ? "0 minutes" : text;
}

Value duration(Call& call) {
  if (is_infinite(call[0])) {
    return call.text_value(compare_numbers(call[0], Value::integer(0)) > 0 ? "forever" : "never");
  }
  const auto minutes = to_integer(round_down(call.arena(), call[0]));
  return minutes ? call.text_value(spell_duration(*minutes)) : call.error(0, "the duration is too long");
}

Value end_or_null(const std::optional<Value>& end) { return end ? *end : Value(); }
Value at_least(Call& call) { return end_or_null(bounds_of(call[0]).minimum); }
Value at_most(Call& call) { return end_or_null(bounds_of(call[0]).maximum); }

constexpr Function kFunctions[] = {
    {"at_least", "number -> number", kTakesUnknown | kPackOnly, at_least,
     "the least that a number can be; null when nobody knows"},
    {"at_most", "number -> number", kTakesUnknown | kPackOnly, at_most,
     "the most that a number can be; null when nobody knows"},
    {"duration", "number -> text", kPackOnly, duration, "minutes in words"},
    {"max", "any... -> number", kTakesNull | kTakesUnknown | kTakesChoice, max, "the greatest of numbers"},
    {"min", "any... -> number", kTakesNull | kTakesUnknown | kTakesChoice, min, "the least of numbers"},
};

}  // namespace

std::span<const Function> measure_functions() { return kFunctions; }

}  // namespace holdfast

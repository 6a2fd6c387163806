#include "expression/characters.h"
#include "expression/convert.h"
#include "expression/known_text.h"
#include "expression/operators.h"
#include "expression/unknowns.h"
#include "expression/worlds.h"
#include "value/number.h"

namespace holdfast {

namespace {

Value compare(const Value& a, const Value& b, Evaluation& evaluation);

/// Joins the answers for members: the first difference decides.
class Agreement {
 public:
  explicit Agreement(Evaluation& evaluation) : evaluation_(evaluation) {}
  void add(const Value& answer) {
    result_ = apply_logic(hcl::Operator::conjunction, {result_, answer, {}, {}, {}}, evaluation_);
  }
  bool is_refuted() const { return result_.is_boolean() && !result_.as_boolean(); }
  Value result() const { return result_; }

 private:
  Evaluation& evaluation_;
  Value result_ = Value::boolean(true);
};

bool same_shape(const Value& a, const Value& b, const Evaluation& evaluation) {
  if (!evaluation.is_pack) return a.kind() == b.kind();
  return (a.is_sequence() && b.is_sequence()) || (a.is_mapping() && b.is_mapping());
}

Value compare_sequences(const Value& left, const Value& right, Evaluation& evaluation) {
  std::vector<Value> storage[2];
  const std::span<const Value> a = present_items(left.items(), storage[0]);
  const std::span<const Value> b = present_items(right.items(), storage[1]);
  if (a.size() != b.size()) {
    const bool may_shrink = left.kind() == ValueKind::set && !(left.is_wholly_known() && right.is_wholly_known());
    return may_shrink ? unknown_result(evaluation, {left, right}, boolean_type()) : Value::boolean(false);
  }
  if (left.kind() == ValueKind::set && !(left.is_wholly_known() && right.is_wholly_known())) {
    return unknown_result(evaluation, {left, right}, boolean_type());
  }
  Agreement agreement(evaluation);
  for (std::size_t i = 0; i < a.size() && !agreement.is_refuted(); ++i) agreement.add(compare(a[i], b[i], evaluation));
  return agreement.result();
}

Value compare_mappings(const Value& a, const Value& b, Evaluation& evaluation) {
  std::size_t shared = 0;
  Agreement agreement(evaluation);
  for (const Value::Entry& entry : a.entries()) {
    if (entry.value.is_absent()) continue;
    const Value* other = b.find(entry.key);
    if (!other || other->is_absent()) return Value::boolean(false);
    ++shared;
    agreement.add(compare(entry.value, *other, evaluation));
  }
  std::size_t wanted = 0;
  for (const Value::Entry& entry : b.entries()) wanted += entry.value.is_absent() ? 0 : 1;
  return shared == wanted ? agreement.result() : Value::boolean(false);
}

/// In packs, raw input may hold numbers and bools written as text.
Value compare_lenient(const Value& a, const Value& b, Evaluation& evaluation) {
  const Value& text = a.is_text() ? a : b;
  const Value& other = a.is_text() ? b : a;
  if (!text.is_text()) return Value::boolean(false);
  if (other.is_boolean()) {
    const auto flag = read_boolean(text.as_text(), true);
    return Value::boolean(flag && *flag == other.as_boolean());
  }
  if (other.is_number()) {
    const Value number = convert(text, *number_type(), {}, evaluation);
    return Value::boolean(number.is_number() && compare_numbers(number, other) == 0);
  }
  return Value::boolean(false);
}

Value compare_known(const Value& a, const Value& b, Evaluation& evaluation) {
  if (a.is_null() || b.is_null()) return Value::boolean(a.is_null() && b.is_null());
  if (a.is_entity() || b.is_entity()) {
    return Value::boolean(a.is_entity() && b.is_entity() && &a.as_entity() == &b.as_entity());
  }
  if (a.is_sequence() && same_shape(a, b, evaluation)) return compare_sequences(a, b, evaluation);
  if (a.is_mapping() && same_shape(a, b, evaluation)) return compare_mappings(a, b, evaluation);
  if (a.kind() != b.kind()) {
    return evaluation.is_pack ? compare_lenient(a, b, evaluation) : Value::boolean(false);
  }
  if (a.is_number()) return Value::boolean(compare_numbers(a, b) == 0);
  if (a.is_text()) return Value::boolean(a.as_text() == b.as_text());
  return Value::boolean(a.is_boolean() && a.as_boolean() == b.as_boolean());
}

/// The variable's literal that another known value stands for, if it can be one.
std::optional<std::string_view> as_literal(const Value& value, const Unknown& variable, Evaluation& evaluation) {
  if (value.is_text()) {
    const bool typed =
        variable.type && (variable.type->kind == TypeKind::number || variable.type->kind == TypeKind::boolean);
    if (!typed || evaluation.is_pack) return value.as_text();
  } else if (value.is_number() && (is_of_kind(variable, TypeKind::number) || evaluation.is_pack)) {
    return evaluation.arena.copy(to_string_number(value));
  } else if (value.is_boolean() && (is_of_kind(variable, TypeKind::boolean) || evaluation.is_pack)) {
    return value.as_boolean() ? "true" : "false";
  }
  return std::nullopt;
}

/// Is a text as long as another must be?
bool has_length_of(const Unknown& unknown, std::string_view text) {
  if (!unknown.minimum && !unknown.maximum) return true;
  const Value length = Value::integer(static_cast<int64_t>(characters(text).size()));
  const bool too_short = unknown.minimum && compare_numbers(*unknown.minimum, length) > 0;
  const bool too_long = unknown.maximum && compare_numbers(*unknown.maximum, length) < 0;
  return !too_short && !too_long;
}

/// One side is unknown, `a`; `b` is anything.
Value compare_unknown(const Value& a, const Value& b, Evaluation& evaluation) {
  const Unknown& unknown = a.as_unknown();
  if (b.is_null()) {
    return unknown.not_null ? Value::boolean(false) : unknown_result(evaluation, {a}, boolean_type());
  }
  if (b.is_unknown() && same_unknown(a, b)) return Value::boolean(true);
  const bool is_text = unknown.type && unknown.type->kind == TypeKind::text;
  if (is_text && b.is_text() && !has_length_of(unknown, b.as_text())) return Value::boolean(false);
  if (unknown.variable) {
    if (const auto literal = as_literal(b, unknown, evaluation)) {
      return Value::condition(evaluation.arena, Condition::equals(evaluation.arena, *unknown.variable, *literal));
    }
    const Value expanded = expand(a, evaluation);
    if (expanded.is_choice()) {
      return for_each_world(expanded, evaluation, [&](const Value& leaf) { return compare(leaf, b, evaluation); });
    }
  }
  const bool both_text = b.is_text() || (b.is_unknown() && !b.as_unknown().parts.empty());
  if (both_text && is_of_kind(unknown, TypeKind::text)) return equal_texts(a, b, evaluation);
  if (!unknown.parts.empty() && b.is_unknown()) return equal_texts(a, b, evaluation);
  if (b.is_number() && is_of_kind(unknown, TypeKind::number)) {
    const bool too_small = unknown.maximum && compare_numbers(*unknown.maximum, b) < 0;
    const bool too_large = unknown.minimum && compare_numbers(*unknown.minimum, b) > 0;
    if (too_small || too_large) return Value::boolean(false);
  }
  return unknown_result(evaluation, {a, b}, boolean_type());
}

Value compare_plain(const Value& a, const Value& b, Evaluation& evaluation) {
  if (a.is_error()) return a;
  if (b.is_error()) return b;
  if (a.is_unknown() && a.as_unknown().variable) return compare_unknown(a, b, evaluation);
  if (b.is_unknown()) return compare_unknown(b, a, evaluation);
  if (a.is_unknown()) return compare_unknown(a, b, evaluation);
  return compare_known(a, b, evaluation);
}

bool has_optional_members(const Value& value) {
  if (value.is_sequence()) return has_optional_items(value);
  if (!value.is_mapping()) return false;
  for (const Value::Entry& entry : value.entries()) {
    if (may_be_absent(entry.value)) return true;
  }
  return false;
}

Value compare(const Value& a, const Value& b, Evaluation& evaluation) {
  const Value operands[] = {a, b};
  const Reach reach = has_optional_members(a) || has_optional_members(b) ? Reach::deep : Reach::outer;
  if (reach == Reach::outer && !a.is_choice() && !b.is_choice()) return compare_plain(a, b, evaluation);
  return over_worlds(operands, reach, evaluation,
                     [&](std::span<const Value> plain) { return compare_plain(plain[0], plain[1], evaluation); });
}

}  // namespace

Value equals(const Value& a, const Value& b, Evaluation& evaluation) {
  const Value result = compare(a, b, evaluation);
  return a.is_sensitive() || b.is_sensitive() ? result.as_sensitive() : result;
}

}  // namespace holdfast

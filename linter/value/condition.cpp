#include "value/condition.h"

#include "value/arena.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <functional>

namespace holdfast {

/// Negation is no node: it is the sign of a reference to one.
struct Condition::Node {
  Kind kind;  // equals, conjunction, disjunction
  const Variable* variable = nullptr;
  std::string_view literal = {};
  Condition left = never();
  Condition right = never();
};

namespace {

using Kind = Condition::Kind;

/// How many sub-formulas a quick look visits. What it misses is found by search, only more slowly.
constexpr int kQuickSteps = 64;
constexpr int kImplicationBudget = 500;

Truth opposite(Truth truth) {
  if (truth == Truth::unknown) return truth;
  return truth == Truth::yes ? Truth::no : Truth::yes;
}

/// What one known atom says about another.
Truth atom_under_atom(Condition known, bool is_true, Condition asked) {
  if (&known.variable() != &asked.variable()) return Truth::unknown;
  if (known.literal() == asked.literal()) return truth(is_true);
  return is_true ? Truth::no : Truth::unknown;
}

/// Looks for a part of the assumption, taken as true or false, that decides the condition.
Truth look_up(Condition assumption, bool is_true, Condition condition, int& steps) {
  while (steps-- > 0) {
    if (assumption.kind() == Kind::negation) {
      assumption = assumption.left();
      is_true = !is_true;
    }
    if (assumption.id() == condition.id()) return truth((assumption == condition) == is_true);
    switch (assumption.kind()) {
      case Kind::equals:
        if (condition.kind() == Kind::equals) return atom_under_atom(assumption, is_true, condition);
        return Truth::unknown;
      case Kind::conjunction:
      case Kind::disjunction:
        if ((assumption.kind() == Kind::conjunction) != is_true) return Truth::unknown;
        if (const Truth found = look_up(assumption.right(), is_true, condition, steps); found != Truth::unknown) {
          return found;
        }
        assumption = assumption.left();
        break;
      default: return Truth::unknown;
    }
  }
  return Truth::unknown;
}

/// A cheap, sound answer to what the assumption says about the condition.
Truth decide(Condition assumption, Condition condition, int& steps) {
  switch (condition.kind()) {
    case Kind::always: return Truth::yes;
    case Kind::never: return Truth::no;
    case Kind::negation: return opposite(decide(assumption, condition.left(), steps));
    default: break;
  }
  const Truth found = look_up(assumption, true, condition, steps);
  if (found != Truth::unknown || condition.kind() == Kind::equals || steps <= 0) return found;
  const Truth deciding = truth(condition.kind() == Kind::disjunction);
  const Truth left = decide(assumption, condition.left(), steps);
  if (left == deciding) return deciding;
  const Truth right = decide(assumption, condition.right(), steps);
  if (right == deciding) return deciding;
  return left == opposite(deciding) && right == left ? left : Truth::unknown;
}

Truth decide(Condition assumption, Condition condition) {
  int steps = kQuickSteps;
  return decide(assumption, condition, steps);
}

/// The variables of a small formula that mentions each of them once. Such a formula can be true and can be false.
class FewVariables {
 public:
  /// False: there are too many, or one comes twice.
  bool add(Condition formula) {
    if (formula.kind() == Kind::negation) formula = formula.left();
    if (formula.kind() != Kind::equals) return ++joints_ < all_.size() && add(formula.left()) && add(formula.right());
    if (count_ == all_.size() || contains(&formula.variable())) return false;
    all_[count_++] = &formula.variable();
    return true;
  }

  bool contains(const Variable* variable) const { return std::find(all_.data(), end(), variable) != end(); }

  bool are_mentioned(Condition formula, int& steps) const {
    while (steps-- > 0) {
      if (formula.kind() == Kind::negation) formula = formula.left();
      if (formula.is_always() || formula.is_never()) return false;
      if (formula.kind() == Kind::equals) return contains(&formula.variable());
      if (are_mentioned(formula.right(), steps)) return true;
      formula = formula.left();
    }
    return true;
  }

 private:
  const Variable* const* end() const { return all_.data() + count_; }

  std::array<const Variable*, 8> all_ = {};
  std::size_t count_ = 0;
  std::size_t joints_ = 0;  // conjunctions and disjunctions on the way
};

/// Could a search find more than a quick look did? Not when the two formulas have nothing to do with each other.
bool is_worth_a_search(Condition assumption, Condition condition) {
  FewVariables variables;
  int steps = kQuickSteps;
  return !variables.add(condition) || variables.are_mentioned(assumption, steps);
}

// Formulas and variables stand at multiples of eight: the low bits of a key tell what is made of what.
constexpr uintptr_t kDisjunctionMark = 2;
constexpr uintptr_t kAtomMark = 4;

}  // namespace

Condition Condition::equals(Arena& arena, const Variable& variable, std::string_view literal) {
  const auto allowed = variable.allowed;
  if (allowed.empty()) return Condition(atom(arena, variable, literal), true);
  const auto found = std::find(allowed.begin(), allowed.end(), literal);
  if (found == allowed.end()) return never();
  if (std::all_of(allowed.begin(), allowed.end(), [&](std::string_view a) { return a == literal; })) return always();
  // With two values to choose from, the second is what the first is not: both are one atom.
  const bool is_second = allowed.size() == 2 && found != allowed.begin();
  const std::string_view known = is_second ? allowed.front() : *found;
  return Condition(atom(arena, variable, known), !is_second);
}

/// The same atom is one node, so that formulas made of it are found again.
const Condition::Node* Condition::atom(Arena& arena, const Variable& variable, std::string_view literal) {
  const auto key = reinterpret_cast<uintptr_t>(&variable) | kAtomMark;
  const void*& made = arena.made_of(key, std::hash<std::string_view>()(literal));
  const auto* known = static_cast<const Node*>(made);
  if (known && known->literal == literal) return known;
  made = arena.make(Node{.kind = Kind::equals, .variable = &variable, .literal = arena.copy(literal)});
  return static_cast<const Node*>(made);
}

const Condition::Node* Condition::joint(Arena& arena, Kind kind, Condition a, Condition b) {
  const void*& made = arena.made_of(a.key() | (kind == Kind::disjunction ? kDisjunctionMark : 0), b.key());
  if (!made) made = arena.make(Node{.kind = kind, .left = a, .right = b});
  return static_cast<const Node*>(made);
}

Condition::Kind Condition::kind() const {
  if (!node_) return positive_ ? Kind::always : Kind::never;
  return positive_ ? node_->kind : Kind::negation;
}

const Variable& Condition::variable() const {
  assert(kind() == Kind::equals);
  return *node_->variable;
}

std::string_view Condition::literal() const {
  assert(kind() == Kind::equals);
  return node_->literal;
}

Condition Condition::left() const {
  assert(node_);
  return positive_ ? node_->left : Condition(node_, true);
}

Condition Condition::right() const {
  assert(kind() == Kind::conjunction || kind() == Kind::disjunction);
  return node_->right;
}

Condition negate(Arena&, Condition a) { return Condition(a.node_, !a.positive_); }

Condition conjoin(Arena& arena, Condition a, Condition b) {
  const Truth b_under_a = decide(a, b);
  if (b_under_a == Truth::yes) return a;
  if (b_under_a == Truth::no) return Condition::never();
  const Truth a_under_b = decide(b, a);
  if (a_under_b == Truth::yes) return b;
  if (a_under_b == Truth::no) return Condition::never();
  return Condition(Condition::joint(arena, Kind::conjunction, a, b), true);
}

Condition disjoin(Arena& arena, Condition a, Condition b) {
  const Truth b_unless_a = decide(negate(arena, a), b);
  if (b_unless_a == Truth::yes) return Condition::always();
  if (b_unless_a == Truth::no) return a;
  const Truth a_unless_b = decide(negate(arena, b), a);
  if (a_unless_b == Truth::yes) return Condition::always();
  if (a_unless_b == Truth::no) return b;
  return Condition(Condition::joint(arena, Kind::disjunction, a, b), true);
}

namespace {

Truth search_implication(Condition assumption, Condition condition, Arena& arena) {
  if (satisfiable(conjoin(arena, assumption, condition), nullptr, kImplicationBudget) == Truth::no) return Truth::no;
  const Condition against = conjoin(arena, assumption, negate(arena, condition));
  return satisfiable(against, nullptr, kImplicationBudget) == Truth::no ? Truth::yes : Truth::unknown;
}

}  // namespace

Truth implied(Condition assumption, Condition condition, Arena& arena) {
  if (assumption.is_never()) return Truth::yes;
  const Truth quick = decide(assumption, condition);
  if (quick != Truth::unknown || !is_worth_a_search(assumption, condition)) return quick;
  std::optional<uint8_t>& answer = arena.answer(assumption.key(), condition.key());
  if (!answer) answer = static_cast<uint8_t>(search_implication(assumption, condition, arena));
  return static_cast<Truth>(*answer);
}

std::string to_string(const World& world) {
  const auto quoted = [](std::string_view value) { return value.empty() ? "\"\"" : std::string(value); };
  std::string text;
  for (const Assignment& assignment : world) {
    if (!text.empty()) text += " and ";
    text.append(assignment.variable->name).append(" is ");
    if (assignment.value) {
      text += quoted(*assignment.value);
      continue;
    }
    if (assignment.none_of.empty()) text += "something else";
    if (assignment.none_of.size() == 1) text += "not ";
    if (assignment.none_of.size() > 1) text += "none of ";
    for (const std::string_view& value : assignment.none_of) {
      if (&value != assignment.none_of.data()) text += ", ";
      text += quoted(value);
    }
  }
  return text;
}

}  // namespace holdfast

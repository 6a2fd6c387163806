#pragma once

#include "text/source.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace holdfast {

class Arena;

enum class Truth : uint8_t { no, yes, unknown };
inline Truth truth(bool b) { return b ? Truth::yes : Truth::no; }

/// Something the deployment depends on and the sources do not fix: a parameter, an unset variable, a fact that cannot
/// be computed. It takes exactly one value; which values matter is given by the literals it is compared with, plus
/// "other". Two variables are the same if they are the same object.
struct Variable {
  std::string_view name;         // "Environment", "var.enabled", or a sentence for an opaque fact
  std::string_view reason = {};  // why it is open: "parameter Environment has no default"
  std::string_view input = {};   // what the user would have to give to close it; may be empty
  Span declared_at = {};
  /// All values that the author allows; empty = anything.
  std::span<const std::string_view> allowed = {};
  std::optional<std::string_view> fallback = {};
  /// The author declared what it may be (default or allowed values), so each of these worlds is one that he supports.
  /// An undeclared variable hangs on an input that nobody has given.
  bool declared = false;
};

/// A formula over `variable = literal` atoms; immutable, in an arena. `nullptr`-free: use `Condition::always()`.
class Condition {
 public:
  enum class Kind : uint8_t { always, never, equals, negation, conjunction, disjunction };

  static Condition always() { return Condition(nullptr, true); }
  static Condition never() { return Condition(nullptr, false); }
  static Condition equals(Arena& arena, const Variable& variable, std::string_view literal);

  Kind kind() const;
  bool is_always() const { return kind() == Kind::always; }
  bool is_never() const { return kind() == Kind::never; }
  const Variable& variable() const;                   // equals
  std::string_view literal() const;                   // equals
  Condition left() const;                             // negation, conjunction, disjunction
  Condition right() const;                            // conjunction, disjunction
  bool operator==(const Condition&) const = default;  // same formula object, not same meaning
  const void* id() const { return node_; }            // of the formula without its negation; null for constants

  /// Formula and sign in one number: equal for equal formulas of one arena.
  uintptr_t key() const { return reinterpret_cast<uintptr_t>(node_) | (positive_ ? 0 : 1); }

  friend Condition negate(Arena& arena, Condition a);
  friend Condition conjoin(Arena& arena, Condition a, Condition b);
  friend Condition disjoin(Arena& arena, Condition a, Condition b);

 private:
  struct Node;
  static const Node* atom(Arena& arena, const Variable& variable, std::string_view literal);
  static const Node* joint(Arena& arena, Kind kind, Condition a, Condition b);
  Condition(const Node* node, bool positive) : node_(node), positive_(positive) {}
  const Node* node_;  // null: constant
  bool positive_;
};

/// "Other" is the empty optional: none of the values that matter, which are then listed.
struct Assignment {
  const Variable* variable;
  std::optional<std::string_view> value;
  std::vector<std::string_view> none_of = {};
};
/// Enough assignments to decide a formula; variables that make no difference are left out.
using World = std::vector<Assignment>;

/// Steps a question may take before it ends in "too many scenarios".
inline constexpr int kScenarioBudget = 20000;

/// Is there a world in which the formula holds? `unknown` when the budget ends. The witness prefers defaults.
Truth satisfiable(Condition condition, World* witness = nullptr, int budget = kScenarioBudget);

/// Is there a choice of declared values (the allowed ones, or exactly the fallback where nothing is allowed by name)
/// such that the formula holds whatever the undeclared variables are? That is the question behind "fails when IsProd is
/// false" (the author supports that world) against "undecided".
Truth declared_world(Condition condition, World* witness = nullptr, int budget = kScenarioBudget);

/// The formula that says: the variables have these values.
Condition as_condition(const World& world, Arena& arena);

/// Does `assumption` decide the condition? Of an assumption that can never hold, any answer is right.
Truth implied(Condition assumption, Condition condition, Arena& arena);

/// Variables that the formula mentions, in order of first mention.
std::vector<const Variable*> variables(Condition condition);

/// "Environment is prod and Size is not large", "Size is none of large, small"; empty for an empty world.
std::string to_string(const World& world);

}  // namespace holdfast

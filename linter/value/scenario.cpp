#include "value/condition.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace holdfast {
namespace {

using Kind = Condition::Kind;

constexpr uint32_t kNone = UINT32_MAX;

/// A world of more variables than that is not read by anybody, so it need not be minimal.
constexpr std::size_t kTidyWorkMax = 1'000'000;

/// A sub-formula and its sign. Sub-formulas are numbered, operands before what uses them.
struct Operand {
  uint32_t term = kNone;
  bool is_positive = true;
};

struct Operation {
  Kind kind;  // equals, conjunction, disjunction
  uint32_t variable = kNone;
  uint32_t value = kNone;  // an index into the values of all variables; none if the variable never has it
  Operand left = {}, right = {};
};

struct Domain {
  const Variable* variable;
  std::vector<std::string_view> literals = {};  // that the formula compares it with
  uint32_t first = 0;                           // index into the values of all variables
  uint32_t count = 0;
};

/// Formulas that shall hold together, in one piece of memory.
struct Program {
  std::vector<Operation> operations;
  std::vector<Operand> roots;
  std::vector<Domain> domains;
  std::vector<std::optional<std::string_view>> values;  // of all domains, preferred ones first; empty: any other
};

/// Who chooses the values of undeclared variables: we, looking for a world, or an adversary.
enum class Undeclared : uint8_t { chosen, adverse };

bool is_declared(const Variable& variable) {
  return variable.declared && (variable.fallback || !variable.allowed.empty());
}

/// Numbers the formulas below the roots by what `visit` returns, operands first, each once. Formulas may be deep, so
/// there is no recursion.
using Numbers = std::unordered_map<const void*, uint32_t>;

template <class Visit>
Numbers number_formulas(std::span<const Condition> roots, Visit&& visit) {
  Numbers numbers;
  std::vector<Condition> pending(roots.rbegin(), roots.rend());
  while (!pending.empty()) {
    Condition formula = pending.back();
    if (formula.kind() == Kind::negation) formula = formula.left();
    if (numbers.try_emplace(formula.id(), kNone).second && formula.kind() != Kind::equals) {
      pending.push_back(formula.right());
      pending.push_back(formula.left());
      continue;
    }
    pending.pop_back();
    if (uint32_t& number = numbers[formula.id()]; number == kNone) number = visit(formula, numbers);
  }
  return numbers;
}

/// The values of a variable that make a difference. Allowed values that the formula does not tell apart are one.
void add_values(Program& program, Domain& domain, Undeclared undeclared) {
  const Variable& variable = *domain.variable;
  const auto contains = [](const auto& list, const auto& item) {
    return std::find(list.begin(), list.end(), item) != list.end();
  };
  std::vector<std::optional<std::string_view>> values;
  const auto add = [&](std::optional<std::string_view> value) {
    if (!contains(values, value)) values.push_back(value);
  };
  if (variable.allowed.empty()) {
    if (variable.fallback) add(variable.fallback);
    if (undeclared == Undeclared::chosen || !is_declared(variable)) {
      for (const std::string_view literal : domain.literals) add(literal);
      add(std::nullopt);
    }
  } else {
    bool has_another = false;
    const auto add_allowed = [&](std::string_view value) {
      if (contains(domain.literals, value)) return add(value);
      if (!std::exchange(has_another, true)) add(value);
    };
    if (variable.fallback && contains(variable.allowed, *variable.fallback)) add_allowed(*variable.fallback);
    for (const std::string_view value : variable.allowed) add_allowed(value);
  }
  domain.first = static_cast<uint32_t>(program.values.size());
  domain.count = static_cast<uint32_t>(values.size());
  program.values.insert(program.values.end(), values.begin(), values.end());
}

Program compile(std::span<const Condition> roots, Undeclared undeclared) {
  Program program;
  std::unordered_map<const Variable*, uint32_t> variables;
  const auto to_operand = [](Condition formula, const Numbers& numbers) {
    return Operand{numbers.at(formula.id()), formula.kind() != Kind::negation};
  };
  std::vector<std::string_view> literals;  // of the operations that compare
  const Numbers numbers = number_formulas(roots, [&](Condition formula, const Numbers& known) {
    Operation operation{.kind = formula.kind()};
    literals.emplace_back();
    if (formula.kind() == Kind::equals) {
      const auto [entry, is_new] =
          variables.try_emplace(&formula.variable(), static_cast<uint32_t>(program.domains.size()));
      if (is_new) program.domains.push_back({.variable = &formula.variable()});
      operation.variable = entry->second;
      literals.back() = formula.literal();
      std::vector<std::string_view>& mentioned = program.domains[entry->second].literals;
      if (std::find(mentioned.begin(), mentioned.end(), formula.literal()) == mentioned.end()) {
        mentioned.push_back(formula.literal());
      }
    } else {
      operation.left = to_operand(formula.left(), known);
      operation.right = to_operand(formula.right(), known);
    }
    program.operations.push_back(operation);
    return static_cast<uint32_t>(program.operations.size() - 1);
  });
  for (const Condition root : roots) program.roots.push_back(to_operand(root, numbers));
  for (Domain& domain : program.domains) add_values(program, domain, undeclared);
  for (std::size_t i = 0; i < literals.size(); ++i) {
    Operation& operation = program.operations[i];
    if (operation.kind != Kind::equals) continue;
    const Domain& domain = program.domains[operation.variable];
    for (uint32_t value = domain.first; value < domain.first + domain.count; ++value) {
      if (program.values[value] == literals[i]) operation.value = value;
    }
  }
  return program;
}

/// Looks for values of the variables with which all roots hold: three-valued evaluation, then what the roots demand of
/// their operands, down to the variables; where that ends, a decision, to be taken back when it fails.
class Search {
 public:
  Search(const Program& program, std::span<const Operand> roots, Undeclared undeclared, int& budget)
      : program_(program),
        roots_(roots),
        undeclared_(undeclared),
        budget_(budget),
        is_alive_(program.values.size(), true),
        is_muted_(program.domains.size(), false),
        truths_(program.operations.size(), Truth::unknown),
        demands_(program.operations.size(), Demand::none) {
    for (const Domain& domain : program.domains) alive_.push_back(domain.count);
  }

  /// `unknown` when the budget ends.
  Truth run() {
    for (;;) {
      Truth outcome = propagate();
      if (budget_ < 0) return Truth::unknown;
      if (outcome == Truth::unknown && undecided_ == kNone) outcome = holds_against_adversary();
      if (outcome == Truth::yes) return outcome;
      if (outcome == Truth::no) {
        if (!take_back()) return Truth::no;
        continue;
      }
      if (undecided_ == kNone) return Truth::unknown;
      const uint32_t variable = program_.operations[undecided_].variable;
      decisions_.push_back({variable, first_alive(variable), removed_.size()});
      assign(variable, decisions_.back().value);
    }
  }

  /// The values found, without those that make no difference.
  void append_to(World& world) {
    mute_needless();
    for (uint32_t i = 0; i < program_.domains.size(); ++i) {
      const Domain& domain = program_.domains[i];
      const bool is_open = alive_[i] == domain.count && domain.count > 1;
      if (is_open || is_muted_[i] || is_adverse(i)) continue;
      Assignment assignment{.variable = domain.variable, .value = program_.values[first_alive(i)]};
      for (uint32_t value = domain.first; !assignment.value && value < domain.first + domain.count; ++value) {
        if (program_.values[value]) assignment.none_of.push_back(*program_.values[value]);
      }
      world.push_back(std::move(assignment));
    }
  }

 private:
  enum class Demand : uint8_t { none, matters, be_false, be_true };
  struct Decision {
    uint32_t variable;
    uint32_t value;
    std::size_t removed_before;
  };
  struct Removed {
    uint32_t variable;
    uint32_t value;
  };

  bool is_adverse(uint32_t variable) const {
    return undeclared_ == Undeclared::adverse && !is_declared(*program_.domains[variable].variable);
  }

  uint32_t first_alive(uint32_t variable) const {
    uint32_t value = program_.domains[variable].first;
    while (!is_alive_[value]) ++value;
    return value;
  }

  void remove(uint32_t variable, uint32_t value) {
    if (!is_alive_[value]) return;
    is_alive_[value] = false;
    if (--alive_[variable] == 0) is_contradictory_ = true;
    removed_.push_back({variable, value});
  }

  void assign(uint32_t variable, uint32_t value) {
    const Domain& domain = program_.domains[variable];
    for (uint32_t other = domain.first; other < domain.first + domain.count; ++other) {
      if (other != value) remove(variable, other);
    }
  }

  /// Undoes the last decision and excludes it. False: there was none.
  bool take_back() {
    if (decisions_.empty()) return false;
    const Decision decision = decisions_.back();
    decisions_.pop_back();
    for (; removed_.size() > decision.removed_before; removed_.pop_back()) {
      is_alive_[removed_.back().value] = true;
      ++alive_[removed_.back().variable];
    }
    is_contradictory_ = false;
    remove(decision.variable, decision.value);
    return true;
  }

  Truth truth_of(Operand operand) const {
    const Truth known = truths_[operand.term];
    if (known == Truth::unknown || operand.is_positive) return known;
    return truth(known == Truth::no);
  }

  Truth truth_of(const Operation& operation) const {
    if (operation.kind == Kind::equals) {
      if (operation.value == kNone) return Truth::no;
      if (is_muted_[operation.variable]) return Truth::unknown;
      if (!is_alive_[operation.value]) return Truth::no;
      return alive_[operation.variable] == 1 ? Truth::yes : Truth::unknown;
    }
    const Truth deciding = truth(operation.kind == Kind::disjunction);
    const Truth left = truth_of(operation.left);
    const Truth right = truth_of(operation.right);
    if (left == deciding || right == deciding) return deciding;
    return left == right ? left : Truth::unknown;
  }

  /// Do all roots hold, whatever is still open?
  Truth evaluate() {
    for (std::size_t i = 0; i < truths_.size(); ++i) truths_[i] = truth_of(program_.operations[i]);
    Truth all = Truth::yes;
    for (const Operand root : roots_) {
      const Truth one = truth_of(root);
      if (one == Truth::no) return Truth::no;
      if (one == Truth::unknown) all = Truth::unknown;
    }
    return all;
  }

  void demand(Operand operand, Demand wanted) {
    if (!operand.is_positive && wanted > Demand::matters) {
      wanted = wanted == Demand::be_true ? Demand::be_false : Demand::be_true;
    }
    Demand& known = demands_[operand.term];
    if (known > Demand::matters && wanted > Demand::matters && known != wanted) is_contradictory_ = true;
    known = std::max(known, wanted);
  }

  /// Passes a demand on to the operands; true when it narrowed a variable.
  bool pass_on(uint32_t term, Demand wanted) {
    const Operation& operation = program_.operations[term];
    if (operation.kind == Kind::equals) {
      if (is_adverse(operation.variable)) {
        if (wanted > Demand::matters) is_contradictory_ = true;
        return false;
      }
      if (wanted == Demand::matters) undecided_ = term;
      if (wanted == Demand::be_true) assign(operation.variable, operation.value);
      if (wanted == Demand::be_false) remove(operation.variable, operation.value);
      return wanted > Demand::matters;
    }
    const bool is_conjunction = operation.kind == Kind::conjunction;
    const Demand of_both = is_conjunction ? Demand::be_true : Demand::be_false;
    const Truth of_no_use = truth(is_conjunction);
    if (wanted != Demand::matters && wanted != of_both) {
      // One operand suffices; where the other is of no use it must be this one.
      if (truth_of(operation.left) == of_no_use) {
        demand(operation.right, wanted);
        return false;
      }
      if (truth_of(operation.right) == of_no_use) {
        demand(operation.left, wanted);
        return false;
      }
    }
    const Demand of_each = wanted == of_both ? of_both : Demand::matters;
    demand(operation.left, of_each);
    demand(operation.right, of_each);
    return false;
  }

  /// Draws conclusions until there are none. Leaves the first atom worth a decision in `undecided_`.
  Truth propagate() {
    for (bool has_changed = true; has_changed;) {
      budget_ -= 1 + static_cast<int>(truths_.size() / 1024);
      if (is_contradictory_ || budget_ < 0) return Truth::no;
      if (const Truth all = evaluate(); all != Truth::unknown) return all;
      has_changed = false;
      undecided_ = kNone;
      std::fill(demands_.begin(), demands_.end(), Demand::none);
      for (const Operand root : roots_) demand(root, Demand::be_true);
      for (uint32_t term = static_cast<uint32_t>(truths_.size()); term-- > 0;) {
        if (demands_[term] == Demand::none) continue;
        if (truths_[term] == Truth::unknown) {
          has_changed |= pass_on(term, demands_[term]);
        } else if (demands_[term] > Demand::matters && truth(demands_[term] == Demand::be_true) != truths_[term]) {
          return Truth::no;
        }
      }
    }
    return is_contradictory_ ? Truth::no : Truth::unknown;
  }

  /// Nothing is left to choose: can the adversary make a root fail?
  Truth holds_against_adversary() {
    for (Operand root : roots_) {
      if (truth_of(root) == Truth::yes) continue;
      root.is_positive = !root.is_positive;
      Search attack(program_, {&root, 1}, Undeclared::chosen, budget_);
      attack.is_alive_ = is_alive_;
      attack.alive_ = alive_;
      const Truth succeeds = attack.run();
      if (succeeds != Truth::no) return succeeds == Truth::yes ? Truth::no : Truth::unknown;
    }
    return Truth::yes;
  }

  void mute_needless() {
    if (program_.domains.size() * program_.operations.size() > kTidyWorkMax) return;
    for (std::size_t i = program_.domains.size(); i-- > 0;) {
      is_muted_[i] = true;
      is_muted_[i] = evaluate() == Truth::yes;
    }
  }

  const Program& program_;
  std::span<const Operand> roots_;
  Undeclared undeclared_;
  int& budget_;
  std::vector<bool> is_alive_;    // by value
  std::vector<uint32_t> alive_;   // by variable: how many of its values are
  std::vector<bool> is_muted_;    // by variable: counts as open
  std::vector<Truth> truths_;     // by term
  std::vector<Demand> demands_;   // by term
  std::vector<Removed> removed_;  // in order
  std::vector<Decision> decisions_;
  uint32_t undecided_ = kNone;
  bool is_contradictory_ = false;
};

std::vector<Condition> conjuncts(Condition condition) {
  std::vector<Condition> parts;
  std::unordered_map<const void*, bool> seen;
  for (std::vector<Condition> pending = {condition}; !pending.empty();) {
    const Condition next = pending.back();
    pending.pop_back();
    if (next.kind() != Kind::conjunction) {
      parts.push_back(next);
    } else if (seen.try_emplace(next.id(), true).second) {
      pending.push_back(next.right());
      pending.push_back(next.left());
    }
  }
  return parts;
}

/// Splits a conjunction into parts that share no variable, so that each can be decided by itself.
std::vector<std::vector<Condition>> independent_parts(Condition condition) {
  const std::vector<Condition> all = conjuncts(condition);
  if (all.size() == 1) return {all};
  std::vector<uint32_t> parents;  // of variables, in a forest with one tree per part
  const auto root_of = [&](uint32_t variable) {
    while (parents[variable] != variable) variable = parents[variable] = parents[parents[variable]];
    return variable;
  };
  std::unordered_map<const Variable*, uint32_t> variables;
  const Numbers any_variable_of = number_formulas(all, [&](Condition formula, const Numbers& known) {
    if (formula.kind() == Kind::equals) {
      const auto [entry, is_new] = variables.try_emplace(&formula.variable(), static_cast<uint32_t>(parents.size()));
      if (is_new) parents.push_back(entry->second);
      return entry->second;
    }
    const uint32_t left = known.at(formula.left().id());
    parents[root_of(known.at(formula.right().id()))] = root_of(left);
    return left;
  });
  std::vector<std::vector<Condition>> parts;
  std::vector<uint32_t> part_of(parents.size(), kNone);
  for (const Condition conjunct : all) {
    uint32_t& part = part_of[root_of(any_variable_of.at(conjunct.id()))];
    if (part == kNone) {
      part = static_cast<uint32_t>(parts.size());
      parts.emplace_back();
    }
    parts[part].push_back(conjunct);
  }
  return parts;
}

Truth find_world(Condition condition, Undeclared undeclared, World* witness, int budget) {
  if (condition.is_never()) return Truth::no;
  World world;
  Truth result = Truth::yes;
  if (!condition.is_always()) {
    for (const std::vector<Condition>& part : independent_parts(condition)) {
      const Program program = compile(part, undeclared);
      Search search(program, program.roots, undeclared, budget);
      const Truth found = search.run();
      if (found == Truth::no) return Truth::no;
      if (found == Truth::unknown) result = Truth::unknown;
      if (witness && result == Truth::yes) search.append_to(world);
    }
  }
  if (witness && result == Truth::yes) *witness = std::move(world);
  return result;
}

}  // namespace

Truth satisfiable(Condition condition, World* witness, int budget) {
  return find_world(condition, Undeclared::chosen, witness, budget);
}

Truth declared_world(Condition condition, World* witness, int budget) {
  return find_world(condition, Undeclared::adverse, witness, budget);
}

Condition as_condition(const World& world, Arena& arena) {
  Condition all = Condition::always();
  for (const Assignment& assignment : world) {
    if (assignment.value) all = conjoin(arena, all, Condition::equals(arena, *assignment.variable, *assignment.value));
    for (const std::string_view other : assignment.none_of) {
      all = conjoin(arena, all, negate(arena, Condition::equals(arena, *assignment.variable, other)));
    }
  }
  return all;
}

std::vector<const Variable*> variables(Condition condition) {
  std::vector<const Variable*> found;
  if (condition.is_always() || condition.is_never()) return found;
  number_formulas({&condition, 1}, [&](Condition formula, const Numbers&) {
    if (formula.kind() == Kind::equals && std::find(found.begin(), found.end(), &formula.variable()) == found.end()) {
      found.push_back(&formula.variable());
    }
    return uint32_t{0};
  });
  return found;
}

}  // namespace holdfast

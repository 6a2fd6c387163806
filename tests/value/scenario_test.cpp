// Compares the search with plain enumeration on small random formulas.
#include "value/arena.h"
#include "value/condition.h"

#include <doctest/doctest.h>

#include <array>
#include <optional>
#include <random>
#include <vector>

namespace holdfast {
namespace {

constexpr std::array<std::string_view, 3> kLiterals = {"a", "b", "c"};
constexpr std::array<std::string_view, 4> kAllowed = {"c", "a", "b", "d"};
constexpr std::array<std::string_view, 2> kTwo = {"a", "b"};

using Values = std::vector<std::string_view>;

bool holds(Condition condition, const std::vector<Variable>& variables, const Values& values) {
  switch (condition.kind()) {
    case Condition::Kind::always: return true;
    case Condition::Kind::never: return false;
    case Condition::Kind::equals:
      return values[static_cast<std::size_t>(&condition.variable() - variables.data())] == condition.literal();
    case Condition::Kind::negation: return !holds(condition.left(), variables, values);
    case Condition::Kind::conjunction:
      return holds(condition.left(), variables, values) && holds(condition.right(), variables, values);
    case Condition::Kind::disjunction:
      return holds(condition.left(), variables, values) || holds(condition.right(), variables, values);
  }
  return false;
}

/// Everything a variable can be; "z" stands for what nobody mentions.
Values domain(const Variable& variable, bool only_declared) {
  if (!variable.allowed.empty()) return {variable.allowed.begin(), variable.allowed.end()};
  if (only_declared && variable.declared) return {*variable.fallback};
  return {"a", "b", "c", "e", "z"};
}

/// Is there a choice for the variables for which `exists`, such that for all choices of the others `test` says yes?
template <class Exists, class Test>
bool enumerate(const std::vector<Values>& domains, Values& values, Exists exists, Test test, bool inner = false) {
  const std::size_t count = domains.size();
  std::vector<std::size_t> mine;
  for (std::size_t i = 0; i < count; ++i) {
    if (exists(i) != inner) mine.push_back(i);
  }
  std::vector<std::size_t> at(mine.size(), 0);
  for (;;) {
    for (std::size_t i = 0; i < mine.size(); ++i) values[mine[i]] = domains[mine[i]][at[i]];
    const bool is_yes = inner ? test(values) : enumerate(domains, values, exists, test, true);
    if (is_yes != inner) return !inner;
    std::size_t digit = 0;
    while (digit < at.size() && ++at[digit] == domains[mine[digit]].size()) at[digit++] = 0;
    if (digit == at.size()) return inner;
  }
}

struct Random {
  std::mt19937 generator{20240131};
  int below(int limit) { return static_cast<int>(generator() % static_cast<unsigned>(limit)); }

  Variable variable() {
    Variable made{.name = "X"};
    switch (below(5)) {
      case 0: made.allowed = kAllowed; break;
      case 1: made.allowed = kTwo; break;
      default: break;
    }
    if (below(2) == 0) made.fallback = below(2) == 0 ? "b" : "e";
    made.declared = below(3) != 0 && (!made.allowed.empty() || made.fallback);
    return made;
  }

  Condition formula(Arena& arena, const std::vector<Variable>& variables, int size) {
    if (size <= 1) {
      const auto& variable = variables[static_cast<std::size_t>(below(static_cast<int>(variables.size())))];
      return Condition::equals(arena, variable, kLiterals[static_cast<std::size_t>(below(3))]);
    }
    const int left_size = 1 + below(size - 1);
    const Condition left = formula(arena, variables, left_size);
    const Condition right = formula(arena, variables, size - left_size);
    switch (below(5)) {
      case 0: return negate(arena, conjoin(arena, left, right));
      case 1: return conjoin(arena, left, negate(arena, right));
      case 2: return conjoin(arena, left, right);
      default: return disjoin(arena, left, right);
    }
  }
};

struct Case {
  Arena arena;
  std::vector<Variable> variables;

  bool exists(Condition condition, bool is_declared_only, const World& fixed = {}) {
    std::vector<Values> domains;
    for (const Variable& variable : variables) domains.push_back(domain(variable, is_declared_only));
    for (const Assignment& assignment : fixed) {
      domains[index(*assignment.variable)] = {assignment.value.value_or("z")};
    }
    Values values(variables.size());
    return enumerate(
        domains, values, [&](std::size_t i) { return !is_declared_only || variables[i].declared; },
        [&](const Values& chosen) { return holds(condition, variables, chosen); });
  }
  /// Does the formula hold in every completion of the world?
  bool is_enough(Condition condition, const World& world, bool is_declared_only) {
    std::vector<Values> domains;
    for (const Variable& variable : variables) domains.push_back(domain(variable, is_declared_only));
    for (const Assignment& assignment : world) domains[index(*assignment.variable)] = {assignment.value.value_or("z")};
    Values values(variables.size());
    return enumerate(
        domains, values, [](std::size_t) { return false; },
        [&](const Values& chosen) { return holds(condition, variables, chosen); });
  }
  std::size_t index(const Variable& variable) const { return static_cast<std::size_t>(&variable - variables.data()); }
};

template <class Check>
void for_random_formulas(int count, Check check) {
  Random random;
  for (int i = 0; i < count; ++i) {
    Case c;
    const int variable_count = 1 + random.below(4);
    for (int v = 0; v < variable_count; ++v) c.variables.push_back(random.variable());
    check(c, random);
  }
}

TEST_CASE("satisfiable agrees with enumeration, and its witness proves it") {
  for_random_formulas(4000, [](Case& c, Random& random) {
    const Condition formula = random.formula(c.arena, c.variables, 1 + random.below(14));
    World world;
    const Truth found = satisfiable(formula, &world);
    REQUIRE(found == truth(c.exists(formula, false)));
    if (found == Truth::yes) REQUIRE(c.is_enough(formula, world, false));
  });
}

TEST_CASE("declared worlds agree with enumeration, and their witness proves them") {
  int found_some = 0;
  for_random_formulas(4000, [&](Case& c, Random& random) {
    const Condition formula = random.formula(c.arena, c.variables, 1 + random.below(14));
    World world;
    const Truth found = declared_world(formula, &world);
    REQUIRE(found == truth(c.exists(formula, true)));
    if (found != Truth::yes) return;
    ++found_some;
    for (const Assignment& assignment : world) REQUIRE(assignment.variable->declared);
    REQUIRE(c.is_enough(formula, world, true));
  });
  CHECK(found_some > 400);
}

TEST_CASE("implication agrees with enumeration") {
  for_random_formulas(4000, [](Case& c, Random& random) {
    const Condition assumption = random.formula(c.arena, c.variables, 1 + random.below(8));
    const Condition condition = random.formula(c.arena, c.variables, 1 + random.below(6));
    if (!c.exists(assumption, false)) return;
    const bool may_hold = c.exists(conjoin(c.arena, assumption, condition), false);
    const bool may_fail = c.exists(conjoin(c.arena, assumption, negate(c.arena, condition)), false);
    const Truth expected = may_hold && may_fail ? Truth::unknown : truth(may_hold);
    REQUIRE(implied(assumption, condition, c.arena) == expected);
  });
}

TEST_CASE("simplification keeps the meaning") {
  for_random_formulas(4000, [](Case& c, Random& random) {
    const Condition a = random.formula(c.arena, c.variables, 1 + random.below(8));
    const Condition b = random.formula(c.arena, c.variables, 1 + random.below(8));
    std::vector<Values> domains;
    for (const Variable& variable : c.variables) domains.push_back(domain(variable, false));
    Values values(c.variables.size());
    const bool is_same = enumerate(
        domains, values, [](std::size_t) { return false; },
        [&](const Values& chosen) {
          const bool in_a = holds(a, c.variables, chosen);
          const bool in_b = holds(b, c.variables, chosen);
          return holds(conjoin(c.arena, a, b), c.variables, chosen) == (in_a && in_b) &&
                 holds(disjoin(c.arena, a, b), c.variables, chosen) == (in_a || in_b);
        });
    REQUIRE(is_same);
  });
}

}  // namespace
}  // namespace holdfast

#include "value/condition.h"

#include "value/arena.h"

#include <doctest/doctest.h>

#include <array>
#include <deque>
#include <string>
#include <vector>

namespace holdfast {
namespace {

constexpr std::array<std::string_view, 3> kStages = {"dev", "test", "prod"};
constexpr std::array<std::string_view, 2> kBooleans = {"true", "false"};

struct Fixture {
  Arena arena;
  Variable stage{.name = "Stage", .allowed = kStages, .fallback = "dev", .declared = true};
  Variable is_prod{.name = "IsProd", .allowed = kBooleans, .declared = true};
  Variable size{.name = "Size", .fallback = "small", .declared = true};
  Variable region{.name = "Region"};
  Variable account{.name = "Account"};
  std::deque<Variable> more;

  Condition is(const Variable& variable, std::string_view literal) {
    return Condition::equals(arena, variable, literal);
  }
  Condition no(Condition a) { return negate(arena, a); }
  Condition both(Condition a, Condition b) { return conjoin(arena, a, b); }
  Condition either(Condition a, Condition b) { return disjoin(arena, a, b); }
  const Variable& another() { return more.emplace_back(Variable{.name = "X"}); }

  std::string world(Condition condition) {
    World witness;
    const Truth found = satisfiable(condition, &witness);
    return found == Truth::yes ? to_string(witness) : found == Truth::no ? "none" : "unknown";
  }
  std::string declared(Condition condition) {
    World witness;
    const Truth found = declared_world(condition, &witness);
    return found == Truth::yes ? to_string(witness) : found == Truth::no ? "none" : "unknown";
  }
};

TEST_CASE_FIXTURE(Fixture, "formulas simplify while they are built") {
  const Condition prod = is(stage, "prod");
  CHECK(is(stage, "nowhere").is_never());
  CHECK(no(no(prod)) == prod);
  CHECK(no(Condition::always()).is_never());
  CHECK(both(prod, Condition::always()) == prod);
  CHECK(both(Condition::never(), prod).is_never());
  CHECK(either(Condition::never(), prod) == prod);
  CHECK(either(prod, Condition::always()).is_always());
  CHECK(both(prod, prod) == prod);
  CHECK(both(prod, no(prod)).is_never());
  CHECK(either(prod, no(is(stage, "prod"))).is_always());
  CHECK(both(prod, is(stage, "dev")).is_never());
  CHECK(both(no(is(stage, "dev")), prod) == prod);
  CHECK(either(no(prod), is(stage, "dev")) == no(prod));

  const Condition here = is(region, "here");
  const Condition prod_here = both(prod, here);
  CHECK(both(prod_here, prod) == prod_here);
  CHECK(both(here, prod_here) == prod_here);
  CHECK(both(prod_here, no(here)).is_never());
  CHECK(either(either(prod, here), no(here)).is_always());
}

TEST_CASE_FIXTURE(Fixture, "two allowed values are one atom") {
  CHECK(both(is(is_prod, "true"), is(is_prod, "false")).is_never());
  CHECK(either(is(is_prod, "true"), is(is_prod, "false")).is_always());
  constexpr std::array<std::string_view, 1> kOnly = {"one"};
  const Variable fixed{.name = "Fixed", .allowed = kOnly};
  CHECK(is(fixed, "one").is_always());
}

TEST_CASE_FIXTURE(Fixture, "parts of a formula can be read back") {
  const Condition here = is(region, "here");
  const Condition small = is(size, "small");
  const Condition formula = no(both(here, no(small)));
  REQUIRE(formula.kind() == Condition::Kind::negation);
  REQUIRE(formula.left().kind() == Condition::Kind::conjunction);
  CHECK(formula.left().left() == here);
  CHECK(formula.left().right().left() == small);
  CHECK(&here.variable() == &region);
  CHECK(here.literal() == "here");
  CHECK(variables(formula) == std::vector<const Variable*>{&region, &size});
  CHECK(variables(Condition::always()).empty());
}

TEST_CASE_FIXTURE(Fixture, "literals of one variable exclude each other") {
  CHECK(satisfiable(both(either(is(region, "a"), is(region, "b")), is(region, "c"))) == Truth::no);
  CHECK(satisfiable(both(no(is(region, "a")), no(is(region, "b")))) == Truth::yes);
}

TEST_CASE_FIXTURE(Fixture, "allowed values cover everything") {
  const Condition none = both(both(no(is(stage, "dev")), no(is(stage, "test"))), no(is(stage, "prod")));
  CHECK(satisfiable(none) == Truth::no);
  CHECK(implied(both(no(is(stage, "dev")), no(is(stage, "test"))), is(stage, "prod"), arena) == Truth::yes);
  CHECK(implied(Condition::always(), no(none), arena) == Truth::yes);
}

TEST_CASE_FIXTURE(Fixture, "a witness prefers fallbacks, then the order of the allowed values") {
  const Variable free_stage{.name = "Stage", .allowed = kStages};
  CHECK(world(is(stage, "prod")) == "Stage is prod");
  CHECK(world(no(is(stage, "prod"))) == "Stage is dev");
  CHECK(world(no(is(stage, "dev"))) == "Stage is test");
  CHECK(world(no(is(free_stage, "dev"))) == "Stage is test");
  CHECK(world(either(is(stage, "prod"), is(stage, "dev"))) == "Stage is dev");
  CHECK(world(is(is_prod, "false")) == "IsProd is false");
  CHECK(world(both(is(stage, "prod"), no(is(size, "large")))) == "Stage is prod and Size is small");
  CHECK(world(Condition::always()).empty());
}

TEST_CASE_FIXTURE(Fixture, "a world says what other means") {
  CHECK(world(no(is(region, "a"))) == "Region is not a");
  CHECK(world(both(no(is(region, "a")), no(is(region, "b")))) == "Region is none of a, b");
  CHECK(world(is(region, "")) == "Region is \"\"");
}

TEST_CASE_FIXTURE(Fixture, "a world leaves out what makes no difference") {
  const Condition formula = both(either(is(region, "a"), is(account, "1")), is(account, "1"));
  CHECK(world(formula) == "Account is 1");
  CHECK(world(either(is(region, "a"), is(account, "1"))) == "Region is a");
}

TEST_CASE_FIXTURE(Fixture, "declared worlds are those that the author supports") {
  CHECK(declared(is(stage, "prod")) == "Stage is prod");
  CHECK(declared(is(size, "small")) == "Size is small");
  CHECK(declared(is(size, "large")) == "none");
  CHECK(declared(is(region, "a")) == "none");
  CHECK(declared(no(is(region, "a"))) == "none");
  CHECK(declared(both(is(stage, "prod"), is(region, "a"))) == "none");
  CHECK(declared(either(is(stage, "prod"), is(region, "a"))) == "Stage is prod");
  CHECK(declared(either(no(is(region, "a")), no(is(region, "b")))).empty());
  const Condition same = either(both(is(stage, "prod"), is(region, "a")), both(is(stage, "prod"), no(is(region, "a"))));
  CHECK(declared(same) == "Stage is prod");
  const Condition differing =
      either(both(is(stage, "dev"), is(region, "a")), both(is(stage, "prod"), no(is(region, "a"))));
  CHECK(declared(differing) == "none");
}

TEST_CASE_FIXTURE(Fixture, "an assumption decides what it holds") {
  const Condition prod = is(stage, "prod");
  const Condition here = is(region, "here");
  const Condition compound = either(is(size, "large"), is(account, "1"));
  CHECK(implied(prod, is(stage, "prod"), arena) == Truth::yes);
  CHECK(implied(prod, no(prod), arena) == Truth::no);
  CHECK(implied(prod, is(stage, "dev"), arena) == Truth::no);
  // What cannot hold decides everything.
  CHECK(implied(Condition::never(), is(region, "here"), arena) != Truth::unknown);
  CHECK(implied(no(prod), prod, arena) == Truth::no);
  CHECK(implied(no(prod), is(stage, "dev"), arena) == Truth::unknown);
  CHECK(implied(both(prod, here), here, arena) == Truth::yes);
  CHECK(implied(both(compound, here), compound, arena) == Truth::yes);
  CHECK(implied(both(no(compound), here), is(account, "1"), arena) == Truth::no);
  CHECK(implied(Condition::always(), prod, arena) == Truth::unknown);
  CHECK(implied(prod, Condition::always(), arena) == Truth::yes);
  CHECK(implied(prod, Condition::never(), arena) == Truth::no);
  CHECK(implied(both(compound, no(is(size, "large"))), is(account, "1"), arena) == Truth::yes);
}

TEST_CASE_FIXTURE(Fixture, "many independent variables cost nothing") {
  Condition formula = Condition::always();
  for (int i = 0; i < 40; ++i) {
    const Variable& a = another();
    const Variable& b = another();
    formula = both(formula, both(either(is(a, "x"), is(b, "x")), either(no(is(a, "x")), no(is(b, "x")))));
  }
  CHECK(satisfiable(formula) == Truth::yes);
  CHECK(declared_world(formula) == Truth::no);

  const Variable& a = another();
  const Variable& b = another();
  const Condition contradiction =
      both(both(either(is(a, "x"), is(b, "x")), either(is(a, "x"), no(is(b, "x")))),
           both(either(no(is(a, "x")), is(b, "x")), either(no(is(a, "x")), no(is(b, "x")))));
  CHECK(satisfiable(both(formula, contradiction)) == Truth::no);
  CHECK(satisfiable(both(contradiction, formula)) == Truth::no);
}

TEST_CASE_FIXTURE(Fixture, "a budget ends in unknown") {
  // More pigeons than holes: the classic that search cannot see through.
  constexpr int kPigeons = 9;
  std::vector<std::string> holes;
  holes.reserve(kPigeons);
  for (int i = 0; i < kPigeons - 1; ++i) holes.push_back(std::to_string(i));
  std::vector<std::vector<Condition>> sits;
  Condition formula = Condition::always();
  for (int pigeon = 0; pigeon < kPigeons; ++pigeon) {
    Condition somewhere = Condition::never();
    std::vector<Condition> row;
    for (const std::string& hole : holes) {
      row.push_back(is(another(), hole));
      somewhere = either(somewhere, row.back());
    }
    formula = both(formula, somewhere);
    for (const std::vector<Condition>& other : sits) {
      for (std::size_t hole = 0; hole < holes.size(); ++hole) formula = both(formula, no(both(row[hole], other[hole])));
    }
    sits.push_back(row);
  }
  CHECK(satisfiable(formula) == Truth::unknown);
  CHECK(satisfiable(either(is(stage, "prod"), is(region, "a")), nullptr, 0) == Truth::unknown);
  CHECK(implied(Condition::always(), formula, arena) == Truth::unknown);
}

TEST_CASE_FIXTURE(Fixture, "deep formulas neither recurse nor explode") {
  Condition chain = Condition::never();
  for (int i = 0; i < 50'000; ++i)
    chain = i % 2 == 0 ? either(is(another(), "x"), chain) : both(is(another(), "x"), chain);
  CHECK(satisfiable(chain) == Truth::yes);
  CHECK(implied(chain, is(stage, "prod"), arena) == Truth::unknown);
  CHECK(implied(is(stage, "prod"), chain, arena) == Truth::unknown);

  Condition leftwards = is(another(), "x");
  for (int i = 0; i < 50'000; ++i) {
    leftwards = i % 2 == 0 ? either(leftwards, is(another(), "x")) : both(leftwards, is(another(), "x"));
  }
  CHECK(satisfiable(leftwards) != Truth::no);
  CHECK(implied(is(stage, "prod"), leftwards, arena) == Truth::unknown);

  Condition doubled = is(region, "a");
  for (int i = 0; i < 60; ++i) {
    doubled = either(both(doubled, is(another(), "x")), both(no(doubled), is(another(), "x")));
  }
  CHECK(satisfiable(doubled) == Truth::yes);
  CHECK(implied(doubled, doubled, arena) == Truth::yes);
}

}  // namespace
}  // namespace holdfast

#include "workbench.h"

#include "notation.h"

#include <doctest/doctest.h>

namespace holdfast {

namespace {

struct Choices : Workbench {
  Choices() {
    bind("env", variable("env", text_type(), {"dev", "stage", "prod"}));
    bind("name", variable("name", text_type()));
    bind("flag", variable("flag", boolean_type()));
    bind("other", variable("other", boolean_type()));
    bind("size", variable("size", number_type(), {"7", "35"}));
    const Value leaf = Value::text(arena, "z");
    maybe = Value::choice(arena, as_condition(run("flag"), evaluation), leaf, Value::absent());
    const Value items[] = {Value::text(arena, "a"), maybe};
    bind("some", Value::sequence(arena, ValueKind::tuple, items));
    const Value::Entry entries[] = {{"k", Value::text(arena, "v")}, {"z", maybe}};
    bind("map", Value::mapping(arena, ValueKind::object, entries));
  }
  Value maybe;
};

}  // namespace

TEST_CASE_FIXTURE(Choices, "a variable compared with a literal is a condition") {
  CHECK(show("name == \"a\"") == "(true | false)");
  CHECK(show("name == \"a\" ? 1 : 2") == "(1 | 2)");
  CHECK(show("name != name") == "false");
  CHECK(show("\"x-${name}\" == \"x-a\"") == "(true | false)");
  CHECK(show("\"x-${name}\" == \"y-a\"") == "false");
  CHECK(as_condition(run("name == \"a\" && name == \"b\""), evaluation).is_never());
}

TEST_CASE_FIXTURE(Choices, "questions that end in one error are not one question") {
  const Value error = run("env.missing");
  REQUIRE(error.is_error());
  const Condition one = as_condition(error, evaluation);
  const Condition other = as_condition(error, evaluation);
  CHECK(implied(one, other, arena) == Truth::unknown);
  CHECK(implied(one, one, arena) == Truth::yes);
}

TEST_CASE_FIXTURE(Choices, "allowed values are tried where the variable itself does not decide") {
  CHECK(show("size > 6") == "true");
  CHECK(show("size > 7") == "(true | false)");
  CHECK(show("size * 2") == "(14 | 70)");
  CHECK(show("upper(env)") == "(\"DEV\" | (\"STAGE\" | \"PROD\"))");
  CHECK(show("startswith(env, \"x\")") == "false");
  CHECK(show("{ dev = 1, stage = 2, prod = 3 }[env]") == "(1 | (2 | 3))");
  CHECK(show("lookup({ prod = 30 }, name, 7)") == "(30 | 7)");
  CHECK(show("contains([\"dev\", \"stage\", \"prod\"], name)") == "(true | false)");
}

TEST_CASE_FIXTURE(Choices, "one condition is decided alike everywhere") {
  CHECK(show("(flag ? 1 : 2) == (flag ? 1 : 2)") == "true");
  CHECK(show("(flag ? 1 : 2) + (flag ? 10 : 20)") == "(11 | 22)");
  CHECK(show("flag ? (flag ? 1 : 2) : 3") == "(1 | 3)");
  CHECK(show("flag && !flag") == "false");
  CHECK(show("flag || !flag") == "true");
  CHECK(show("flag ? \"a-${flag ? 1 : 2}\" : \"b\"") == "(\"a-1\" | \"b\")");
  CHECK(show("length(flag ? [1] : [1, 2]) >= 1") == "true");
}

TEST_CASE_FIXTURE(Choices, "items that may not be there are counted and carried") {
  CHECK(show("length(some)") == "(2 | 1)");
  CHECK(show("length(some) > 0") == "true");
  CHECK(show("[for x in some : upper(x)]") == "[\"A\", (\"Z\" | absent)]");
  CHECK(show("join(\",\", some)") == "(\"a,z\" | \"a\")");
  CHECK(show("contains(some, \"a\")") == "true");
  CHECK(show("contains(some, \"z\")") == "(true | false)");
  CHECK(show("contains(some, \"y\")") == "false");
  CHECK(show("contains(flag ? [1] : [2], 1)") == "(true | false)");
  CHECK(show("concat(some, [1])") == "[\"a\", (\"z\" | absent), 1]");
  CHECK(show("some[1]") == "(\"z\" | error)");
  CHECK(show("some == [\"a\"]") == "(true | false)");
  CHECK(show("keys(map)") == "[\"k\", (\"z\" | absent)]");
  CHECK(show("map.z == null") == "(true | false)");
  CHECK(show("{for k, v in map : k => upper(v)}") == "{\"k\":\"V\", \"z\":(\"Z\" | absent)}");
}

TEST_CASE_FIXTURE(Choices, "too many scenarios end in an unknown") {
  for (int i = 0; i < 10; ++i) bind("v" + std::to_string(i), variable("v" + std::to_string(i), boolean_type()));
  std::string sum = "0";
  for (int i = 0; i < 10; ++i) sum += " + (v" + std::to_string(i) + " ? " + std::to_string(1 << i) + " : 0)";
  const Value value = run(sum);
  REQUIRE(value.is_unknown());
  CHECK(value.as_unknown().reason == "too many scenarios");
}

TEST_CASE_FIXTURE(Choices, "any and all over conditions stay one formula") {
  evaluation.is_pack = true;
  std::string list = "flag";
  for (int i = 0; i < 40; ++i) {
    bind("v" + std::to_string(i), variable("v" + std::to_string(i), boolean_type()));
    list += ", v" + std::to_string(i);
  }
  CHECK(show("any([" + list + "])") == "(true | false)");
  CHECK(show("all([" + list + "])") == "(true | false)");
  CHECK(show("any([" + list + ", true])") == "true");
  CHECK(show("all([" + list + ", false])") == "false");
}

}  // namespace holdfast

#include "workbench.h"

#include "notation.h"

#include <doctest/doctest.h>

namespace holdfast {

TEST_CASE_FIXTURE(Workbench, "values that multiply themselves end in an unknown") {
  bind("x", run("[1, 2, 3, 4]"));
  for (int i = 0; i < 40; ++i) bind("x", run("[x, x]"));
  CHECK(run("jsonencode(x)").is_unknown());

  bind("t", run("\"0123456789abcdef\""));
  for (int i = 0; i < 40; ++i) bind("t", run("\"${t}${t}\""));
  CHECK(run("t").as_unknown().reason == "the text is too long");
}

TEST_CASE_FIXTURE(Workbench, "long work ends in an unknown") {
  evaluation.steps_left = 1'000'000;
  const Value value = run("[for a in range(50000) : [for b in range(50000) : a + b]]");
  CHECK_FALSE(value.is_wholly_known());
}

TEST_CASE_FIXTURE(Workbench, "deep nesting ends in an unknown") {
  evaluation.depth = kEvaluationDepthMax - 3;
  CHECK(show("1 + 1") == "2");
  CHECK(run("1 + (2 + (3 + (4 + 5)))").is_unknown());
}

TEST_CASE_FIXTURE(Workbench, "text that looks like a mark stays text") {
  CHECK(show("jsondecode(\"{\\\"a\\\":\\\"\\\\u000e9\\\\u000f\\\",\\\"b\\\":\\\"${us}\\\"}\").b") == "?string");
}

}  // namespace holdfast

#include "expression/explain.h"

#include "workbench.h"

#include <doctest/doctest.h>

namespace holdfast {

namespace {

struct Explanations : Workbench {
  std::string why(std::string_view source) {
    const hcl::Tree& tree = parse(source);
    std::string text;
    for (const Step& step : explain({&tree, tree.root}, scope(), evaluation)) {
      text += std::string(static_cast<std::size_t>(step.depth), ' ') + step.source + " = " +
              describe(step.value, arena) + "\n";
    }
    return text;
  }
};

}  // namespace

TEST_CASE_FIXTURE(Explanations, "the side that decides is the explanation") {
  CHECK(why("1 == 1 && m.k == \"x\"") ==
        "1 == 1 && m.k == \"x\" = false\n"
        " m.k == \"x\" = false\n"
        "  m.k = \"v\"\n");
}

TEST_CASE_FIXTURE(Explanations, "a search names the item") {
  CHECK(why("alltrue([for x in l : x == \"a\"])") ==
        "alltrue([for x in l : x == \"a\"]) = false\n"
        " x = \"b\"\n"
        " x == \"a\" = false\n"
        "  x = \"b\"\n");
}

TEST_CASE_FIXTURE(Explanations, "values are described in the language, within bounds") {
  const auto shown = [&](std::string_view source, std::size_t length = 120) {
    return describe(run(source), arena, length);
  };
  CHECK(shown("{ a = [1, null], b = true }") == "{ a = [1, null], b = true }");
  CHECK(shown("\"x-${us}\"") == "\"x-${unknown}\"");
  CHECK(shown("ub ? 7 : 35") == "7 or 35");
  CHECK(shown("[]") == "[]");
  CHECK(shown("range(100)", 20) == "[0, 1, 2, 3, 4, 5...");
}

}  // namespace holdfast

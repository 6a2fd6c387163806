// The `Rules` section: which worlds it leaves.
#include "cloudformation/cloudformation.h"
#include "expression/function.h"

#include <doctest/doctest.h>

#include <string>

using namespace holdfast;

namespace {

/// Is there a deployment of the resource `Store`, which has this condition, that the rule admits?
Truth admits(const std::string& assertion, const std::string& condition, const std::string& rule_condition = {}) {
  const std::string text = R"(
Parameters:
  Stage: {Type: String, AllowedValues: [dev, test, prod]}
  Other: {Type: String, AllowedValues: [dev, test, prod]}
  Names: {Type: CommaDelimitedList, Default: "dev, b"}
  Open: {Type: String}
  First: {Type: "Test::Id", AllowedValues: [x, y]}
  Second: {Type: "Test::Id", AllowedValues: [x, z]}
Rules:
  Rule:
)" + (rule_condition.empty() ? "" : "    RuleCondition: " + rule_condition + "\n") +
                           "    Assertions: [{Assert: " + assertion + R"(}]
Conditions:
  Wanted: )" + condition + R"(
Resources:
  Store: {Type: Test::Store, Condition: Wanted}
)";
  Workspace workspace;
  const FunctionTable functions;
  const auto deployment = load_cloudformation(workspace, workspace.add("template.yaml", text), {}, functions, nullptr);
  REQUIRE(deployment);
  for (const Diagnostic& diagnostic : deployment->diagnostics.all()) FAIL_CHECK(diagnostic.message);
  Condition all = deployment->resources[0]->exists;
  for (const Condition constraint : deployment->constraints) all = conjoin(deployment->arena, all, constraint);
  return satisfiable(all);
}

}  // namespace

TEST_CASE("assertions leave the worlds in which they hold") {
  const std::string is_dev = "!Equals [!Ref Stage, dev]";
  CHECK(admits("!Contains [[dev, test], !Ref Stage]", is_dev) == Truth::yes);
  CHECK(admits("!Contains [[test, prod], !Ref Stage]", is_dev) == Truth::no);
  CHECK(admits("{'Fn::Not': [{'Fn::Contains': [[dev], {Ref: Stage}]}]}", is_dev) == Truth::no);
  CHECK(admits("!Equals [!Ref Stage, !Ref Other]", "!And [!Equals [!Ref Stage, dev], !Equals [!Ref Other, prod]]") ==
        Truth::no);
  CHECK(admits("!Contains [!Ref Names, !Ref Stage]", "!Equals [!Ref Open, x]") == Truth::yes);
  CHECK(admits("!Contains [!Ref Names, !Ref Stage]", "!Equals [!Ref Stage, prod]") == Truth::no);
}

TEST_CASE("a rule demands nothing where its condition does not hold") {
  const std::string never_dev = "!Not [!Equals [!Ref Stage, dev]]";
  CHECK(admits(never_dev, "!Equals [!Ref Stage, dev]", "!Equals [!Ref Other, prod]") == Truth::yes);
  CHECK(admits(never_dev, "!And [!Equals [!Ref Stage, dev], !Equals [!Ref Other, prod]]",
               "!Equals [!Ref Other, prod]") == Truth::no);
}

TEST_CASE("functions that only assertions use") {
  const std::string is_dev = "!Equals [!Ref Stage, dev]";
  CHECK(admits("!EachMemberIn [!Ref Names, [dev, b, c]]", is_dev) == Truth::yes);
  CHECK(admits("!EachMemberIn [[!Ref Stage, prod], [test, prod]]", is_dev) == Truth::no);
  CHECK(admits("!EachMemberEquals [[!Ref Stage, !Ref Other], prod]", is_dev) == Truth::no);
  CHECK(admits("!EachMemberEquals [!RefAll 'Test::Id', x]", "!Equals [!Ref First, y]") == Truth::no);
  CHECK(admits("!EachMemberEquals [!RefAll 'Test::Id', x]", "!Equals [!Ref Second, x]") == Truth::yes);
  CHECK(admits("!EachMemberIn [!ValueOfAll ['Test::Id', Zone], !RefAll 'Test::Id']", is_dev) == Truth::yes);
  CHECK(admits("!Equals [!ValueOf [First, Zone], a]", is_dev) == Truth::yes);
}

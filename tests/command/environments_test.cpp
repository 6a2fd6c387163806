#include "command/environments.h"

#include <doctest/doctest.h>

using namespace holdfast;

namespace {

Finding finding(const std::string& resource, const std::string& world = {}) {
  static const Rule rule;
  Finding made;
  made.rule = &rule;
  made.resource = resource;
  made.world = world;
  return made;
}

/// "resource: world" of each.
std::vector<std::string> shown(const std::vector<InEnvironment>& judged) {
  std::vector<std::string> lines;
  for (const Finding& found : over_all_environments(judged)) lines.push_back(found.resource + ": " + found.world);
  return lines;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("what all environments have is said once, anything else with its environments") {
  CHECK(shown({{"", {finding("a")}}}) == Lines{"a: "});
  CHECK(shown({{"one", {finding("a")}}, {"two", {finding("a")}}}) == Lines{"a: "});
  CHECK(shown({{"one", {finding("a"), finding("b")}}, {"two", {finding("b")}}, {"three", {finding("b")}}}) ==
        Lines{"a: the environment is one", "b: "});
  CHECK(shown({{"one", {finding("a", "x is 1")}}, {"two", {finding("a", "x is 1")}}, {"three", {}}, {"four", {}}}) ==
        Lines{"a: the environment is one or two and x is 1"});
  CHECK(shown({{"one", {finding("a"), finding("a")}}, {"two", {finding("a")}}}) ==
        Lines{"a: ", "a: the environment is one"});
}

// Which templates of a run are judged by themselves.
#include "cloudformation/cloudformation.h"

#include <doctest/doctest.h>

#include <map>
#include <set>
#include <string>
#include <vector>

using namespace holdfast;

namespace {

using Strings = std::vector<std::string>;

Strings roots(const std::map<std::string, Strings>& nested_by_path, const std::set<std::string>& wanted = {}) {
  Strings paths;
  std::vector<TemplateRelations> relations;
  for (const auto& [path, nested] : nested_by_path) {
    paths.push_back(path);
    relations.push_back({nested});
  }
  Strings found;
  const auto indexes =
      wanted.empty() ? cloudformation_roots(paths, relations) : cloudformation_roots_using(paths, relations, wanted);
  for (const std::size_t root : indexes) found.push_back(paths[root]);
  return found;
}

}  // namespace

TEST_CASE("a template that another one deploys is no root") {
  CHECK(roots({{"a", {}}, {"b", {}}}) == Strings{"a", "b"});
  CHECK(roots({{"a", {"b", "elsewhere"}}, {"b", {"c"}}, {"c", {}}, {"d", {"c"}}}) == Strings{"a", "d"});
  CHECK(roots({{"b", {}}, {"z", {"b"}}}) == Strings{"z"});
}

TEST_CASE("of templates that deploy each other one is judged") {
  CHECK(roots({{"a", {"a"}}}) == Strings{"a"});
  CHECK(roots({{"a", {"b"}}, {"b", {"c"}}, {"c", {"b"}}}) == Strings{"a"});
  CHECK(roots({{"b", {"c"}}, {"c", {"b"}}, {"d", {}}}) == Strings{"b", "d"});
}

TEST_CASE("what is wanted is judged through whoever deploys it") {
  const std::map<std::string, Strings> tree = {{"a", {"b"}}, {"b", {"c"}}, {"c", {}}, {"d", {"c"}}, {"e", {}}};
  CHECK(roots(tree, {"c"}) == Strings{"a", "d"});
  CHECK(roots(tree, {"b"}) == Strings{"a"});
  CHECK(roots(tree, {"e"}) == Strings{"e"});
  CHECK(roots(tree, {"elsewhere"}).empty());
}

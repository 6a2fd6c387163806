#include "text/glob.h"

#include <doctest/doctest.h>

using namespace holdfast;

TEST_CASE("a star stays within its folder, two do not") {
  CHECK(matches_glob("*.tf", "main.tf"));
  CHECK_FALSE(matches_glob("*.tf", "a/main.tf"));
  CHECK(matches_glob("**/*.tf", "main.tf"));
  CHECK(matches_glob("**/*.tf", "a/b/main.tf"));
  CHECK(matches_glob("a/**", "a/b/main.tf"));
  CHECK_FALSE(matches_glob("a/**", "b/a/main.tf"));
  CHECK(matches_glob("a/**/z", "a/z"));
  CHECK(matches_glob("**.yaml", "a/b.yaml"));
  CHECK(matches_glob("ma?n.*", "main.tf"));
  CHECK_FALSE(matches_glob("a?b", "a/b"));
  CHECK(matches_glob("*a*a*b", "aaaaaaaaaaaaab"));
  CHECK_FALSE(matches_glob("*a*a*b", "aaaaaaaaaaaaac"));
  CHECK(matches_glob("", ""));
  CHECK_FALSE(matches_glob("", "a"));
}

TEST_CASE("addresses have no folders") {
  CHECK(matches_glob("module.*.acme_box.a[\"*\"]", "module.x.acme_box.a[\"b/c\"]", '\0'));
  CHECK_FALSE(matches_glob("acme_box.a", "acme_box.ab", '\0'));
}

TEST_CASE("a folder stands for what is in it") {
  CHECK(matches_path("legacy", "legacy/main.tf"));
  CHECK(matches_path("legacy/", "legacy/a/main.tf"));
  CHECK(matches_path("**/legacy", "x/legacy/main.tf"));
  CHECK_FALSE(matches_path("legacy", "x/legacy/main.tf"));
  CHECK_FALSE(matches_path("legacy", "legacy2/main.tf"));
}

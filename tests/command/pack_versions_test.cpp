#include "command/pack_versions.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <utility>

using namespace holdfast;

TEST_CASE("the version of a pack is that of its content") {
  const std::array<EmbeddedPackFile, 3> files = {
      {{"b/two.hcl", "y", {}}, {"a/one.hcl", "x", {}}, {"b/deep/one.hcl", "x", {}}}};
  const std::string versions = pack_versions(files);
  CHECK(versions.starts_with("  a           "));
  CHECK(versions.find("\n  b           ") != std::string::npos);
  CHECK(std::ranges::count(versions, '\n') == 2);
  auto others = files;
  std::swap(others[0], others[2]);
  CHECK(pack_versions(others) == versions);
  others[1].source = "z";
  CHECK(pack_versions(others) != versions);
}

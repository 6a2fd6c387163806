#include "text/search.h"

#include <doctest/doctest.h>

#include <array>

using holdfast::mentions_any;

TEST_CASE("a text mentions a marker wherever it stands") {
  constexpr std::array<std::string_view, 2> kMarkers = {"Type: X::", "format_version"};
  CHECK(mentions_any("  Type: X::Y\n", kMarkers));
  CHECK(mentions_any("{\"format_version\": 1}", kMarkers));
  CHECK(!mentions_any("kind: Deployment", kMarkers));
  CHECK(!mentions_any("Type: X:", kMarkers));
  CHECK(!mentions_any("", kMarkers));
  CHECK(!mentions_any("a", {}));
}

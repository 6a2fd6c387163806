// Every fixture says in its own text what should be found in it.
#include "command/pack_test.h"
#include "text/workspace.h"

#include <doctest/doctest.h>

#include <string>

namespace holdfast {

TEST_CASE("what is found in the fixtures is what they expect") {
  Workspace workspace;
  Packs packs;
  Diagnostics diagnostics;
  load_embedded_packs(packs, workspace, embedded_packs(), diagnostics);
  packs.finish(diagnostics);
  REQUIRE_FALSE(diagnostics.has_errors());

  const PackTestResult result = test_packs(packs, HOLDFAST_SOURCE_DIR "/fixtures");
  CHECK(result.fixtures > 0);
  for (const std::string& failure : result.failures) FAIL_CHECK(failure);
}

}  // namespace holdfast

#include "command/analysis.h"

#include <doctest/doctest.h>

namespace holdfast {

TEST_CASE("what cannot be read is told") {
  Workspace workspace;
  Packs packs;
  AnalysisStatistics statistics;
  const Report report = analyse(
      workspace, packs, {.paths = {HOLDFAST_SOURCE_DIR "/no-such-folder"}, .inputs = {}, .rules = {}}, statistics);
  REQUIRE(report.diagnostics.size() == 1);
  CHECK(report.diagnostics[0].kind->id == "input/unreadable");
}

}  // namespace holdfast

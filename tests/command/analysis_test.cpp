#include "command/analysis.h"

#include "command/pack_loading.h"
#include "report/summary.h"

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

TEST_CASE("an audit tells more, and counts the same") {
  const auto summary = [](bool is_audit) {
    Workspace workspace;
    Packs packs;
    REQUIRE(load_all_packs(packs, workspace, embedded_packs(), {}));
    AnalysisOptions options;
    options.paths = {HOLDFAST_SOURCE_DIR "/fixtures/projects/critical-dynamodb-terraform"};
    options.profile = packs.default_profile();
    options.rules = packs.rules();
    options.detail.is_audit = is_audit;
    AnalysisStatistics statistics;
    return summarize(analyse(workspace, packs, options, statistics));
  };
  const Summary all = summary(true);
  const Summary faults = summary(false);
  CHECK(all.passed > 0);
  CHECK(faults.passed == all.passed);
  CHECK(faults.not_applicable == all.not_applicable);
}

}  // namespace holdfast

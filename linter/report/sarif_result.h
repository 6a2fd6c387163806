#pragma once

#include "report/json_writer.h"
#include "report/report.h"
#include "report/sarif_artifacts.h"

#include <cstddef>
#include <vector>

namespace holdfast {

/// Every file that the result of a finding may mention.
std::vector<FileId> sarif_files(const Report& report, const Finding& finding);

/// Where a finding is shown. Every result needs a place: what lies nowhere is shown at the start of the first file.
Span sarif_place(const Report& report, const Finding& finding);

struct SarifResultOptions {
  std::size_t rule_index = 0;
  bool has_suppressions = false;  // every result of the run says whether it is suppressed
  bool has_baseline = false;      // and how it stands to what was known
};
void write_sarif_result(JsonWriter& json, const Report& report, SarifArtifacts& artifacts, const Finding& finding,
                        const SarifResultOptions& options);

}  // namespace holdfast

#pragma once

#include "report/json_writer.h"
#include "report/report.h"
#include "report/sarif_artifacts.h"

#include <cstddef>

namespace holdfast {

/// Does an audit ask people for evidence? There must be a file to put the questions in.
bool has_sarif_reviews(const Report& report);

/// The rule of which the results of kind `review` are: registers ask for evidence that no sources hold.
const Rule& sarif_review_rule();

/// Reviews stand at the start of the first file, in the order of all results.
bool follows_sarif_reviews(const Report& report, const Finding& finding);

/// One result for each row of a register that asks for people's word.
void write_sarif_reviews(JsonWriter& json, const Report& report, SarifArtifacts& artifacts, std::size_t rule_index);

}  // namespace holdfast

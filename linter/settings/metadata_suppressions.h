#pragma once

#include "settings/suppression.h"
#include "syntax/document.h"

#include <string_view>
#include <vector>

namespace holdfast {

/// What metadata calls us.
inline constexpr std::string_view kMetadataKey = "Holdfast";

/// Suppressions in documents that may have no comments:
///
///     "Metadata": {"Holdfast": {"ignore": [{"rules": ["pack/rule"], "reason": "…", "expires": "2027-01-31"}]}}
///     "//": "holdfast: ignore[pack/rule] reason=…"
std::vector<StatedSuppression> metadata_suppressions(const SourceFile& file, const std::vector<Document>& documents);

}  // namespace holdfast

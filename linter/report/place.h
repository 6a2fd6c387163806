#pragma once

#include "report/report.h"

#include <optional>
#include <string>

namespace holdfast {

/// A span as other tools name it: the file by its path from the source root.
struct Place {
  std::string path;
  Position begin;
  Position end;
};

/// Nothing for a span that does not exist.
std::optional<Place> place_of(const Report& report, Span at);

/// Where readers of the repository find a finding: what lies in a fetched module is shown at the module's call. May
/// not exist.
Span shown_place(const Report& report, const Finding& finding);

/// The page of a place where the repository is hosted; empty when that is not known.
std::string web_page(const Report& report, const Place& place);

}  // namespace holdfast

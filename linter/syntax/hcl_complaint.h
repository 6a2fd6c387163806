#pragma once

#include "syntax/hcl_report.h"

#include <string_view>

namespace holdfast::hcl {

/// Says why the grammar refuses the value that stands in a range of a skeleton: the first token that cannot follow
/// those before it, or that something is missing at the end. `refused_at` is the grammar's own opinion.
void explain_refused_value(std::string_view source, std::string_view skeleton, uint32_t begin, uint32_t end,
                           uint32_t refused_at, Report& report);
/// The same for a template without quotes.
void explain_refused_template(std::string_view source, std::string_view skeleton, uint32_t refused_at, Report& report);

}  // namespace holdfast::hcl

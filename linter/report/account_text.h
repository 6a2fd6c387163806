#pragma once

#include "report/report.h"
#include "rule/account.h"

#include <string>
#include <vector>

namespace holdfast {

/// What a rule demands of one object, what it found, and which values decided.
std::string text_account(const Report& analysis, const Rule& rule, const std::vector<AccountStep>& steps,
                         const ReportOptions& options);

}  // namespace holdfast

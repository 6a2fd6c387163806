#pragma once

#include "report/code_frame.h"
#include "report/paint.h"
#include "rule/finding.h"

#include <vector>

namespace holdfast {

/// What a frame shows of a finding: its own place, then the evidence, the way of the value, and the calls that it came
/// in through.
std::vector<Mark> marks_of(const Finding& finding);

Ink ink_of(const Finding& finding);
Ink ink_of(Gravity gravity);

}  // namespace holdfast

#pragma once

#include "rule/finding.h"

#include <string>
#include <string_view>

namespace holdfast {

/// Names a finding for ever: by its rule, its file, its resource, and what tells it apart. Lines and messages may
/// change. The path is the one from the source root. 32 hexadecimal digits.
std::string fingerprint(const Finding& finding, std::string_view path);

}  // namespace holdfast

#pragma once

#include "command/usage.h"

#include <string>
#include <string_view>

namespace holdfast {

/// The manual page, holdfast(1), in the man macros of roff.
std::string manual(const Usage& usage, std::string_view version);

}  // namespace holdfast

#pragma once

#include "calendar/zone.h"

#include <optional>
#include <string_view>

namespace holdfast {

/// Reads a compiled time zone (RFC 9636): its listed transitions, then its footer's rule up to `kCronYearMax`.
/// Nothing for bytes that are no such file or lie about their own lengths.
std::optional<Zone> parse_tzif(std::string_view bytes);

}  // namespace holdfast

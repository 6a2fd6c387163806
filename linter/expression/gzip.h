#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace holdfast {

/// What gzip compressed. Empty when the bytes are not gzip, or when there is more in them than the greatest size.
std::optional<std::string> gunzip(std::string_view bytes, std::size_t size_max);

}  // namespace holdfast

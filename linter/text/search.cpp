#include "text/search.h"

#include <algorithm>
#include <cstring>

namespace holdfast {

bool mentions_any(std::string_view text, std::span<const std::string_view> markers) {
  // `memmem` is several times as fast as `find`, which looks for first bytes one by one.
  return std::any_of(markers.begin(), markers.end(), [&](std::string_view marker) {
    return memmem(text.data(), text.size(), marker.data(), marker.size()) != nullptr;
  });
}

}  // namespace holdfast

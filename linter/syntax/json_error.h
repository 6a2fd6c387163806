#pragma once

#include "text/diagnostic.h"

#include <optional>
#include <string>
#include <string_view>

namespace holdfast {

/// What the reader was in the middle of: before the document's value, among the keys of an object, between a key and
/// its value, among the items of an array, or behind the value.
enum class JsonPlace : uint8_t { start, object, member, array, end };

struct JsonError {
  uint32_t read_end = 0;    // end of the last good token
  uint32_t stopped_at = 0;  // how far the parser looked
  bool is_number_range = false;
  JsonPlace place = JsonPlace::start;
  bool is_first = false;                   // nothing stands in the object or array yet
  std::optional<uint32_t> opened_at = {};  // the innermost open object or array
};

/// Reports where and why JSON text stopped making sense.
void report_json_error(const JsonError& error, FileId file, std::string_view source, Diagnostics& diagnostics);

/// The text with U+FFFD for each escaped half of a surrogate pair, as other readers take it, of the same length. Empty
/// when there is none.
std::string without_lone_surrogates(std::string_view source);

}  // namespace holdfast

#pragma once

#include "value/value.h"

#include <string>
#include <string_view>

namespace holdfast {

/// A known value as compact JSON, with `<`, `>` and `&` escaped as the reference does.
std::string to_json(const Value& value);
/// A text in quotes.
void append_json_text(std::string& json, std::string_view text);

}  // namespace holdfast

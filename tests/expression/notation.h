#pragma once

#include "value/value.h"

#include <string>

namespace holdfast {

/// A value as the tables in `rows/` write it: `?string!` is an unknown text that is not null, `(a | b)` a choice, plain
/// brackets a tuple or an object, `list[...]` and the like a collection.
std::string notation(const Value& value);

}  // namespace holdfast

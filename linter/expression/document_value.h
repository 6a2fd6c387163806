#pragma once

#include "expression/evaluate.h"
#include "syntax/document.h"

namespace holdfast {

/// The value that a JSON text stands for. Unknown parts of the text stand for themselves: inside quotes as parts of
/// that text, elsewhere as any value.
Value decode_json(const Value& text, Span at, Evaluation& evaluation);

/// The value that a YAML text with one document stands for.
Value decode_yaml(std::string_view text, Span at, Evaluation& evaluation);

}  // namespace holdfast

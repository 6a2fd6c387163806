#pragma once

#include "expression/evaluate.h"

namespace holdfast {

/// Texts that hold documents are opaque to origins: their parts stand where the author wrote them all the same.

/// Remembers what a text was encoded from, for when it is decoded again.
void remember_encoded(const Value& text, const Value& from, Arena& arena);

/// What a text was decoded to, its parts with the places of what the text was encoded from, or else of what its author
/// wrote between braces, whatever is interpolated there. The value itself is never another.
Value with_document_places(const Value& decoded, const Value& text, Evaluation& evaluation);

}  // namespace holdfast

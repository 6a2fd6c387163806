#pragma once

#include "syntax/document.h"
#include "value/value.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace holdfast::cloudformation {

/// What is not known in a text, and the name that it has there: `${name}`.
struct Hole {
  std::string_view name;  // in the arena
  Value value;
};

/// A text that is known but for some parts.
struct OpenText {
  std::string text;
  std::vector<Hole> holes;
};

/// Empty when nothing of the text is known.
std::optional<OpenText> open_text(const Value& text, Arena& arena);

/// Makes values in which a hole is mentioned substitutions of it, so that the holes can be parameters. False when holes
/// make what is more than a value: a section, a resource, a parameter.
bool substitute_holes(const OpenText& text, Document& document);

}  // namespace holdfast::cloudformation

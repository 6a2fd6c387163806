#pragma once

#include "expression/evaluate.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace holdfast {

/// Joins texts, numbers, bools and unknowns to one text, known or partly known. Other kinds are the caller's error.
Value concatenate(std::span<const Value> parts, Evaluation& evaluation);

/// A text as known texts and unknowns in turn: the text itself, the parts of an unknown, or the unknown alone. The
/// storage holds the value where it is its own only part.
std::span<const Value> text_parts(const Value& text, Value& storage);

/// What is known to stand at the beginning or the end.
std::string_view known_prefix(const Value& text);
std::string_view known_suffix(const Value& text);

Truth starts_with(const Value& text, std::string_view prefix);
Truth ends_with(const Value& text, std::string_view suffix);
Truth holds_text(const Value& text, std::string_view wanted);

/// `==` between texts of which at least one is not known.
Value equal_texts(const Value& a, const Value& b, Evaluation& evaluation);

/// Does the pattern, with `*` for any text and `?` for one character, match the whole text whatever the unknown parts
/// are?
Truth matches_glob(std::string_view pattern, const Value& text);

/// Pieces of a text between separators. An unknown part that fills the room between two separators is taken to hold
/// none itself; elsewhere it may, and what follows is left out. The separator is not empty.
struct Pieces {
  std::vector<Value> items;
  bool complete = true;
};
Pieces split_text(const Value& text, std::string_view separator, Evaluation& evaluation);

}  // namespace holdfast

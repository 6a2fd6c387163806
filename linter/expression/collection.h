#pragma once

#include "expression/evaluate.h"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace holdfast {

/// Shorter names for the constructors of sequences; absent items are left out.
Value set_of(Arena& arena, std::span<const Value> items, const Type* element);
Value list_of(Arena& arena, std::span<const Value> items, const Type* element = nullptr);
Value tuple_of(Arena& arena, std::span<const Value> items);
Value list_of(Arena& arena, const std::vector<std::string>& texts);
/// Sorts by key; of equal keys the last one stays.
Value mapping_of(Arena& arena, ValueKind kind, std::vector<Value::Entry> entries, const Type* element = nullptr);

/// An entity as an object of its attributes; every other value as it is.
Value with_attributes_read(const Value& value, Evaluation& evaluation);

/// The fewest and the most elements of a set: those that are not known may be equal to others.
struct Length {
  int64_t minimum;
  int64_t maximum;
};
Length set_length(const Value& set);

/// Text of a known text, number or bool as a template prints it.
std::optional<std::string> print_scalar(const Value& value);

}  // namespace holdfast

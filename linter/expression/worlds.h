#pragma once

#include "expression/evaluate.h"

#include <memory>
#include <optional>
#include <span>
#include <type_traits>
#include <vector>

namespace holdfast {

/// What a value holds at any depth. Entities count as known.
struct Content {
  bool unknown = false;
  bool choice = false;
  bool absent = false;
  bool sensitive = false;
};
Content content_of(const Value& value);

/// The formula of a truth: a known bool, a choice of bools, an unknown bool that is a variable. Empty for all else.
std::optional<Condition> as_formula(const Value& value, Arena& arena);
/// A variable that is to be read as a bool, typed as one.
Value as_truth(const Value& value, Evaluation& evaluation);

/// An unknown that is a variable with few allowed values, or with a default, as a choice between them; texts that hold
/// such unknowns likewise. Everything else as it is.
Value expand(const Value& value, Evaluation& evaluation);

/// Is it removed in some world?
bool may_be_absent(const Value& value);
/// Does a sequence hold items that may not be there, so that positions and length are not fixed?
bool has_optional_items(const Value& sequence);
/// Items without those that are removed for certain. The storage is used when something had to go.
std::span<const Value> present_items(std::span<const Value> items, std::vector<Value>& storage);
/// Removed values read as null.
Value absent_as_null(const Value& value, Evaluation& evaluation);

Value too_many_scenarios(Arena& arena);

enum class Reach : uint8_t {
  outer,  // the operands themselves may be choices
  deep,   // so may values inside them
};

/// Applies an operation in every world that the operands distinguish, and joins the results.
using WorldOperation = Value (*)(void* context, std::span<const Value> operands);
Value over_worlds(std::span<const Value> operands, Reach reach, Evaluation& evaluation, WorldOperation operation,
                  void* context);

template <class Operation>
Value over_worlds(std::span<const Value> operands, Reach reach, Evaluation& evaluation, Operation&& operation) {
  return over_worlds(
      operands, reach, evaluation,
      [](void* context, std::span<const Value> plain) {
        return (*static_cast<std::remove_reference_t<Operation>*>(context))(plain);
      },
      const_cast<void*>(static_cast<const void*>(std::addressof(operation))));
}

/// The conditions of all leaves of a choice, with the leaves.
struct Leaf {
  Condition condition;
  Value value;
};
std::vector<Leaf> leaves(const Value& value, Evaluation& evaluation);

}  // namespace holdfast

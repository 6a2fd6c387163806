#pragma once

#include "expression/evaluate.h"
#include "value/arena.h"
#include "value/type.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace holdfast {

struct Parameter {
  const Type* type;
  bool optional = false;
};

/// What a function takes and gives. The last parameter of a variadic one stands for any number of arguments.
struct Signature {
  std::span<const Parameter> parameters = {};
  bool is_variadic = false;
  const Type* result = nullptr;

  const Parameter& parameter(std::size_t position) const {
    return parameters[position < parameters.size() ? position : parameters.size() - 1];
  }
};

/// One call, arguments evaluated and converted to the parameters' types.
struct Call {
  Evaluation& evaluation;
  std::span<const Value> arguments;
  Span at;  // the whole call
  std::span<const Span> argument_spans;
  const Type* result_type = nullptr;

  Arena& arena() const { return evaluation.arena; }
  std::size_t count() const { return arguments.size(); }
  const Value& operator[](std::size_t i) const { return arguments[i]; }
  bool has(std::size_t i) const { return i < arguments.size() && !arguments[i].is_null(); }
  std::string_view text(std::size_t i) const { return arguments[i].as_text(); }
  Span span(std::size_t i) const { return i < argument_spans.size() ? argument_spans[i] : at; }

  Value text_value(std::string_view text) const { return Value::text(evaluation.arena, text); }
  /// A mistake in one argument.
  Value error(std::size_t i, std::string_view message) const { return error_value(evaluation.arena, span(i), message); }
  /// A mistake in the call.
  Value error(std::string_view message) const { return error_value(evaluation.arena, at, message); }
  /// A result that hangs on what the first unknown argument hangs on.
  Value unknown() const { return unknown(result_type); }
  Value unknown(const Type* type, bool not_null = true) const;
};

/// How a function treats what is not a plain known value.
enum FunctionTrait : uint16_t {
  kTakesNull = 1,  // otherwise a null argument is an error
  kTakesUnknown =
      2,  // otherwise an unknown argument makes the result unknown, of the result type, and not null unless kPackOnly
  kTakesChoice = 4,  // otherwise choices are distributed over the call
  kPackOnly = 8,     // a function of the pack language; not visible to Terraform
  kForTerraformOnly = 16,
  kMovesItems = 32,   // passes items on unread: unknowns and choices inside lists and maps do not matter
  kTakesError = 64,   // otherwise an error as argument is the result
  kReadsMarks = 128,  // otherwise a sensitive argument makes the result sensitive
  kChooses = 256,     // gives an argument, items of it, or a list of such; scalar parameters only say which
};

/// `signature` names the parameters' and the result's types: "text, number?, any... -> list(text)".
struct Function {
  std::string_view name;
  std::string_view signature;
  uint16_t traits;
  Value (*call)(Call&);
  std::string_view summary;  // one line for `explain` and error messages
  Signature types = {};      // the signature, read by the table
};

/// Calls a function as an expression does: counts and converts arguments, distributes choices, passes on unknowns.
Value call_function(const Function& function, std::span<const Value> arguments, std::span<const Span> argument_spans,
                    Span at, Evaluation& evaluation);

/// All functions by name. Built once, passed in.
class FunctionTable {
 public:
  FunctionTable();
  const Function* find(std::string_view name, bool is_pack) const;
  std::vector<std::string_view> names(bool is_pack) const;

 private:
  Arena arena_;                    // of the types in signatures
  std::vector<Function> by_name_;  // sorted
};

}  // namespace holdfast

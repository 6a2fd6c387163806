#pragma once

#include "expression/evaluate.h"

#include <span>
#include <string_view>
#include <vector>

namespace holdfast {

/// One call, arguments evaluated and converted to the parameters' types.
struct Call {
  Evaluation& evaluation;
  std::span<const Value> arguments;
  Span at;                           // the whole call
  std::span<const Span> argument_spans;
};

/// How a function treats what is not a plain known value.
enum FunctionTrait : uint8_t {
  kTakesNull = 1,      // otherwise a null argument is an error
  kTakesUnknown = 2,   // otherwise an unknown argument makes the result unknown, not null, of the result type
  kTakesChoice = 4,    // otherwise choices are distributed over the call
  kPackOnly = 8,       // a function of the pack language; not visible to Terraform
  kForTerraformOnly = 16,
};

/// `signature` names the parameters' and the result's types: "text, number?, any... -> list(text)".
struct Function {
  std::string_view name;
  std::string_view signature;
  uint8_t traits;
  Value (*call)(Call&);
  std::string_view summary;  // one line for `explain` and error messages
};

/// All functions by name. Built once, passed in.
class FunctionTable {
 public:
  FunctionTable();
  const Function* find(std::string_view name, bool is_pack) const;
  std::vector<std::string_view> names(bool is_pack) const;

 private:
  std::vector<const Function*> by_name_;  // sorted
};

}  // namespace holdfast

#pragma once

#include "expression/scope.h"
#include "syntax/hcl.h"
#include "text/result.h"
#include "value/value.h"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace holdfast {

class FunctionTable;
class Workspace;
class ZoneDatabase;

struct DirectoryEntry {
  std::string name;
  bool is_directory = false;  // otherwise a regular file
};

/// Reads files for the file functions; decides which paths may be read at all.
class FileReader {
 public:
  virtual ~FileReader() = default;
  /// Text of a file as the author's expression names it, or an error value made by the evaluator from the message.
  virtual Result<std::string> read(std::string_view path) = 0;
  virtual bool exists(std::string_view path) = 0;
  /// What stands directly in a directory, wherever links lead; nothing where there is no directory.
  virtual Result<std::vector<DirectoryEntry>> list(std::string_view directory) = 0;
};

/// A function written in the pack language. It sees its parameters and nothing else; packs are checked against
/// recursion.
struct DefinedFunction {
  std::vector<std::string_view> parameters;
  hcl::Expression result;
};
class DefinedFunctions {
 public:
  virtual ~DefinedFunctions() = default;
  virtual const DefinedFunction* find(std::string_view name) const = 0;
};

/// Values of an evaluation may not nest or repeat beyond these; each ends in an unknown that says so.
inline constexpr int kEvaluationDepthMax = 512;
inline constexpr uint64_t kEvaluationStepsMax = 50'000'000;
/// What every expression that is evaluated on its own adds to the steps left: large inputs need more than small ones.
inline constexpr uint64_t kEvaluationStepsRefill = 10'000;
/// Values inside one value, shared parts counted every time, and bytes of one text.
inline constexpr uint32_t kValueWeightMax = 4'000'000;
inline constexpr std::size_t kTextSizeMax = std::size_t{16} << 20;
/// Leaves of one choice. Above it the value is unknown: "too many scenarios".
inline constexpr std::size_t kChoiceLeavesMax = 128;

/// By identity: whose attribute, and which.
using OpaqueVariables = std::map<std::pair<const void*, std::string_view>, const Variable*>;

/// Everything an evaluation needs besides its names. One per deployment and language; passed down by reference.
struct Evaluation {
  Arena& arena;
  const FunctionTable& functions;
  FileReader* files = nullptr;
  /// The sources, for the places of what is written inside of texts.
  const Workspace* workspace = nullptr;
  /// Functions that packs define. Configurations see those whose names start with `provider::`.
  const DefinedFunctions* defined = nullptr;
  /// The language of packs: null propagates through attributes and indexes, `for` over null is empty, numbers and bools
  /// written as text are accepted, and values keep the origins of the user's source (nothing points into a pack).
  bool is_pack = false;
  /// What is taken for granted on the path being evaluated: branches of a choice are evaluated under its condition.
  Condition assumption = Condition::always();
  uint64_t steps_left = kEvaluationStepsMax;
  int depth = 0;
  /// One variable for each unknown that a condition hangs on, so that two mentions are true together. Never iterated;
  /// made when needed, shared where evaluations belong together.
  std::shared_ptr<OpaqueVariables> opaque_variables = {};
  /// Templates read from files: values borrow their texts.
  std::vector<std::shared_ptr<const hcl::Tree>> templates = {};
  /// Time zones, when a schedule has asked for one.
  std::shared_ptr<ZoneDatabase> zones = {};
};

/// Evaluates an expression. Always returns a value: what cannot be known is an unknown with a reason, a mistake is an
/// error value (Value::is_error) positioned at the offending operand; nothing is reported here. Choices in operands are
/// distributed; both branches of an undecided conditional are kept under their conditions.
Value evaluate(hcl::Expression expression, const Scope& scope, Evaluation& evaluation);

/// Takes steps for work that grows with its input. False: there are not so many left.
bool spend(uint64_t steps, Evaluation& evaluation);

/// Error and unknown values for front ends and functions.
Value error_value(Arena& arena, Span at, std::string_view message);
/// The error of a name that nothing declares.
Value dangling_value(Arena& arena, Span at, std::string_view message);
Value unknown_value(Arena& arena, std::string_view reason, std::string_view input = {}, const Type* type = nullptr);

/// Restricts choices inside a value to what the assumption leaves possible.
Value under(const Value& value, Condition assumption, Arena& arena);

/// `condition ? then : otherwise`, with a formula for two truths and an unknown for more than `kChoiceLeavesMax`
/// leaves.
Value join_worlds(Arena& arena, Condition condition, const Value& then, const Value& otherwise);

/// Applies `operation` to every leaf of a value that may be a choice, under the leaf's condition, and joins the
/// results.
template <class Operation>
Value for_each_world(const Value& value, Evaluation& evaluation, Operation&& operation) {
  if (!value.is_choice()) return operation(value);
  const Choice& choice = value.as_choice();
  const Condition before = evaluation.assumption;
  if (implied(before, choice.condition, evaluation.arena) == Truth::yes) {
    return for_each_world(choice.then, evaluation, operation);
  }
  if (implied(before, choice.condition, evaluation.arena) == Truth::no) {
    return for_each_world(choice.otherwise, evaluation, operation);
  }
  evaluation.assumption = conjoin(evaluation.arena, before, choice.condition);
  const Value then = for_each_world(choice.then, evaluation, operation);
  evaluation.assumption = conjoin(evaluation.arena, before, negate(evaluation.arena, choice.condition));
  const Value otherwise = for_each_world(choice.otherwise, evaluation, operation);
  evaluation.assumption = before;
  return join_worlds(evaluation.arena, choice.condition, then, otherwise);
}

/// One value of a list, map or entity as the language reads it: `value.name`, `value[key]`.
Value read_attribute(const Value& value, std::string_view name, Span at, Evaluation& evaluation);
Value read_index(const Value& value, const Value& key, Span at, Evaluation& evaluation);

/// `==` with three-valued sense: a bool, a choice, or an unknown.
Value equals(const Value& a, const Value& b, Evaluation& evaluation);

/// The truth of a value as a formula, where it is known or a choice of known bools; unknown leaves become opaque
/// undeclared variables that carry the leaf's reason. Null and errors count as unknown with their message.
Condition as_condition(const Value& value, Evaluation& evaluation);

/// A value for messages and explanations: HCL syntax, bounded in length, unknown parts as `${name}`.
std::string describe(const Value& value, Arena& arena, std::size_t length_max = 120);

}  // namespace holdfast

#include "expression/convert.h"
#include "expression/function.h"
#include "expression/likeness.h"
#include "expression/unknowns.h"
#include "expression/worlds.h"

#include <algorithm>
#include <string>

namespace holdfast {

namespace {

/// Where all of several values were read from. Nothing and empty text do not count.
class CommonSource {
 public:
  explicit CommonSource(const Arena& arena) : arena_(arena) {}

  void add(const Value& value) {
    if (value.is_sequence()) {
      for (const Value& item : value.items()) add(item);
    } else if (value.is_choice()) {
      add(value.as_choice().then);
      add(value.as_choice().otherwise);
    } else if (!is_nothing(value)) {
      add_source(value.origin());
    }
  }
  OriginId origin() const { return origin_; }

 private:
  static bool is_nothing(const Value& value) {
    return value.is_null() || (value.is_text() && value.as_text().empty()) ||
           (value.is_mapping() && value.entries().empty());
  }

  void add_source(OriginId id) {
    origin_ = is_first_ ? id : common_reading(origin_, id, arena_);
    is_first_ = false;
  }

  const Arena& arena_;
  bool is_first_ = true;
  OriginId origin_ = kNoOrigin;
};

class Caller {
 public:
  Caller(const Function& function, std::span<const Span> spans, Span at, Evaluation& evaluation)
      : function_(function), spans_(spans), at_(at), evaluation_(evaluation) {}

  Value run(std::span<const Value> arguments) {
    if (const Value refusal = check_count(arguments.size()); refusal.is_error()) return refusal;
    if (!has(kTakesError)) {
      for (const Value& argument : arguments) {
        if (argument.is_error()) return argument;
      }
    }
    if (has(kTakesChoice)) return mark(arguments, call(arguments));
    std::vector<Value> operands(arguments.begin(), arguments.end());
    for (Value& operand : operands) prepare(operand);
    const Value result = with_source(operands, distribute(operands));
    if (!has(kTakesUnknown) || has(kMovesItems) || !is_undecided(result)) return mark(arguments, result);
    // What the known parts do not decide, the possible values of variables may.
    for (Value& operand : operands) operand = expand(operand, evaluation_);
    return mark(arguments, with_source(operands, distribute(operands)));
  }

 private:
  bool has(FunctionTrait trait) const { return function_.traits & trait; }

  Value check_count(std::size_t count) const {
    const Signature& types = function_.types;
    const auto is_required = [&](const Parameter& parameter) {
      return !parameter.optional && !(types.is_variadic && &parameter == &types.parameters.back());
    };
    const auto required =
        static_cast<std::size_t>(std::count_if(types.parameters.begin(), types.parameters.end(), is_required));
    if (count < required) {
      return error("`" + std::string(function_.name) + "` needs " + std::to_string(required) + " arguments");
    }
    if (!types.is_variadic && count > types.parameters.size()) {
      return error("`" + std::string(function_.name) + "` takes at most " + std::to_string(types.parameters.size()) +
                   " arguments");
    }
    return {};
  }

  void prepare(Value& operand) const {
    if (!has(kTakesUnknown)) operand = expand(operand, evaluation_);
    if (!has(kMovesItems) && content_of(operand).absent) {
      operand = under(operand, evaluation_.assumption, evaluation_.arena);
    }
  }

  /// Text of which a part is known says more than a choice of many texts would.
  static bool is_undecided(const Value& result) {
    return result.is_unknown() && !result.is_error() && result.as_unknown().parts.size() < 2;
  }

  /// What is chosen from an unknown was read where that was, if all that could be chosen was read there.
  Value with_source(std::span<const Value> arguments, const Value& result) const {
    if (!has(kChooses) || !result.is_unknown() || result.is_error() || result.origin() != kNoOrigin) return result;
    CommonSource source(evaluation_.arena);
    for (std::size_t i = 0; i < arguments.size(); ++i) {
      if (!is_scalar(function_.types.parameter(i).type->kind)) source.add(arguments[i]);
    }
    return result.with_origin(source.origin());
  }

  Value distribute(std::span<const Value> operands) {
    const Reach reach = has(kMovesItems) ? Reach::outer : Reach::deep;
    return over_worlds(operands, reach, evaluation_, [&](std::span<const Value> plain) { return call(plain); });
  }

  Value call(std::span<const Value> arguments) {
    std::vector<Value> converted(arguments.begin(), arguments.end());
    bool is_open = false;
    for (std::size_t i = 0; i < converted.size(); ++i) {
      const Parameter& parameter = function_.types.parameter(i);
      Value& value = converted[i];
      if (value.is_null()) {
        if (!has(kTakesNull) && !parameter.optional) return error_at(i, "this argument must not be null");
        continue;
      }
      if (parameter.type->kind != TypeKind::any && !value.is_error()) {
        value = convert(value, *parameter.type, span(i), evaluation_);
        if (value.is_error()) return value;
      }
      is_open = is_open || value.is_unknown() || (!has(kMovesItems) && content_of(value).unknown);
    }
    // Functions of the pack language may answer null.
    if (is_open && !has(kTakesUnknown)) return unknown_result(evaluation_, converted, result_type(), !has(kPackOnly));
    Call plain{.evaluation = evaluation_,
               .arguments = converted,
               .at = at_,
               .argument_spans = spans_,
               .result_type = result_type()};
    if (!has(kMovesItems) && !spend(work(converted), evaluation_)) {
      return unknown_value(evaluation_.arena, "the evaluation takes too many steps", {}, result_type());
    }
    return function_.call(plain);
  }

  /// Steps that a call takes besides those of its arguments: it may read everything in them.
  static uint64_t work(std::span<const Value> arguments) {
    uint64_t steps = 0;
    for (const Value& argument : arguments)
      steps += argument.is_text() ? argument.as_text().size() / 64 : argument.weight() / 8;
    return steps;
  }

  Value mark(std::span<const Value> arguments, const Value& result) const {
    if (has(kReadsMarks) || result.is_sensitive()) return result;
    const bool sensitive = std::any_of(arguments.begin(), arguments.end(), [&](const Value& argument) {
      return argument.is_sensitive() || (!has(kMovesItems) && content_of(argument).sensitive);
    });
    return sensitive ? result.as_sensitive() : result;
  }

  const Type* result_type() const {
    const Type* type = function_.types.result;
    return type->kind == TypeKind::any ? nullptr : type;
  }
  Span span(std::size_t i) const { return i < spans_.size() ? spans_[i] : at_; }
  Value error(std::string_view message) const { return error_value(evaluation_.arena, at_, message); }
  Value error_at(std::size_t i, std::string_view message) const {
    return error_value(evaluation_.arena, span(i), message);
  }

  const Function& function_;
  std::span<const Span> spans_;
  Span at_;
  Evaluation& evaluation_;
};

}  // namespace

Value Call::unknown(const Type* type, bool not_null) const {
  return unknown_result(evaluation, arguments, type, not_null);
}

Value call_function(const Function& function, std::span<const Value> arguments, std::span<const Span> argument_spans,
                    Span at, Evaluation& evaluation) {
  return Caller(function, argument_spans, at, evaluation).run(arguments);
}

}  // namespace holdfast

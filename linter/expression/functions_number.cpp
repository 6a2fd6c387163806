#include "expression/bounds.h"
#include "expression/function_themes.h"
#include "expression/unknowns.h"
#include "value/number.h"

#include <string>

namespace holdfast {

namespace {

Value absolute(Call& call) {
  return compare_numbers(call[0], Value::integer(0)) < 0 ? negate(call.arena(), call[0]) : call[0];
}

Value round_bounds(Call& call, Value (*round)(Arena&, const Value&)) {
  Bounds bounds = bounds_of(call[0]);
  if (bounds.minimum) bounds.minimum = round(call.arena(), *bounds.minimum);
  if (bounds.maximum) bounds.maximum = round(call.arena(), *bounds.maximum);
  return number_within(bounds, call.arguments, call.evaluation);
}

Value ceil(Call& call) { return round_bounds(call, round_up); }
Value floor(Call& call) { return round_bounds(call, round_down); }

Value signum(Call& call) {
  const auto sign = compare_numbers(call[0], Value::integer(0));
  return Value::integer(sign < 0 ? -1 : sign > 0 ? 1 : 0);
}

Value pow(Call& call) { return power(call.arena(), call[0], call[1]); }
Value log(Call& call) { return logarithm(call.arena(), call[0], call[1]); }

Value parseint(Call& call) {
  const auto base = to_integer(call[1]);
  if (!base || *base < 2 || *base > 62) return call.error(1, "the base is a whole number from 2 to 62");
  const auto number = parse_integer(call.arena(), call.text(0), static_cast<int>(*base));
  if (number) return *number;
  return call.error(0, "\"" + std::string(call.text(0).substr(0, 40)) + "\" is no whole number to this base");
}

Value sum(Call& call) {
  if (call[0].items().empty()) return call.error(0, "there is nothing to add up");
  Value total = Value::integer(0);
  for (const Value& item : call[0].items()) {
    if (item.is_null()) return call.error(0, "null cannot be added up");
    total = add(call.arena(), total, item);
  }
  return total;
}

constexpr Function kFunctions[] = {
    {"abs", "number -> number", 0, absolute, "a number without its sign"},
    {"ceil", "number -> number", kTakesUnknown, ceil, "the next whole number above"},
    {"floor", "number -> number", kTakesUnknown, floor, "the next whole number below"},
    {"log", "number, number -> number", 0, log, "the logarithm to a base"},
    {"parseint", "text, number -> number", 0, parseint, "a whole number written to a base"},
    {"pow", "number, number -> number", 0, pow, "a number to the power of another"},
    {"signum", "number -> number", 0, signum, "the sign of a number"},
    {"sum", "list(number) -> number", 0, sum, "the sum of a list"},
};

}  // namespace

std::span<const Function> number_functions() { return kFunctions; }

}  // namespace holdfast

#pragma once

#include "cloudformation/template.h"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace holdfast::cloudformation {

/// A call of a function of the template language, long (`Fn::Sub: …`) or short (`!Sub …`).
struct Intrinsic {
  std::string_view name;  // "Ref", "Condition", "Fn::Sub"; a tag that is no function as it is written
  Place argument;
  Span span;       // the whole call
  Span name_span;  // its tag or key
};

/// The call that stands at a place, if one does. `Fn::ForEach` is none: it makes members of a mapping, not a value.
std::optional<Intrinsic> intrinsic_at(const Place& place);

Value call(const Intrinsic& intrinsic, Template& unit);

/// The items of a call's argument list, at least and at most so many; empty when it has another shape.
std::vector<Place> operands(const Intrinsic& intrinsic, std::size_t least, std::size_t most);
/// Reports what the function would have taken.
Value malformed(const Intrinsic& intrinsic, std::string_view wanted, Template& unit);

/// A function that the expression language has as well.
Value compute(std::string_view function, std::span<const Value> arguments, Span at, Template& unit);

// The functions, by what they are about.
Value ref(const Intrinsic& intrinsic, Template& unit);
Value get_att(const Intrinsic& intrinsic, Template& unit);
Value substitute(const Intrinsic& intrinsic, Template& unit);
Value import_value(const Intrinsic& intrinsic, Template& unit);
Value get_stack_output(const Intrinsic& intrinsic, Template& unit);
Value apply_transform(const Intrinsic& intrinsic, Template& unit);

Value choose(const Intrinsic& intrinsic, Template& unit);
Value find_in_map(const Intrinsic& intrinsic, Template& unit);

Value join(const Intrinsic& intrinsic, Template& unit);
Value split(const Intrinsic& intrinsic, Template& unit);
Value select(const Intrinsic& intrinsic, Template& unit);
Value length(const Intrinsic& intrinsic, Template& unit);
Value base64(const Intrinsic& intrinsic, Template& unit);
Value to_json_string(const Intrinsic& intrinsic, Template& unit);

// These only assertions use.
Value ref_all(const Intrinsic& intrinsic, Template& unit);
Value value_of(const Intrinsic& intrinsic, Template& unit);
Value value_of_all(const Intrinsic& intrinsic, Template& unit);

Value cidr(const Intrinsic& intrinsic, Template& unit);
Value get_azs(const Intrinsic& intrinsic, Template& unit);

}  // namespace holdfast::cloudformation

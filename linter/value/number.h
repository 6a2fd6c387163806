#pragma once

#include "value/arena.h"
#include "value/value.h"

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace holdfast {

/// Numbers are Terraform's: binary floating point with 512 bits of mantissa, rounded to nearest even, behind a 64-bit
/// integer fast path. All functions take and give number values; a result that is no number (the difference of two
/// infinities, the root of -1) is an error. Beyond 2^131072 a number counts as infinite, below 2^-131072 as zero.

/// Decimal text, signed or not (`12`, `-1.5`, `.5`, `1e3`); empty when it is none. Never hexadecimal, never blanks.
std::optional<Value> parse_number(Arena& arena, std::string_view text);
std::optional<Value> parse_integer(Arena& arena, std::string_view digits, int base);  // 2..62, optional sign
/// A double keeps its precision until something is calculated with it, so 0.1 prints as "0.1".
Value number_from_double(Arena& arena, double d);

Value infinity(bool is_negative = false);

Value add(Arena& arena, const Value& a, const Value& b);
Value subtract(Arena& arena, const Value& a, const Value& b);
Value multiply(Arena& arena, const Value& a, const Value& b);
/// Empty for 0/0. x/0 is an infinity.
std::optional<Value> divide(Arena& arena, const Value& a, const Value& b);
/// The sign of the left side stays; x % 0 is x, as the reference has it.
Value modulo(Arena& arena, const Value& a, const Value& b);
Value negate(Arena& arena, const Value& a);
Value round_down(Arena& arena, const Value& a);
Value round_up(Arena& arena, const Value& a);
/// Calculated with doubles, as the reference does.
Value power(Arena& arena, const Value& a, const Value& b);
Value logarithm(Arena& arena, const Value& a, const Value& base);

std::strong_ordering compare_numbers(const Value& a, const Value& b);
bool is_infinite(const Value& a);
bool is_whole(const Value& a);
/// Empty when it is no whole number or does not fit.
std::optional<int64_t> to_integer(const Value& a);
double to_double(const Value& a);
/// Shortest decimal text that reads back to the same number, without exponent (`1e30` in full); "Inf", "-Inf".
std::string to_string_number(const Value& a);

}  // namespace holdfast

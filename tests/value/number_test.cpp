#include "value/number.h"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <string>

namespace holdfast {
namespace {

constexpr int64_t kMin = std::numeric_limits<int64_t>::min();
constexpr int64_t kMax = std::numeric_limits<int64_t>::max();

struct Numbers {
  Arena arena;

  Value operator()(std::string_view text) {
    const std::optional<Value> parsed = parse_number(arena, text);
    REQUIRE(parsed.has_value());
    return *parsed;
  }
  std::string print(std::string_view text) { return to_string_number((*this)(text)); }
  bool is_number(std::string_view text) { return parse_number(arena, text).has_value(); }
  Value quotient(std::string_view a, std::string_view b) {
    const std::optional<Value> result = divide(arena, (*this)(a), (*this)(b));
    REQUIRE(result.has_value());
    return *result;
  }
};

bool same(const Value& a, const Value& b) { return std::is_eq(compare_numbers(a, b)); }

std::string times(std::size_t count, char digit) { return std::string(count, digit); }

TEST_CASE("numbers are read from decimal text only") {
  Numbers n;
  for (const char* text : {"0", "12", "-1", "+1", "1.5", "1e3", "1E3", "1e+3", "1e-3", ".5", "1."}) {
    CHECK_MESSAGE(n.is_number(text), text);
  }
  for (const char* text : {"", " 1", "1 ", "0x10", "0x1", "1_000", "1.2.3", "a", "--1", "1e", "e1", ".", "+", "1e3.5",
                           "Inf", "nan", "1p3"}) {
    CHECK_FALSE_MESSAGE(n.is_number(text), text);
  }
}

TEST_CASE("numbers print without exponent and without trailing zeros") {
  Numbers n;
  CHECK(n.print("1.0") == "1");
  CHECK(n.print("1.10") == "1.1");
  CHECK(n.print("1.50") == "1.5");
  CHECK(n.print("0.1") == "0.1");
  CHECK(n.print("-0.001") == "-0.001");
  CHECK(n.print("1e10") == "10000000000");
  CHECK(n.print("1E3") == "1000");
  CHECK(n.print("1e+3") == "1000");
  CHECK(n.print("1e30") == "1" + times(30, '0'));
  CHECK(n.print("1e400") == "1" + times(400, '0'));
  CHECK(n.print("1e-30") == "0." + times(29, '0') + "1");
  CHECK(n.print("12345678901234567890123") == "12345678901234567890123");
  CHECK(n.print("123456789012345678901234567890.25") == "123456789012345678901234567890.25");
  CHECK(n.print("0") == "0");
  CHECK(n.print("-0") == "-0");
  CHECK(n.print("9223372036854775807") == "9223372036854775807");
  CHECK(n.print("9223372036854775808") == "9223372036854775808");
  CHECK(n.print("-9223372036854775808") == "-9223372036854775808");
}

TEST_CASE("a third has as many digits as 512 bits need") {
  Numbers n;
  CHECK(to_string_number(n.quotient("1", "3")) == "0." + times(154, '3') + "5");
  CHECK(to_string_number(n.quotient("-1", "3")) == "-0." + times(154, '3') + "5");
}

TEST_CASE("numbers survive being printed and read again") {
  Numbers n;
  Value value = n.quotient("1", "7");
  for (int i = 0; i < 200; ++i) {
    CHECK(same(n(to_string_number(value)), value));
    value = multiply(n.arena, value, n(i % 2 == 0 ? "-3.7" : "0.0013"));
  }
}

TEST_CASE("arithmetic rounds as 512 bits do") {
  Numbers n;
  Arena& arena = n.arena;
  CHECK(same(add(arena, n("0.1"), n("0.2")), n("0.3")));
  CHECK_FALSE(same(multiply(arena, n("0.1"), n("0.1")), n("0.01")));
  CHECK(same(multiply(arena, n.quotient("1", "3"), n("3")), n("1")));
  CHECK(same(multiply(arena, n.quotient("1", "7"), n("7")), n("1")));
  CHECK(same(multiply(arena, n.quotient("1", "49"), n("49")), n("1")));
  CHECK(same(multiply(arena, n.quotient("2", "3"), n("3")), n("2")));
  CHECK(to_string_number(add(arena, n("100000000000000000000"), n("1"))) == "100000000000000000001");
  CHECK_FALSE(same(n("9007199254740993"), n("9007199254740992")));
  CHECK(same(n("1"), n("1.0")));
}

TEST_CASE("whole results take the fast path again") {
  Numbers n;
  Arena& arena = n.arena;
  CHECK(add(arena, n("0.5"), n("0.5")).is_integer());
  CHECK(n("1e3").is_integer());
  CHECK(n.quotient("6", "3").as_integer() == 2);
  CHECK(n.quotient("6", "-3").as_integer() == -2);
  CHECK(subtract(arena, add(arena, Value::integer(kMax), Value::integer(1)), Value::integer(1)).as_integer() == kMax);
}

TEST_CASE("the fast path never overflows") {
  Numbers n;
  Arena& arena = n.arena;
  CHECK(to_string_number(add(arena, Value::integer(kMax), Value::integer(1))) == "9223372036854775808");
  CHECK(to_string_number(subtract(arena, Value::integer(kMin), Value::integer(1))) == "-9223372036854775809");
  CHECK(to_string_number(multiply(arena, Value::integer(kMin), Value::integer(-1))) == "9223372036854775808");
  CHECK(to_string_number(negate(arena, Value::integer(kMin))) == "9223372036854775808");
  CHECK(to_string_number(*divide(arena, Value::integer(kMin), Value::integer(-1))) == "9223372036854775808");
  CHECK(same(modulo(arena, Value::integer(kMin), Value::integer(-1)), Value::integer(0)));
}

TEST_CASE("division by zero is infinite, unless zero is divided") {
  Numbers n;
  const Value infinity = n.quotient("1", "0");
  CHECK(is_infinite(infinity));
  CHECK(to_string_number(infinity) == "Inf");
  CHECK(to_string_number(n.quotient("-1", "0")) == "-Inf");
  CHECK(std::is_gt(compare_numbers(infinity, n("5"))));
  CHECK_FALSE(divide(n.arena, n("0"), n("0")).has_value());
  CHECK_FALSE(divide(n.arena, infinity, infinity).has_value());
  CHECK(subtract(n.arena, infinity, infinity).is_error());
  CHECK_FALSE(is_whole(infinity));
  CHECK_FALSE(to_integer(infinity).has_value());
}

TEST_CASE("the remainder keeps the sign of the left side") {
  Numbers n;
  const auto remainder = [&](std::string_view a, std::string_view b) {
    return to_string_number(modulo(n.arena, n(a), n(b)));
  };
  CHECK(remainder("5", "3") == "2");
  CHECK(remainder("-5", "3") == "-2");
  CHECK(remainder("5", "-3") == "2");
  CHECK(remainder("5.5", "2") == "1.5");
  CHECK(remainder("7.5", "2") == "1.5");
  CHECK(remainder("1", "0") == "1");
  CHECK(remainder("1e30", "7") == "1");
}

TEST_CASE("zero may be negative, which only printing shows") {
  Numbers n;
  const Value zero = negate(n.arena, n("0.0"));
  CHECK(to_string_number(zero) == "-0");
  CHECK(to_string_number(negate(n.arena, zero)) == "0");
  CHECK(same(zero, n("0")));
  CHECK(to_integer(zero) == 0);
  CHECK(is_whole(zero));
}

TEST_CASE("numbers round down and up") {
  Numbers n;
  CHECK(round_down(n.arena, n("-1.5")).as_integer() == -2);
  CHECK(round_down(n.arena, n("1.9")).as_integer() == 1);
  CHECK(round_up(n.arena, n("1.2")).as_integer() == 2);
  CHECK(to_string_number(round_up(n.arena, n("-0.5"))) == "0");
  CHECK(is_infinite(round_up(n.arena, n.quotient("1", "0"))));
}

TEST_CASE("powers and logarithms are doubles and print as such") {
  Numbers n;
  CHECK(to_string_number(power(n.arena, n("2"), n("0.5"))) == "1.4142135623730951");
  CHECK(power(n.arena, n("2"), n("10")).as_integer() == 1024);
  CHECK(logarithm(n.arena, n("8"), n("2")).as_integer() == 3);
  CHECK(power(n.arena, n("-1"), n("0.5")).is_error());
  CHECK(to_string_number(number_from_double(n.arena, 0.1)) == "0.1");
  CHECK(number_from_double(n.arena, 3.0).is_integer());
  CHECK(number_from_double(n.arena, std::nan("")).is_error());
  CHECK(to_double(n("0.1")) == 0.1);
}

TEST_CASE("integers are read in many bases") {
  Arena arena;
  const auto parse = [&](std::string_view digits, int base) -> std::string {
    const std::optional<Value> value = parse_integer(arena, digits, base);
    return value ? to_string_number(*value) : "none";
  };
  CHECK(parse("ff", 16) == "255");
  CHECK(parse("FF", 16) == "255");
  CHECK(parse("-ff", 16) == "-255");
  CHECK(parse("z", 36) == "35");
  CHECK(parse("z", 62) == "35");
  CHECK(parse("Z", 62) == "61");
  CHECK(parse("1011", 2) == "11");
  CHECK(parse("99999999999999999999", 10) == "99999999999999999999");
  CHECK(parse("0x1f", 16) == "none");
  CHECK(parse("2", 2) == "none");
  CHECK(parse("", 10) == "none");
  CHECK(parse("-", 10) == "none");
  CHECK(parse("-0", 10) == "0");
}

TEST_CASE("numbers too large to print count as infinite, too small ones as zero") {
  Numbers n;
  CHECK(is_infinite(n("1e999999999999")));
  CHECK(is_infinite(n("1e100000")));
  CHECK(same(n("1e-999999999999"), n("0")));
  Value growing = n("10");
  for (int i = 0; i < 40; ++i) growing = multiply(n.arena, growing, growing);
  CHECK(is_infinite(growing));
}

}  // namespace
}  // namespace holdfast

#include "value/number.h"

#include <cassert>
#include <charconv>
#include <cmath>

#define MPFR_USE_INTMAX_T
#include <mpfr.h>

namespace holdfast {
namespace {

constexpr mpfr_prec_t kPrecision = 512;
constexpr mpfr_prec_t kDoublePrecision = 53;

// More digits than that are for no reader, and printing them would be slow.
constexpr mpfr_exp_t kExponentMax = 131072;

}  // namespace

/// A number outside the fast path, with its digits inside itself. One that came from a double has a double's precision,
/// so that it prints as short as one; results of arithmetic have all 512 bits.
class BigNumber {
 public:
  explicit BigNumber(mpfr_prec_t precision = kPrecision) {
    mpfr_custom_init(limbs_, precision);
    mpfr_custom_init_set(value_, MPFR_ZERO_KIND, 0, precision, limbs_);
  }
  BigNumber(const BigNumber& other) : BigNumber(mpfr_get_prec(other.value_)) {
    mpfr_set(value_, other.value_, MPFR_RNDN);
  }
  BigNumber& operator=(const BigNumber&) = delete;

  mpfr_ptr get() { return value_; }
  mpfr_srcptr get() const { return value_; }

 private:
  mpfr_t value_;
  mp_limb_t limbs_[kPrecision / GMP_NUMB_BITS];
};

namespace {

bool is_negative_zero(const BigNumber& n) { return mpfr_zero_p(n.get()) && mpfr_signbit(n.get()); }

BigNumber widen(const Value& value) {
  assert(value.is_number());
  if (!value.is_integer()) return value.as_big_number();
  BigNumber wide;
  mpfr_set_sj(wide.get(), value.as_integer(), MPFR_RNDN);
  return wide;
}

/// Numbers have one representation each: what fits the fast path takes it.
Value keep(Arena& arena, BigNumber n) {
  if (mpfr_nan_p(n.get())) {
    return Value::unknown(arena, {.type = number_type(), .reason = "the result is not a number", .is_error = true});
  }
  if (mpfr_regular_p(n.get())) {
    const mpfr_exp_t exponent = mpfr_get_exp(n.get());
    if (exponent > kExponentMax) mpfr_set_inf(n.get(), mpfr_sgn(n.get()));
    if (exponent < -kExponentMax) mpfr_set_zero(n.get(), mpfr_sgn(n.get()));
  }
  if (mpfr_integer_p(n.get()) && mpfr_fits_intmax_p(n.get(), MPFR_RNDN) && !is_negative_zero(n)) {
    return Value::integer(mpfr_get_sj(n.get(), MPFR_RNDN));
  }
  return Value::number(*arena.make(n));
}

using Operation = int(mpfr_ptr, mpfr_srcptr, mpfr_srcptr, mpfr_rnd_t);

Value calculate(Arena& arena, Operation operation, const Value& a, const Value& b) {
  BigNumber result;
  operation(result.get(), widen(a).get(), widen(b).get(), MPFR_RNDN);
  return keep(arena, result);
}

bool are_integers(const Value& a, const Value& b) { return a.is_integer() && b.is_integer(); }

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_decimal(std::string_view text) {
  std::size_t at = 0;
  const auto skip_sign = [&] {
    if (at < text.size() && (text[at] == '-' || text[at] == '+')) ++at;
  };
  const auto skip_digits = [&] {
    const std::size_t before = at;
    while (at < text.size() && is_digit(text[at])) ++at;
    return at - before;
  };
  skip_sign();
  std::size_t digits = skip_digits();
  if (at < text.size() && text[at] == '.') {
    ++at;
    digits += skip_digits();
  }
  if (digits == 0) return false;
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    ++at;
    skip_sign();
    if (skip_digits() == 0) return false;
  }
  return at == text.size();
}

/// Value of a digit in bases up to 62, where upper case follows lower case; -1 for anything else.
int digit_value(char c, int base) {
  if (is_digit(c)) return c - '0';
  if (c >= 'a' && c <= 'z') return c - 'a' + 10;
  if (c >= 'A' && c <= 'Z') return c - 'A' + (base <= 36 ? 10 : 36);
  return -1;
}

/// The shortest digits of a finite number that read back to it, and the place of its decimal point.
struct Digits {
  std::string text;  // without sign and trailing zeros
  mpfr_exp_t point;  // the value is 0.text * 10^point
};

Digits shortest_digits(mpfr_srcptr value) {
  // So many digits survive a round trip through binary: whatever is shorter comes out followed by zeros.
  const mpfr_prec_t precision = mpfr_get_prec(value);
  std::size_t count = static_cast<std::size_t>(static_cast<double>(precision - 1) * 0.30102999566398119521);
  char buffer[kPrecision];
  for (;; ++count) {
    mpfr_exp_t point = 0;
    mpfr_get_str(buffer, &point, 10, count, value, MPFR_RNDN);
    std::string text = mpfr_signbit(value) ? buffer + 1 : buffer;
    BigNumber back(precision);
    mpfr_strtofr(back.get(), ("0." + text + "e" + std::to_string(point)).c_str(), nullptr, 10, MPFR_RNDN);
    if (mpfr_cmpabs(back.get(), value) != 0) continue;
    text.erase(text.find_last_not_of('0') + 1);
    return {std::move(text), point};
  }
}

}  // namespace

std::optional<Value> parse_number(Arena& arena, std::string_view text) {
  int64_t small = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), small);
  if (error == std::errc() && end == text.data() + text.size() && (small != 0 || text[0] != '-')) {
    return Value::integer(small);
  }
  if (!is_decimal(text)) return std::nullopt;
  BigNumber n;
  mpfr_strtofr(n.get(), std::string(text).c_str(), nullptr, 10, MPFR_RNDN);
  return keep(arena, n);
}

std::optional<Value> parse_integer(Arena& arena, std::string_view digits, int base) {
  assert(base >= 2 && base <= 62);
  const bool is_negative = digits.starts_with('-');
  if (is_negative || digits.starts_with('+')) digits.remove_prefix(1);
  if (digits.empty()) return std::nullopt;
  BigNumber n;
  for (const char c : digits) {
    const int digit = digit_value(c, base);
    if (digit < 0 || digit >= base) return std::nullopt;
    mpfr_mul_si(n.get(), n.get(), base, MPFR_RNDN);
    mpfr_add_si(n.get(), n.get(), digit, MPFR_RNDN);
  }
  if (is_negative && !mpfr_zero_p(n.get())) mpfr_neg(n.get(), n.get(), MPFR_RNDN);
  return keep(arena, n);
}

Value number_from_double(Arena& arena, double d) {
  BigNumber n(kDoublePrecision);
  mpfr_set_d(n.get(), d, MPFR_RNDN);
  return keep(arena, n);
}

Value infinity(bool is_negative) {
  const auto infinite = [](int sign) {
    BigNumber n;
    mpfr_set_inf(n.get(), sign);
    return n;
  };
  // Packs begin many a minimum with it.
  static const BigNumber kPositive = infinite(1), kNegative = infinite(-1);
  return Value::number(is_negative ? kNegative : kPositive);
}

Value add(Arena& arena, const Value& a, const Value& b) {
  int64_t sum = 0;
  if (are_integers(a, b) && !__builtin_add_overflow(a.as_integer(), b.as_integer(), &sum)) return Value::integer(sum);
  return calculate(arena, mpfr_add, a, b);
}

Value subtract(Arena& arena, const Value& a, const Value& b) {
  int64_t difference = 0;
  if (are_integers(a, b) && !__builtin_sub_overflow(a.as_integer(), b.as_integer(), &difference)) {
    return Value::integer(difference);
  }
  return calculate(arena, mpfr_sub, a, b);
}

Value multiply(Arena& arena, const Value& a, const Value& b) {
  // A product of zero may be negative, which only the slow path knows.
  int64_t product = 0;
  if (are_integers(a, b) && !__builtin_mul_overflow(a.as_integer(), b.as_integer(), &product) && product != 0) {
    return Value::integer(product);
  }
  return calculate(arena, mpfr_mul, a, b);
}

std::optional<Value> divide(Arena& arena, const Value& a, const Value& b) {
  if (are_integers(a, b) && a.as_integer() != 0 && b.as_integer() > 0 && a.as_integer() % b.as_integer() == 0) {
    return Value::integer(a.as_integer() / b.as_integer());
  }
  const Value quotient = calculate(arena, mpfr_div, a, b);
  if (quotient.is_error()) return std::nullopt;
  return quotient;
}

Value modulo(Arena& arena, const Value& a, const Value& b) {
  if (are_integers(a, b) && b.as_integer() > 0) return Value::integer(a.as_integer() % b.as_integer());
  const BigNumber left = widen(a);
  const BigNumber right = widen(b);
  if (mpfr_zero_p(right.get())) return a;
  // Not `fmod`: the reference rounds the quotient first, and so do we.
  BigNumber n;
  mpfr_div(n.get(), left.get(), right.get(), MPFR_RNDN);
  mpfr_trunc(n.get(), n.get());
  mpfr_mul(n.get(), n.get(), right.get(), MPFR_RNDN);
  mpfr_sub(n.get(), left.get(), n.get(), MPFR_RNDN);
  return keep(arena, n);
}

Value negate(Arena& arena, const Value& a) {
  int64_t negative = 0;
  if (a.is_integer() && a.as_integer() != 0 && !__builtin_sub_overflow(int64_t{0}, a.as_integer(), &negative)) {
    return Value::integer(negative);
  }
  BigNumber n = widen(a);
  mpfr_neg(n.get(), n.get(), MPFR_RNDN);
  return keep(arena, n);
}

Value round_down(Arena& arena, const Value& a) {
  if (a.is_integer()) return a;
  BigNumber n = widen(a);
  mpfr_floor(n.get(), n.get());
  return mpfr_zero_p(n.get()) ? Value::integer(0) : keep(arena, n);
}

Value round_up(Arena& arena, const Value& a) {
  if (a.is_integer()) return a;
  BigNumber n = widen(a);
  mpfr_ceil(n.get(), n.get());
  return mpfr_zero_p(n.get()) ? Value::integer(0) : keep(arena, n);
}

Value power(Arena& arena, const Value& a, const Value& b) {
  return number_from_double(arena, std::pow(to_double(a), to_double(b)));
}

Value logarithm(Arena& arena, const Value& a, const Value& base) {
  return number_from_double(arena, std::log(to_double(a)) / std::log(to_double(base)));
}

std::strong_ordering compare_numbers(const Value& a, const Value& b) {
  if (are_integers(a, b)) return a.as_integer() <=> b.as_integer();
  return mpfr_cmp(widen(a).get(), widen(b).get()) <=> 0;
}

bool is_infinite(const Value& a) { return !a.is_integer() && mpfr_inf_p(a.as_big_number().get()); }

bool is_whole(const Value& a) { return a.is_integer() || mpfr_integer_p(a.as_big_number().get()); }

std::optional<int64_t> to_integer(const Value& a) {
  if (a.is_integer()) return a.as_integer();
  if (is_negative_zero(a.as_big_number())) return 0;
  return std::nullopt;
}

double to_double(const Value& a) {
  if (a.is_integer()) return static_cast<double>(a.as_integer());
  return mpfr_get_d(a.as_big_number().get(), MPFR_RNDN);
}

std::string to_string_number(const Value& a) {
  if (a.is_integer()) return std::to_string(a.as_integer());
  const mpfr_srcptr value = a.as_big_number().get();
  const std::string sign = mpfr_signbit(value) ? "-" : "";
  if (mpfr_inf_p(value)) return sign + "Inf";
  if (mpfr_zero_p(value)) return sign + "0";
  const auto [digits, point] = shortest_digits(value);
  if (point <= 0) return sign + "0." + std::string(static_cast<std::size_t>(-point), '0') + digits;
  const auto whole = static_cast<std::size_t>(point);
  if (whole >= digits.size()) return sign + digits + std::string(whole - digits.size(), '0');
  return sign + digits.substr(0, whole) + "." + digits.substr(whole);
}

}  // namespace holdfast

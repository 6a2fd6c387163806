#include "expression/collection.h"
#include "expression/convert.h"
#include "expression/function_themes.h"
#include "expression/json_text.h"
#include "expression/known_text.h"
#include "expression/unknowns.h"
#include "value/number.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <optional>
#include <string>

namespace holdfast {

namespace {

/// `%[flags][width][.precision][[index]]verb`.
struct Verb {
  char letter = 0;
  bool minus = false;
  bool plus = false;
  bool space = false;
  bool zero = false;
  bool sharp = false;
  std::optional<int> width;
  std::optional<int> precision;
  std::optional<int> argument;  // one-based
};

/// Wider columns are nobody's intention.
constexpr int kWidthMax = 1000;

class FormatReader {
 public:
  explicit FormatReader(std::string_view text) : text_(text) {}

  bool at_end() const { return at_ == text_.size(); }
  std::string_view literal() {
    const std::size_t begin = at_;
    at_ = std::min(text_.find('%', at_), text_.size());
    return text_.substr(begin, at_ - begin);
  }
  /// After the percent sign; empty when it is cut short.
  std::optional<Verb> verb() {
    Verb verb;
    for (++at_; !at_end(); ++at_) {
      switch (text_[at_]) {
        case '-': verb.minus = true; continue;
        case '+': verb.plus = true; continue;
        case ' ': verb.space = true; continue;
        case '0': verb.zero = true; continue;
        case '#': verb.sharp = true; continue;
        default: break;
      }
      break;
    }
    verb.width = number();
    if (take('.')) verb.precision = number().value_or(0);
    if (take('[')) {
      verb.argument = number();
      if (!verb.argument || !take(']')) return std::nullopt;
    }
    if (at_end()) return std::nullopt;
    verb.letter = text_[at_++];
    return verb;
  }

 private:
  bool take(char c) {
    if (at_end() || text_[at_] != c) return false;
    ++at_;
    return true;
  }
  std::optional<int> number() {
    const std::size_t begin = at_;
    int value = 0;
    for (; !at_end() && text_[at_] >= '0' && text_[at_] <= '9'; ++at_)
      value = std::min(value * 10 + (text_[at_] - '0'), kWidthMax);
    if (begin == at_) return std::nullopt;
    return value;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

std::string padded(const std::string& text, const Verb& verb, bool is_number) {
  const std::size_t length = static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
  const std::size_t width = static_cast<std::size_t>(verb.width.value_or(0));
  if (length >= width) return text;
  if (verb.minus) return text + std::string(width - length, ' ');
  if (!verb.zero || !is_number) return std::string(width - length, verb.zero ? '0' : ' ') + text;
  const std::size_t sign = !text.empty() && (text[0] == '-' || text[0] == '+') ? 1 : 0;
  return text.substr(0, sign) + std::string(width - length, '0') + text.substr(sign);
}

std::string with_sign(std::string digits, const Verb& verb) {
  if (digits.starts_with('-')) return digits;
  if (verb.plus) return "+" + digits;
  return verb.space ? " " + digits : digits;
}

std::string to_base(int64_t number, unsigned base, bool capitals) {
  const char* const digits = capitals ? "0123456789ABCDEF" : "0123456789abcdef";
  std::string text;
  auto rest = number < 0 ? 0 - static_cast<uint64_t>(number) : static_cast<uint64_t>(number);
  do {
    text.insert(text.begin(), digits[rest % base]);
    rest /= base;
  } while (rest != 0);
  return number < 0 ? "-" + text : text;
}

std::string floating(double number, const Verb& verb) {
  char buffer[kWidthMax + 400];
  const char format[] = {'%', '.', '*', verb.letter, '\0'};
  if (verb.letter == 'g' && !verb.precision) {
    for (int precision = 1; precision <= 17; ++precision) {
      std::snprintf(buffer, sizeof buffer, format, precision, number);
      if (std::strtod(buffer, nullptr) == number) break;
    }
    return buffer;
  }
  std::snprintf(buffer, sizeof buffer, format, verb.precision.value_or(6), number);
  return buffer;
}

/// What one verb makes of one argument: text, known or not, or an error.
Value format_one(Call& call, std::size_t i, const Value& value, const Verb& verb) {
  const auto ready = [&](const std::string& text, bool is_number) {
    return call.text_value(padded(text, verb, is_number));
  };
  if (value.is_error()) return value;
  if (verb.letter == 'v') {
    if (value.is_null()) return ready("null", false);
    if (!value.is_wholly_known()) {
      const bool is_text = value.is_unknown() && is_of_kind(value.as_unknown(), TypeKind::text) && !verb.sharp;
      return is_text ? value : unknown_result(call.evaluation, {value}, text_type());
    }
    const auto scalar = print_scalar(value);
    return ready(scalar && !verb.sharp ? *scalar : to_json(value), value.is_number());
  }
  if (value.is_null()) return call.error(i, "null cannot be formatted");
  const std::string_view numeric = "bdoxXeEfFgG";
  const Type* wanted = verb.letter == 't' ? boolean_type()
                       : numeric.find(verb.letter) != std::string_view::npos && !(verb.letter == 'x' && value.is_text())
                           ? number_type()
                           : text_type();
  const Value converted = convert(value, *wanted, call.span(i), call.evaluation);
  if (converted.is_error()) return converted;
  if (converted.is_unknown()) {
    const bool is_plain = verb.letter == 's' && !verb.width && !verb.precision;
    return is_plain || verb.letter == 'd' ? converted : unknown_result(call.evaluation, {value}, text_type());
  }
  switch (verb.letter) {
    case 't': return ready(converted.as_boolean() ? "true" : "false", false);
    case 's': {
      std::string_view text = converted.as_text();
      if (verb.precision) text = text.substr(0, static_cast<std::size_t>(*verb.precision));
      return ready(std::string(text), false);
    }
    case 'q': return ready(to_json(converted), false);
    case 'd':
      if (!is_whole(converted)) return call.error(i, "a whole number is required");
      return ready(with_sign(to_string_number(converted), verb), true);
    case 'b':
    case 'o':
    case 'x':
    case 'X': {
      if (converted.is_text()) {
        std::string text;
        for (const char c : converted.as_text())
          text += to_base(static_cast<unsigned char>(c) + 256, 16, false).substr(1);
        return ready(text, false);
      }
      const auto number = to_integer(converted);
      if (!number) return call.error(i, "a whole number is required");
      const unsigned base = verb.letter == 'b' ? 2 : verb.letter == 'o' ? 8 : 16;
      std::string digits = to_base(*number, base, verb.letter == 'X');
      if (verb.sharp && base == 16) digits.insert(digits.starts_with('-') ? 1 : 0, verb.letter == 'X' ? "0X" : "0x");
      return ready(with_sign(digits, verb), true);
    }
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G': return ready(with_sign(floating(to_double(converted), verb), verb), true);
    default: return call.error(0, std::string("there is no verb %") + verb.letter);
  }
}

Value format_values(Call& call, std::span<const Value> arguments) {
  FormatReader reader(call.text(0));
  std::vector<Value> parts;
  std::size_t next = 0;
  std::size_t highest = 0;
  while (!reader.at_end()) {
    parts.push_back(call.text_value(reader.literal()));
    if (reader.at_end()) break;
    const auto verb = reader.verb();
    if (!verb) return call.error(0, "the format ends inside a verb");
    if (verb->letter == '%') {
      parts.push_back(call.text_value("%"));
      continue;
    }
    const std::size_t i = verb->argument ? static_cast<std::size_t>(*verb->argument) - 1 : next;
    next = i + 1;
    highest = std::max(highest, next);
    if (i >= arguments.size()) return call.error("there are fewer arguments than verbs");
    parts.push_back(format_one(call, i + 1, arguments[i], *verb));
    if (parts.back().is_error()) return parts.back();
  }
  if (highest < arguments.size()) return call.error("there are more arguments than verbs");
  return concatenate(parts, call.evaluation);
}

Value format(Call& call) {
  if (!call[0].is_text()) return call.unknown();
  return format_values(call, call.arguments.subspan(1));
}

/// Lists are taken item by item, everything else as it is for each.
Value formatlist(Call& call) {
  if (!call[0].is_text()) return call.unknown();
  std::optional<std::size_t> size;
  for (std::size_t i = 1; i < call.count(); ++i) {
    const Value& value = call[i];
    if (value.is_unknown()) {
      const Type* type = value.as_unknown().type;
      if (!type || !is_scalar(type->kind)) return call.unknown();
      continue;
    }
    if (!value.is_sequence()) continue;
    if (size && *size != value.items().size()) return call.error(i, "the lists differ in length");
    size = value.items().size();
  }
  std::vector<Value> results;
  for (std::size_t item = 0; item < size.value_or(1); ++item) {
    std::vector<Value> arguments;
    for (const Value& value : call.arguments.subspan(1)) {
      arguments.push_back(value.is_sequence() ? value.items()[item] : value);
    }
    results.push_back(format_values(call, arguments));
    if (results.back().is_error()) return results.back();
  }
  return list_of(call.arena(), results, text_type());
}

constexpr Function kFunctions[] = {
    {"format", "text, any... -> text", kTakesNull | kTakesUnknown, format, "a text with values in certain places"},
    {"formatlist", "text, any... -> list(text)", kTakesNull | kTakesUnknown, formatlist,
     "a text for each item of lists"},
};

}  // namespace

std::span<const Function> format_functions() { return kFunctions; }

}  // namespace holdfast

#include "syntax/document.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace holdfast {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_one_of(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), text) != words.end();
}

std::string_view without_sign(std::string_view text) {
  if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
  return text;
}

/// Base of `0x1F`, `0o17`, `0b11`.
std::optional<int> prefixed_base(std::string_view digits) {
  if (digits.size() < 3 || digits[0] != '0') return std::nullopt;
  switch (digits[1]) {
    case 'x': return 16;
    case 'o': return 8;
    case 'b': return 2;
    default: return std::nullopt;
  }
}

bool is_digit_of(char c, int base) {
  if (base == 16) return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  return c >= '0' && c < '0' + base;
}

bool is_integer(std::string_view text) {
  std::string_view digits = without_sign(text);
  const std::optional<int> base = prefixed_base(digits);
  if (base) {
    digits.remove_prefix(2);
  } else if (digits.size() > 1 && digits[0] == '0') {
    return false;
  }
  return !digits.empty() && digits[0] != '_' && std::all_of(digits.begin(), digits.end(), [&](char c) {
    return c == '_' || is_digit_of(c, base.value_or(10));
  });
}

std::string_view skip_digits(std::string_view text) {
  return text.substr(static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_digit) - text.begin()));
}

bool is_floating(std::string_view text) {
  const std::string_view number = without_sign(text);
  std::string_view rest = skip_digits(number);
  const std::size_t whole_digits = number.size() - rest.size();
  if (whole_digits > 1 && number[0] == '0') return false;
  std::size_t fraction_digits = 0;
  if (rest.starts_with('.')) {
    const std::string_view fraction = rest.substr(1);
    rest = skip_digits(fraction);
    fraction_digits = fraction.size() - rest.size();
  }
  if (whole_digits + fraction_digits == 0) return false;
  if (rest.starts_with('e') || rest.starts_with('E')) {
    const std::string_view exponent = without_sign(rest.substr(1));
    return !exponent.empty() && skip_digits(exponent).empty();
  }
  return rest.empty();
}

}  // namespace

Span Document::part_span(DocumentNodeId scalar, std::size_t offset, std::size_t size) const {
  const Span whole = span(scalar);
  const std::string_view part = text(scalar).substr(offset, size);
  const std::string_view written = source.substr(whole.begin, whole.end - whole.begin);
  std::size_t at = written.find(part);
  if (written.find(text(scalar)) != std::string_view::npos) {
    at = written.find(text(scalar)) + offset;
  } else if (at != written.rfind(part)) {
    at = std::string_view::npos;
  }
  if (part.empty() || at == std::string_view::npos) return whole;
  const auto begin = static_cast<uint32_t>(whole.begin + at);
  return {file, begin, begin + static_cast<uint32_t>(part.size())};
}

const DocumentNodeId* Document::find(DocumentNodeId mapping, std::string_view key) const {
  if (node(mapping).kind != DocumentKind::mapping) return nullptr;
  const std::span<const DocumentNodeId> entries = children_of(mapping);
  for (std::size_t value = entries.size(); value >= 2; value -= 2) {
    const DocumentNodeId candidate = entries[value - 2];
    if (node(candidate).kind == DocumentKind::scalar && text(candidate) == key) return &entries[value - 1];
  }
  return nullptr;
}

ScalarType scalar_type(const Document& document, DocumentNodeId scalar) {
  if (document.node(scalar).style != ScalarStyle::plain) return ScalarType::text;
  const std::string_view text = document.text(scalar);
  if (text.empty()) return ScalarType::null;
  switch (text[0]) {
    case '~':
    case 'n':
    case 'N': return is_one_of(text, {"~", "null", "Null", "NULL"}) ? ScalarType::null : ScalarType::text;
    case 't':
    case 'T':
    case 'f':
    case 'F':
      return is_one_of(text, {"true", "True", "TRUE", "false", "False", "FALSE"}) ? ScalarType::boolean
                                                                                  : ScalarType::text;
    default: break;
  }
  if (is_integer(text)) return ScalarType::integer;
  return is_floating(text) ? ScalarType::floating : ScalarType::text;
}

std::string number_text(std::string_view scalar) {
  std::string digits(without_sign(scalar));
  std::erase(digits, '_');
  if (const std::optional<int> base = prefixed_base(digits)) {
    uint64_t value = 0;
    const auto result = std::from_chars(digits.data() + 2, digits.data() + digits.size(), value, *base);
    if (result.ec == std::errc()) digits = std::to_string(value);
  }
  return scalar.starts_with('-') ? "-" + digits : digits;
}

}  // namespace holdfast

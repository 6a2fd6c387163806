#include "expression/characters.h"
#include "expression/collection.h"
#include "expression/function_themes.h"
#include "expression/known_text.h"
#include "expression/operators.h"
#include "expression/unknowns.h"
#include "expression/worlds.h"

#include <algorithm>
#include <array>
#include <string>

namespace holdfast {

namespace {

Value match(Call& call, const Value& pattern, const Value& text) {
  if (pattern.is_null() || text.is_null()) return Value::boolean(false);
  if (!pattern.is_text()) {
    // The same unknown on both sides matches itself, unless it holds wildcards that match more.
    const Value same = equals(pattern, text, call.evaluation);
    return same.is_boolean() && same.as_boolean() ? same
                                                  : unknown_result(call.evaluation, {pattern, text}, boolean_type());
  }
  const Truth truth = matches_glob(pattern.as_text(), text);
  if (truth != Truth::unknown) return Value::boolean(truth == Truth::yes);
  return unknown_result(call.evaluation, {text}, boolean_type());
}

Value glob(Call& call) { return match(call, call[0], call[1]); }

Value glob_any(Call& call) {
  if (call[0].is_null()) return Value::boolean(false);
  if (call[0].is_unknown()) return call.unknown();
  Value result = Value::boolean(false);
  for (const Value& pattern : call[0].items()) {
    const Value found = match(call, pattern, call[1]);
    result = apply_logic(hcl::Operator::disjunction, {result, found, call.at, call.at, call.at}, call.evaluation);
    if (result.is_boolean() && result.as_boolean()) break;
  }
  return result;
}

/// Fields of a resource name that is separated by colons; the last one holds the rest.
constexpr std::array<std::string_view, 6> kNameFields = {"prefix", "partition", "service",
                                                         "region", "account",   "resource"};

Value name_part(Call& call) {
  const auto field = std::find(kNameFields.begin(), kNameFields.end(), call[1].is_text() ? call.text(1) : "");
  if (field == kNameFields.begin() || field == kNameFields.end()) {
    return call.error(1, "one of \"partition\", \"service\", \"region\", \"account\", \"resource\" is required");
  }
  if (call[0].is_null()) return Value::null();
  const auto wanted = static_cast<std::size_t>(field - kNameFields.begin());
  const std::string_view prefix = known_prefix(call[0]);
  if (!prefix.empty() && call[0].is_text() && !prefix.starts_with("arn:")) return Value::null();
  const Pieces pieces = split_text(call[0], ":", call.evaluation);
  const auto is_rest = wanted + 1 == kNameFields.size();
  if (!is_rest) {
    if (wanted < pieces.items.size()) return pieces.items[wanted];
    return pieces.complete ? Value::null() : call.unknown();
  }
  // The rest may hold colons and unknown ends, which splitting gives up on.
  std::vector<Value> parts;
  std::size_t colons = 0;
  Value storage;
  for (const Value& part : text_parts(call[0], storage)) {
    if (colons == wanted) {
      parts.push_back(part);
      continue;
    }
    if (!part.is_text()) {
      if (pieces.items.size() < wanted) return call.unknown();
      continue;
    }
    std::string_view rest = part.as_text();
    while (colons < wanted && rest.find(':') != std::string_view::npos) {
      rest.remove_prefix(rest.find(':') + 1);
      ++colons;
    }
    if (colons == wanted && !rest.empty()) parts.push_back(call.text_value(rest));
  }
  if (colons < wanted) return pieces.complete ? Value::null() : call.unknown();
  return parts.empty() ? call.text_value("") : concatenate(parts, call.evaluation);
}

bool same_letters(std::string_view a, std::string_view b) {
  while (!a.empty() && !b.empty()) {
    if (to_lower(take_character(a)) != to_lower(take_character(b))) return false;
  }
  return a.empty() && b.empty();
}

Value same_ignoring_case(Call& call) {
  if (call[0].is_null() || call[1].is_null()) return Value::boolean(call[0].is_null() && call[1].is_null());
  if (call[0].is_text() && call[1].is_text()) return Value::boolean(same_letters(call.text(0), call.text(1)));
  const Value same = equals(call[0], call[1], call.evaluation);
  return same.is_boolean() && same.as_boolean() ? same : call.unknown();
}

constexpr uint8_t kTraits = kTakesNull | kTakesUnknown | kPackOnly;

constexpr Function kFunctions[] = {
    {"arn_part", "text, text -> text", kTraits, name_part, "a field of a resource name separated by colons"},
    {"glob", "text, text -> bool", kTraits, glob, "does a pattern with `*` and `?` match a text?"},
    {"glob_any", "list(text), text -> bool", kTraits, glob_any, "does one of several patterns match a text?"},
    {"same_ignoring_case", "text, text -> bool", kTraits, same_ignoring_case, "are texts equal but for letter case?"},
};

}  // namespace

std::span<const Function> name_functions() { return kFunctions; }

}  // namespace holdfast

#include "expression/characters.h"
#include "expression/collection.h"
#include "expression/convert.h"
#include "expression/function_themes.h"
#include "expression/known_text.h"
#include "expression/unknowns.h"
#include "text/diagnostic.h"
#include "text/unicode.h"
#include "value/number.h"

#include <algorithm>
#include <string>

namespace holdfast {

namespace {

Value from_truth(Call& call, Truth truth) {
  return truth == Truth::unknown ? call.unknown(boolean_type()) : Value::boolean(truth == Truth::yes);
}

Value startswith(Call& call) {
  if (!call[1].is_text()) return call.unknown();
  return from_truth(call, starts_with(call[0], call.text(1)));
}

Value endswith(Call& call) {
  if (!call[1].is_text()) return call.unknown();
  return from_truth(call, ends_with(call[0], call.text(1)));
}

Value strcontains(Call& call) {
  if (!call[1].is_text()) return call.unknown();
  return from_truth(call, holds_text(call[0], call.text(1)));
}

std::string mapped(std::string_view text, char32_t (*map)(char32_t)) {
  std::string result;
  result.reserve(text.size());
  while (!text.empty()) append_utf8(result, map(take_character(text)));
  return result;
}

/// Applies to the known parts; what is unknown stays unknown, but is another text.
Value map_characters(Call& call, char32_t (*map)(char32_t)) {
  if (call[0].is_text()) return call.text_value(mapped(call.text(0), map));
  Value storage;
  std::vector<Value> parts;
  for (const Value& part : text_parts(call[0], storage)) {
    parts.push_back(part.is_text() ? call.text_value(mapped(part.as_text(), map))
                                   : unknown_result(call.evaluation, {part}, text_type()));
  }
  return concatenate(parts, call.evaluation);
}

Value lower(Call& call) { return map_characters(call, to_lower); }
Value upper(Call& call) { return map_characters(call, to_upper); }

Value title(Call& call) {
  std::string result;
  bool at_start = true;
  for (std::string_view rest = call.text(0); !rest.empty();) {
    const char32_t c = take_character(rest);
    append_utf8(result, at_start ? to_upper(c) : c);
    at_start = !is_letter_or_digit(c) && c != '_';
  }
  return call.text_value(result);
}

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

Value chomp(Call& call) {
  std::string_view text = call.text(0);
  while (text.ends_with('\n') || text.ends_with('\r')) text.remove_suffix(1);
  return call.text_value(text);
}

Value trimspace(Call& call) {
  std::string_view text = call.text(0);
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return call.text_value(text);
}

Value trim(Call& call) {
  const std::string_view text = call.text(0);
  const std::vector<std::string_view> unwanted = characters(call.text(1));
  std::vector<std::string_view> kept = characters(text);
  const auto is_unwanted = [&](std::string_view c) {
    return std::find(unwanted.begin(), unwanted.end(), c) != unwanted.end();
  };
  while (!kept.empty() && is_unwanted(kept.back())) kept.pop_back();
  const auto first = std::find_if_not(kept.begin(), kept.end(), is_unwanted);
  if (first == kept.end()) return call.text_value("");
  const char* const end = kept.back().data() + kept.back().size();
  return call.text_value({first->data(), static_cast<std::size_t>(end - first->data())});
}

/// The text without its first, or last, known part, which is replaced by a shorter one.
Value with_end_replaced(Call& call, std::string_view shorter, bool at_end) {
  if (call[0].is_text()) return call.text_value(shorter);
  const std::span<const Value> parts = call[0].as_unknown().parts;
  std::vector<Value> changed(parts.begin(), parts.end());
  (at_end ? changed.back() : changed.front()) = call.text_value(shorter);
  return concatenate(changed, call.evaluation);
}

Value trimprefix(Call& call) {
  if (!call[1].is_text()) return call.unknown();
  if (call.text(1).empty()) return call[0];
  const Truth present = starts_with(call[0], call.text(1));
  if (present == Truth::unknown) return call.unknown();
  if (present == Truth::no) return call[0];
  return with_end_replaced(call, known_prefix(call[0]).substr(call.text(1).size()), false);
}

Value trimsuffix(Call& call) {
  if (!call[1].is_text()) return call.unknown();
  if (call.text(1).empty()) return call[0];
  const Truth present = ends_with(call[0], call.text(1));
  if (present == Truth::unknown) return call.unknown();
  if (present == Truth::no) return call[0];
  const std::string_view known = known_suffix(call[0]);
  return with_end_replaced(call, known.substr(0, known.size() - call.text(1).size()), true);
}

Value strrev(Call& call) {
  std::string result;
  const std::vector<std::string_view> all = characters(call.text(0));
  for (auto c = all.rbegin(); c != all.rend(); ++c) result += *c;
  return call.text_value(result);
}

Value substr(Call& call) {
  if (!call[1].is_number() || !call[2].is_number()) return call.unknown();
  const auto offset = to_integer(call[1]);
  const auto length = to_integer(call[2]);
  if (!offset) return call.error(1, "a whole number is required");
  if (!length) return call.error(2, "a whole number is required");
  const std::vector<std::string_view> all = characters(known_prefix(call[0]));
  const auto size = static_cast<int64_t>(all.size());
  if (call[0].is_unknown() && (*offset < 0 || *length < 0 || *length > size || *offset > size - *length))
    return call.unknown();
  const int64_t begin = std::min(*offset < 0 ? std::max<int64_t>(size + *offset, 0) : *offset, size);
  const int64_t end = *length < 0 || *length > size - begin ? size : begin + *length;
  std::string result;
  for (int64_t i = begin; i < end; ++i) result += all[static_cast<std::size_t>(i)];
  return call.text_value(result);
}

Value indent(Call& call) {
  const auto width = to_integer(call[0]);
  if (!width || *width < 0 || *width > 1000) return call.error(0, "the width is a small whole number");
  std::string result;
  for (const char c : call.text(1)) {
    result += c;
    if (c == '\n') result.append(static_cast<std::size_t>(*width), ' ');
  }
  return call.text_value(result);
}

Value join(Call& call) {
  std::vector<Value> parts;
  bool is_first = true;
  for (std::size_t i = 1; i < call.count(); ++i) {
    const Value& list = call[i];
    if (list.is_unknown()) {
      if (!is_first) parts.push_back(call[0]);
      parts.push_back(unknown_result(call.evaluation, {list}, text_type()));
      is_first = false;
      continue;
    }
    for (const Value& item : list.items()) {
      if (item.is_null()) return call.error(i, "null cannot be joined to text");
      if (!is_first) parts.push_back(call[0]);
      parts.push_back(item);
      is_first = false;
    }
  }
  return concatenate(parts, call.evaluation);
}

Value split(Call& call) {
  if (!call[0].is_text()) return call.unknown();
  const std::string_view separator = call.text(0);
  if (separator.empty()) {
    if (!call[1].is_text()) return call.unknown();
    std::vector<Value> items;
    for (const std::string_view c : characters(call.text(1))) items.push_back(call.text_value(c));
    return list_of(call.arena(), items, text_type());
  }
  const Pieces pieces = split_text(call[1], separator, call.evaluation);
  if (pieces.complete) return list_of(call.arena(), pieces.items, text_type());
  const Value open = call.unknown();
  Unknown knowledge = open.as_unknown();
  knowledge.parts = call.arena().copy(pieces.items);
  knowledge.minimum = call.arena().make(Value::integer(static_cast<int64_t>(pieces.items.size()) + 1));
  return Value::unknown(call.arena(), knowledge);
}

Value nearest_of(Call& call) {
  std::vector<std::string_view> candidates;
  for (const Value& candidate : call[1].items()) {
    if (!candidate.is_text()) return call.unknown(text_type());
    candidates.push_back(candidate.as_text());
  }
  const std::string_view found = nearest(call.text(0), candidates);
  return found.empty() ? Value::null(text_type()) : call.text_value(found);
}

constexpr Function kFunctions[] = {
    {"chomp", "text -> text", 0, chomp, "a text without line ends at its end"},
    {"endswith", "text, text -> bool", kTakesUnknown, endswith, "does a text end with another?"},
    {"indent", "number, text -> text", 0, indent, "a text with all lines but the first moved to the right"},
    {"join", "text, list(text)... -> text", kTakesUnknown | kChooses, join, "texts with a separator between them"},
    {"lower", "text -> text", kTakesUnknown, lower, "a text in small letters"},
    {"nearest", "text, list(text) -> text", kPackOnly, nearest_of,
     "the text that a misspelt one is meant to be, or null"},
    {"split", "text, text -> list(text)", kTakesUnknown, split, "the pieces of a text between separators"},
    {"startswith", "text, text -> bool", kTakesUnknown, startswith, "does a text start with another?"},
    {"strcontains", "text, text -> bool", kTakesUnknown, strcontains, "does a text hold another?"},
    {"strrev", "text -> text", 0, strrev, "a text backwards"},
    {"substr", "text, number, number -> text", kTakesUnknown, substr, "a part of a text"},
    {"title", "text -> text", 0, title, "a text with every word starting with a capital"},
    {"trim", "text, text -> text", 0, trim, "a text without certain characters at its ends"},
    {"trimprefix", "text, text -> text", kTakesUnknown, trimprefix, "a text without a certain beginning"},
    {"trimspace", "text -> text", 0, trimspace, "a text without blanks at its ends"},
    {"trimsuffix", "text, text -> text", kTakesUnknown, trimsuffix, "a text without a certain end"},
    {"upper", "text -> text", kTakesUnknown, upper, "a text in capitals"},
};

}  // namespace

std::span<const Function> text_functions() { return kFunctions; }

}  // namespace holdfast

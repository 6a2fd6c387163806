#include "cloudformation/intrinsic.h"
#include "cloudformation/node_value.h"
#include "cloudformation/reference.h"

#include <algorithm>

namespace holdfast::cloudformation {
namespace {

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return text.substr(text.size());
  return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

struct Substitution {
  const Intrinsic& intrinsic;
  Place pattern;
  Place names;  // the second operand, where there is one
  Template& unit;
  std::vector<Value> parts = {};
  uint32_t searched_until = 0;  // offset in the source

  void add_text(std::string_view text) {
    if (!text.empty()) parts.push_back(Value::borrowed_text(unit.arena, text));
  }

  /// `hole` is what stands between `${` and `}`, `mention` the same with them.
  void add_hole(std::string_view hole, std::string_view mention) {
    const Span at = pattern.span_of(mention, searched_until);
    const bool is_found = at.end - at.begin == mention.size();
    if (is_found) searched_until = at.end;
    const std::string_view name = trimmed(hole);
    Span name_span = at;
    if (is_found) {
      name_span.begin += static_cast<uint32_t>(name.data() - mention.data());
      name_span.end = name_span.begin + static_cast<uint32_t>(name.size());
    }
    parts.push_back(value_of(name, at, name_span));
  }

  Value value_of(std::string_view name, Span at, Span name_span) {
    if (names.exists()) {
      if (const Place given = names.find(name); given.exists()) return unit.at(at, evaluate(given, unit));
    }
    const std::size_t dot = name.find('.');
    if (dot == std::string_view::npos) return read_name(name, at, name_span, pattern.loops, unit);
    if (name_span.end - name_span.begin == name.size()) name_span.end = name_span.begin + static_cast<uint32_t>(dot);
    return read_attribute_of(name.substr(0, dot), name.substr(dot + 1), at, name_span, unit);
  }
};

}  // namespace

Value substitute(const Intrinsic& intrinsic, Template& unit) {
  Place pattern = intrinsic.argument;
  Place names;
  if (const std::vector<Place> given = operands(intrinsic, 1, 2); !given.empty()) {
    pattern = given[0];
    if (given.size() == 2) names = given[1];
  }
  if (intrinsic_at(pattern)) {
    // Only a transform can make the pattern, and its result is not seen here.
    const Value made = evaluate(pattern, unit);
    if (made.is_unknown()) return unit.at(intrinsic.span, made);
  }
  if (!pattern.is_scalar() || (names.exists() && !names.is_mapping())) {
    return malformed(intrinsic, "a text, or a text and a mapping of names to values", unit);
  }
  Substitution substitution{intrinsic, pattern, names, unit};
  std::string_view rest = pattern.text(unit.arena);
  while (!rest.empty()) {
    const std::size_t open = rest.find("${");
    const std::size_t close = open == std::string_view::npos ? open : rest.find('}', open);
    substitution.add_text(rest.substr(0, close == std::string_view::npos ? close : open));
    if (close == std::string_view::npos) break;
    const std::string_view mention = rest.substr(open, close + 1 - open);
    const std::string_view hole = mention.substr(2, mention.size() - 3);
    if (trimmed(hole).starts_with('!')) {
      substitution.add_text("${");
      substitution.add_text(mention.substr(mention.find('!') + 1));
    } else {
      substitution.add_hole(hole, mention);
    }
    rest.remove_prefix(close + 1);
  }
  return unit.at(intrinsic.span, text_of(substitution.parts, unit));
}

}  // namespace holdfast::cloudformation

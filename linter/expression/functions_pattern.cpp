#include "expression/collection.h"
#include "expression/function_themes.h"
#include "expression/known_text.h"
#include "expression/unknowns.h"

#include <re2/re2.h>

#include <algorithm>
#include <cctype>
#include <map>
#include <memory>
#include <optional>
#include <string>

namespace holdfast {

namespace {

re2::StringPiece piece(std::string_view text) { return {text.data(), text.size()}; }
std::string_view view(const re2::StringPiece& text) { return {text.data() ? text.data() : "", text.size()}; }

/// A pattern and how its groups are called.
class Pattern {
 public:
  explicit Pattern(std::string_view text) {
    re2::RE2::Options options;
    options.set_log_errors(false);
    regex_ = std::make_unique<re2::RE2>(piece(text), options);
  }

  bool is_valid() const {
    return regex_->ok() && (!has_names() || regex_->NamedCapturingGroups().size() == group_count());
  }
  std::string problem() const {
    if (regex_->ok()) return "some groups of the pattern have names and some have none";
    return "the pattern cannot be used: " + regex_->error();
  }
  bool has_names() const { return !regex_->NamedCapturingGroups().empty(); }
  std::size_t group_count() const { return static_cast<std::size_t>(regex_->NumberOfCapturingGroups()); }

  /// Whole match first, then the groups.
  bool match(std::string_view text, std::size_t from, std::vector<re2::StringPiece>& found) const {
    found.resize(group_count() + 1);
    return regex_->Match(piece(text), from, text.size(), re2::RE2::UNANCHORED, found.data(),
                         static_cast<int>(found.size()));
  }

  /// Groups with names give an object, groups without a tuple, no groups the whole match.
  Value result(const std::vector<re2::StringPiece>& found, Arena& arena) const {
    const auto group = [&](std::size_t i) {
      return found[i].data() ? Value::text(arena, view(found[i])) : Value::null(text_type());
    };
    if (has_names()) {
      std::vector<Value::Entry> entries;
      for (const auto& [name, number] : regex_->NamedCapturingGroups()) {
        entries.push_back({arena.copy(name), group(static_cast<std::size_t>(number))});
      }
      return mapping_of(arena, ValueKind::object, std::move(entries));
    }
    if (group_count() == 0) return group(0);
    std::vector<Value> groups;
    for (std::size_t i = 1; i <= group_count(); ++i) groups.push_back(group(i));
    return tuple_of(arena, groups);
  }

  const Type* result_type(Arena& arena) const {
    if (has_names()) {
      std::vector<TypeAttribute> attributes;
      for (const auto& [name, number] : regex_->NamedCapturingGroups()) {
        attributes.push_back({.name = arena.copy(name), .type = text_type()});
      }
      return arena.make(Type{.kind = TypeKind::object, .attributes = arena.copy(attributes)});
    }
    if (group_count() == 0) return text_type();
    const std::vector<const Type*> elements(group_count(), text_type());
    return arena.make(Type{.kind = TypeKind::tuple, .elements = arena.copy(elements)});
  }

  const std::map<std::string, int>& names() const { return regex_->NamedCapturingGroups(); }

 private:
  std::unique_ptr<re2::RE2> regex_;
};

Value regex(Call& call) {
  if (!call[0].is_text()) return call.unknown(nullptr, false);
  const Pattern pattern(call.text(0));
  if (!pattern.is_valid()) return call.error(0, pattern.problem());
  if (!call[1].is_text()) return call.unknown(pattern.result_type(call.arena()));
  std::vector<re2::StringPiece> found;
  if (pattern.match(call.text(1), 0, found)) return pattern.result(found, call.arena());
  return call.error(1, "the text does not match the pattern");
}

/// Calls `visit` with every match, except an empty one where another ends; empty matches move on by one character.
template <class Visit>
void for_each_match(const Pattern& pattern, std::string_view text, Visit&& visit) {
  std::vector<re2::StringPiece> found;
  std::optional<const char*> last_end;  // an empty text may lie nowhere
  for (std::size_t from = 0; from <= text.size() && pattern.match(text, from, found);) {
    if (!found[0].empty() || found[0].data() != last_end) visit(found);
    last_end = found[0].data() + found[0].size();
    const auto end = static_cast<std::size_t>(found[0].data() - text.data()) + found[0].size();
    from = found[0].empty() ? end + 1 : end;
  }
}

Value regexall(Call& call) {
  const Pattern pattern(call.text(0));
  if (!pattern.is_valid()) return call.error(0, pattern.problem());
  std::vector<Value> results;
  for_each_match(pattern, call.text(1),
                 [&](const auto& found) { results.push_back(pattern.result(found, call.arena())); });
  return list_of(call.arena(), results, pattern.result_type(call.arena()));
}

/// `$1`, `${name}` and `$$` in a replacement.
std::string expand_groups(std::string_view replacement, const Pattern& pattern,
                          const std::vector<re2::StringPiece>& found) {
  std::string result;
  for (std::size_t i = 0; i < replacement.size(); ++i) {
    if (replacement[i] != '$' || i + 1 == replacement.size()) {
      result += replacement[i];
      continue;
    }
    if (replacement[i + 1] == '$') {
      result += '$';
      ++i;
      continue;
    }
    const bool braced = replacement[i + 1] == '{';
    std::size_t end = i + (braced ? 2 : 1);
    const std::size_t begin = end;
    const auto is_word = [](char c) { return c == '_' || std::isalnum(static_cast<unsigned char>(c)); };
    while (end < replacement.size() && is_word(replacement[end])) ++end;
    const std::string name(replacement.substr(begin, end - begin));
    if (name.empty() || (braced && (end == replacement.size() || replacement[end] != '}'))) {
      result += '$';
      continue;
    }
    const bool is_number =
        name.size() < 4 && std::all_of(name.begin(), name.end(), [](char c) { return c >= '0' && c <= '9'; });
    const auto named = pattern.names().find(name);
    const std::size_t group = is_number                        ? static_cast<std::size_t>(std::stoi(name))
                              : named != pattern.names().end() ? static_cast<std::size_t>(named->second)
                                                               : found.size();
    if (group < found.size()) result += view(found[group]);
    i = braced ? end : end - 1;
  }
  return result;
}

std::string replace_pattern(const Pattern& pattern, std::string_view text, std::string_view replacement) {
  std::string result;
  std::size_t done = 0;
  for_each_match(pattern, text, [&](const auto& found) {
    const auto begin = static_cast<std::size_t>(found[0].data() - text.data());
    result += text.substr(done, begin - done);
    result += expand_groups(replacement, pattern, found);
    done = begin + found[0].size();
  });
  return result.append(text.substr(done));
}

std::string replace_text(std::string_view text, std::string_view wanted, std::string_view replacement) {
  std::string result;
  std::size_t done = 0;
  for (std::size_t at = text.find(wanted); at != std::string_view::npos && at < text.size();
       at = text.find(wanted, done)) {
    result += text.substr(done, at - done);
    result += replacement;
    done = at + wanted.size();
    if (wanted.empty()) result += text[done++];
  }
  result += text.substr(std::min(done, text.size()));
  if (wanted.empty()) result += replacement;
  return result;
}

/// Of a partly known text, the beginning that no later character can change keeps its replacement.
Value replace_in_prefix(Call& call) {
  const std::string_view prefix = known_prefix(call[0]);
  const std::string_view wanted = call.text(1);
  if (wanted.empty() || prefix.size() < wanted.size()) return call.unknown();
  const std::string replaced = replace_text(prefix.substr(0, prefix.size() - wanted.size() + 1), wanted, call.text(2));
  const Value parts[] = {call.text_value(replaced), call.unknown(text_type())};
  return concatenate(parts, call.evaluation);
}

Value replace(Call& call) {
  if (!call[1].is_text() || !call[2].is_text()) return call.unknown();
  const std::string_view wanted = call.text(1);
  const bool is_pattern = wanted.size() > 1 && wanted.front() == '/' && wanted.back() == '/';
  if (!is_pattern) {
    if (!call[0].is_text()) return replace_in_prefix(call);
    return call.text_value(replace_text(call.text(0), wanted, call.text(2)));
  }
  const Pattern pattern(wanted.substr(1, wanted.size() - 2));
  if (!pattern.is_valid()) return call.error(1, pattern.problem());
  if (!call[0].is_text()) return call.unknown();
  return call.text_value(replace_pattern(pattern, call.text(0), call.text(2)));
}

constexpr Function kFunctions[] = {
    {"regex", "text, text -> any", kTakesUnknown, regex, "what a pattern finds first in a text"},
    {"regexall", "text, text -> list(any)", 0, regexall, "everything that a pattern finds in a text"},
    {"replace", "text, text, text -> text", kTakesUnknown, replace, "a text with others in the place of some"},
};

}  // namespace

std::span<const Function> pattern_functions() { return kFunctions; }

}  // namespace holdfast

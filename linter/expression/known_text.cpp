#include "expression/known_text.h"

#include "expression/collection.h"
#include "expression/unknowns.h"

#include <algorithm>
#include <cassert>

namespace holdfast {

namespace {

/// A stretch of a text: known characters, or an unknown part.
struct Stretch {
  std::string_view text;
  const Value* unknown = nullptr;
};

std::vector<Stretch> stretches(std::span<const Value> parts) {
  std::vector<Stretch> result;
  result.reserve(parts.size());
  for (const Value& part : parts) {
    if (part.is_text()) {
      if (!part.as_text().empty()) result.push_back({part.as_text()});
    } else {
      result.push_back({{}, &part});
    }
  }
  return result;
}

/// Takes what is equal off the front, or off the back of both reversed. False: they differ.
bool strip_equal(std::vector<Stretch>& a, std::vector<Stretch>& b, bool from_end) {
  while (!a.empty() && !b.empty()) {
    Stretch& left = from_end ? a.back() : a.front();
    Stretch& right = from_end ? b.back() : b.front();
    std::size_t shared = 0;
    if (!left.unknown && !right.unknown) {
      shared = std::min(left.text.size(), right.text.size());
      const auto cut = [&](std::string_view text) {
        return from_end ? text.substr(text.size() - shared) : text.substr(0, shared);
      };
      if (cut(left.text) != cut(right.text)) return false;
    } else if (!left.unknown || !right.unknown || !same_unknown(*left.unknown, *right.unknown)) {
      return true;
    }
    for (std::vector<Stretch>* side : {&a, &b}) {
      Stretch& stretch = from_end ? side->back() : side->front();
      if (from_end) stretch.text.remove_suffix(shared);
      if (!from_end) stretch.text.remove_prefix(shared);
      if (!stretch.text.empty()) continue;
      from_end ? side->pop_back() : void(side->erase(side->begin()));
    }
  }
  return true;
}

bool holds_known_text(const std::vector<Stretch>& stretches) {
  return std::any_of(stretches.begin(), stretches.end(), [](const Stretch& s) { return !s.unknown; });
}

/// Positions in a pattern that can be reached while a text is read.
class GlobStates {
 public:
  GlobStates(std::string_view pattern, bool has_wildcards) : pattern_(pattern), has_wildcards_(has_wildcards) {
    reached_.resize(pattern.size() + 1);
    reached_[0] = true;
    skip_stars();
  }

  void read(std::string_view text) {
    for (const char c : text) {
      std::vector<char> next(reached_.size());
      // A continuation byte belongs to the character that `?` has already matched.
      const bool continues = (static_cast<unsigned char>(c) & 0xC0) == 0x80;
      for (std::size_t i = 0; i < pattern_.size(); ++i) {
        if (continues && reached_[i + 1] && is_question(i)) next[i + 1] = true;
        if (!reached_[i]) continue;
        if (is_star(i))
          next[i] = true;
        else if (is_question(i) ? !continues : pattern_[i] == c)
          next[i + 1] = true;
      }
      reached_ = std::move(next);
      skip_stars();
    }
  }

  /// Some text, any text at all, has been read.
  void read_anything() {
    const auto first = std::find(reached_.begin(), reached_.end(), true);
    std::fill(first, reached_.end(), true);
  }

  /// Text has been read of which only a star may be certain to match it.
  void read_opaque() {
    for (std::size_t i = 0; i < reached_.size(); ++i) reached_[i] = reached_[i] && is_star(i);
    skip_stars();
  }

  bool accepts() const { return reached_.back(); }

 private:
  bool is_star(std::size_t i) const { return has_wildcards_ && i < pattern_.size() && pattern_[i] == '*'; }
  bool is_question(std::size_t i) const { return has_wildcards_ && pattern_[i] == '?'; }
  void skip_stars() {
    for (std::size_t i = 0; i < pattern_.size(); ++i) {
      if (reached_[i] && is_star(i)) reached_[i + 1] = true;
    }
  }

  std::string_view pattern_;
  bool has_wildcards_;
  std::vector<char> reached_;
};

bool may_match(std::string_view pattern, std::span<const Stretch> text, bool has_wildcards) {
  GlobStates states(pattern, has_wildcards);
  for (const Stretch& stretch : text) stretch.unknown ? states.read_anything() : states.read(stretch.text);
  return states.accepts();
}

bool must_match(std::string_view pattern, std::span<const Stretch> text) {
  GlobStates states(pattern, true);
  for (const Stretch& stretch : text) stretch.unknown ? states.read_opaque() : states.read(stretch.text);
  return states.accepts();
}

}  // namespace

Value concatenate(std::span<const Value> parts, Evaluation& evaluation) {
  Arena& arena = evaluation.arena;
  std::vector<Value> pieces;
  std::string text;
  bool sensitive = false;
  const auto flush = [&] {
    if (!text.empty()) pieces.push_back(Value::text(arena, text));
    text.clear();
  };
  const auto add = [&](const Value& part) {
    if (text.size() > kTextSizeMax) return;
    if (const auto printed = print_scalar(part)) {
      text += *printed;
    } else {
      flush();
      pieces.push_back(part);
    }
  };
  for (const Value& part : parts) {
    sensitive = sensitive || part.is_sensitive();
    if (part.is_error()) return part;
    if (part.is_unknown() && !part.as_unknown().parts.empty()) {
      for (const Value& inner : part.as_unknown().parts) add(inner);
    } else {
      add(part);
    }
  }
  if (text.size() > kTextSizeMax) return unknown_value(arena, "the text is too long", {}, text_type());
  if (!spend(text.size() / 16, evaluation)) {
    return unknown_value(arena, "the evaluation takes too many steps", {}, text_type());
  }
  if (pieces.empty()) return Value::text(arena, text).as_sensitive(sensitive);
  flush();
  if (pieces.size() == 1 && pieces[0].as_unknown().type == text_type()) return pieces[0].as_sensitive(sensitive);
  Unknown knowledge{.type = text_type(), .not_null = true, .parts = arena.copy(pieces)};
  const auto open = std::find_if(pieces.begin(), pieces.end(), [](const Value& piece) { return !piece.is_text(); });
  return unknown_like(evaluation, *open, knowledge).as_sensitive(sensitive);
}

std::span<const Value> text_parts(const Value& text, Value& storage) {
  if (text.is_unknown() && !text.as_unknown().parts.empty()) return text.as_unknown().parts;
  storage = text;
  return {&storage, 1};
}

std::string_view known_prefix(const Value& text) {
  if (text.is_text()) return text.as_text();
  if (!text.is_unknown() || text.as_unknown().parts.empty()) return {};
  const Value& first = text.as_unknown().parts.front();
  return first.is_text() ? first.as_text() : std::string_view();
}

std::string_view known_suffix(const Value& text) {
  if (text.is_text()) return text.as_text();
  if (!text.is_unknown() || text.as_unknown().parts.empty()) return {};
  const Value& last = text.as_unknown().parts.back();
  return last.is_text() ? last.as_text() : std::string_view();
}

Truth starts_with(const Value& text, std::string_view prefix) {
  const std::string_view known = known_prefix(text);
  if (known.starts_with(prefix)) return Truth::yes;
  if (text.is_text() || !prefix.starts_with(known)) return Truth::no;
  return Truth::unknown;
}

Truth ends_with(const Value& text, std::string_view suffix) {
  const std::string_view known = known_suffix(text);
  if (known.ends_with(suffix)) return Truth::yes;
  if (text.is_text() || !suffix.ends_with(known)) return Truth::no;
  return Truth::unknown;
}

Truth holds_text(const Value& text, std::string_view wanted) {
  Value storage;
  for (const Value& part : text_parts(text, storage)) {
    if (part.is_text() && part.as_text().find(wanted) != std::string_view::npos) return Truth::yes;
  }
  return text.is_text() ? Truth::no : Truth::unknown;
}

Value equal_texts(const Value& a, const Value& b, Evaluation& evaluation) {
  Arena& arena = evaluation.arena;
  Value left_storage;
  Value right_storage;
  std::vector<Stretch> left = stretches(text_parts(a, left_storage));
  std::vector<Stretch> right = stretches(text_parts(b, right_storage));
  if (!strip_equal(left, right, false) || !strip_equal(left, right, true)) return Value::boolean(false);
  if (left.empty() && right.empty()) return Value::boolean(true);
  if (left.empty()) std::swap(left, right);
  if (right.empty() && holds_known_text(left)) return Value::boolean(false);
  if (left.size() == 1 && !left[0].unknown) std::swap(left, right);
  if (right.empty() || (right.size() == 1 && !right[0].unknown)) {
    const std::string_view known = right.empty() ? std::string_view() : right[0].text;
    if (!may_match(known, left, false)) return Value::boolean(false);
    const Variable* variable = left.size() == 1 ? left[0].unknown->as_unknown().variable : nullptr;
    if (variable) return Value::condition(arena, Condition::equals(arena, *variable, arena.copy(known)));
  }
  return unknown_result(evaluation, {a, b}, boolean_type());
}

Truth matches_glob(std::string_view pattern, const Value& text) {
  Value storage;
  const std::vector<Stretch> parts = stretches(text_parts(text, storage));
  if (!may_match(pattern, parts, true)) return Truth::no;
  return must_match(pattern, parts) ? Truth::yes : Truth::unknown;
}

Pieces split_text(const Value& text, std::string_view separator, Evaluation& evaluation) {
  assert(!separator.empty());
  Pieces pieces;
  Value storage;
  const std::span<const Value> parts = text_parts(text, storage);
  std::vector<Value> current;
  const auto end_piece = [&] {
    pieces.items.push_back(current.empty() ? Value::text(evaluation.arena, {}) : concatenate(current, evaluation));
    current.clear();
  };
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (!parts[i].is_text()) {
      const bool opens = i > 0 ? parts[i - 1].is_text() && parts[i - 1].as_text().ends_with(separator) : false;
      const bool closes =
          i + 1 < parts.size() && parts[i + 1].is_text() && parts[i + 1].as_text().starts_with(separator);
      if (!opens || !closes) {
        pieces.complete = false;
        return pieces;
      }
      current.push_back(parts[i]);
      continue;
    }
    std::string_view rest = parts[i].as_text();
    for (std::size_t at = rest.find(separator); at != std::string_view::npos; at = rest.find(separator)) {
      current.push_back(Value::text(evaluation.arena, rest.substr(0, at)));
      end_piece();
      rest.remove_prefix(at + separator.size());
    }
    if (!rest.empty()) current.push_back(Value::text(evaluation.arena, rest));
  }
  end_piece();
  return pieces;
}

}  // namespace holdfast

#include "expression/document_value.h"

#include "expression/collection.h"
#include "expression/convert.h"
#include "expression/document_places.h"
#include "expression/known_text.h"
#include "value/number.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <vector>

namespace holdfast {

namespace {

// Stand for unknown parts while the text around them is read.
constexpr char kMarkBegin = '\x0E';
constexpr char kMarkEnd = '\x0F';

bool is_one_of(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), text) != words.end();
}

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

class DocumentReader {
 public:
  DocumentReader(const Document& document, std::span<const Value> unknowns, Span at, Evaluation& evaluation)
      : document_(document), unknowns_(unknowns), at_(at), evaluation_(evaluation) {}

  Value read(DocumentNodeId id) {
    const DocumentNode& node = document_.node(id);
    const std::string_view tag = document_.tag(id);
    if (!document_.is_json && !tag.empty() && !is_one_of(tag, {"!str", "tag:yaml.org,2002:str"})) {
      return error("the tag `!" + std::string(tag) + "` cannot be read here");
    }
    switch (node.kind) {
      case DocumentKind::sequence: return sequence(id);
      case DocumentKind::mapping: return mapping(id);
      case DocumentKind::scalar: break;
    }
    const std::string_view text = document_.text(id);
    if (node.style != ScalarStyle::plain || !tag.empty()) return marked_text(text);
    return document_.is_json ? json_scalar(text) : yaml_scalar(text);
  }

 private:
  Arena& arena() const { return evaluation_.arena; }
  Value error(std::string_view message) const { return error_value(arena(), at_, message); }

  Value sequence(DocumentNodeId id) {
    std::vector<Value> items;
    for (const DocumentNodeId child : document_.children_of(id)) {
      items.push_back(read(child));
      if (items.back().is_error()) return items.back();
    }
    return tuple_of(arena(), items);
  }

  Value mapping(DocumentNodeId id) {
    const auto children = document_.children_of(id);
    std::vector<Value::Entry> entries;
    for (std::size_t i = 0; i + 1 < children.size(); i += 2) {
      const Value key = read(children[i]);
      const Value value = read(children[i + 1]);
      if (value.is_error()) return value;
      if (key.is_unknown()) return key;
      const auto name = print_scalar(key);
      if (!name) return error("a key must be text");
      entries.push_back({arena().copy(*name), value});
    }
    return mapping_of(arena(), ValueKind::object, std::move(entries));
  }

  /// Text with the marks in it replaced by what they stand for.
  Value marked_text(std::string_view text) {
    if (unknowns_.empty() || text.find(kMarkBegin) == std::string_view::npos) return Value::text(arena(), text);
    std::vector<Value> parts;
    while (!text.empty()) {
      const std::size_t begin = std::min(text.find(kMarkBegin), text.size());
      if (begin > 0) parts.push_back(Value::text(arena(), text.substr(0, begin)));
      if (begin == text.size()) break;
      const std::size_t end = text.find(kMarkEnd, begin);
      // The author's own control character marks nothing.
      if (end == std::string_view::npos) {
        parts.push_back(Value::text(arena(), text.substr(begin)));
        break;
      }
      std::size_t position = unknowns_.size();
      std::from_chars(text.data() + begin + 1, text.data() + end, position);
      const bool is_mark = position < unknowns_.size();
      parts.push_back(is_mark ? unknowns_[position] : Value::text(arena(), text.substr(begin, end + 1 - begin)));
      text.remove_prefix(end + 1);
    }
    return parts.size() == 1 ? parts[0] : concatenate(parts, evaluation_);
  }

  Value number(std::string_view text) { return convert(Value::text(arena(), text), *number_type(), at_, evaluation_); }

  Value json_scalar(std::string_view text) {
    if (text == "null") return Value::null();
    if (text == "true" || text == "false") return Value::boolean(text == "true");
    return number(text);
  }

  Value yaml_scalar(std::string_view text) {
    if (is_one_of(text, {"", "~", "null", "Null", "NULL"})) return Value::null();
    if (is_one_of(text, {"true", "True", "TRUE", "yes", "Yes", "YES", "on", "On", "ON", "y", "Y"}))
      return Value::boolean(true);
    if (is_one_of(text, {"false", "False", "FALSE", "no", "No", "NO", "off", "Off", "OFF", "n", "N"})) {
      return Value::boolean(false);
    }
    if (is_one_of(text, {".inf", ".Inf", "+.inf", "-.inf"})) {
      return infinity(text.starts_with('-'));
    }
    if (text == ".nan" || text == ".NaN") return error("YAML's " + std::string(text) + " is no number here");
    if (text.starts_with("0x")) return number_of_base(text, 16);
    if (text.starts_with("0o")) return number_of_base(text, 8);
    if (is_number(text)) return number(text.starts_with('+') ? text.substr(1) : text);
    if (is_date(text)) return Value::text(arena(), std::string(text) + "T00:00:00Z");
    return marked_text(text);
  }

  Value number_of_base(std::string_view text, int base) {
    int64_t number = 0;
    const char* const end = text.data() + text.size();
    const auto [last, problem] = std::from_chars(text.data() + 2, end, number, base);
    return problem == std::errc() && last == end ? Value::integer(number) : marked_text(text);
  }

  static bool is_number(std::string_view text) {
    if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
    const std::size_t exponent = std::min(text.find_first_of("eE"), text.size());
    if (exponent < text.size()) {
      std::string_view power = text.substr(exponent + 1);
      if (power.starts_with('-') || power.starts_with('+')) power.remove_prefix(1);
      if (!all_digits(power)) return false;
    }
    const std::string_view mantissa = text.substr(0, exponent);
    const std::size_t point = std::min(mantissa.find('.'), mantissa.size());
    const std::string_view whole = mantissa.substr(0, point);
    const std::string_view fraction = mantissa.substr(std::min(point + 1, mantissa.size()));
    return (all_digits(whole) || all_digits(fraction)) && (whole.empty() || all_digits(whole)) &&
           (fraction.empty() || all_digits(fraction));
  }

  static bool is_date(std::string_view text) {
    return text.size() == 10 && text[4] == '-' && text[7] == '-' && all_digits(text.substr(0, 4)) &&
           all_digits(text.substr(5, 2)) && all_digits(text.substr(8));
  }

  const Document& document_;
  std::span<const Value> unknowns_;
  Span at_;
  Evaluation& evaluation_;
};

/// JSON text with a mark in the place of each unknown part, in quotes where it stands for a whole value.
std::string marked_json(const Value& text, std::vector<Value>& unknowns) {
  std::string json;
  bool in_quotes = false;
  Value storage;
  for (const Value& part : text_parts(text, storage)) {
    if (!part.is_text()) {
      const std::string mark = kMarkBegin + std::to_string(unknowns.size()) + kMarkEnd;
      json += in_quotes ? mark : '"' + mark + '"';
      unknowns.push_back(part);
      continue;
    }
    const std::string_view known = part.as_text();
    for (std::size_t i = 0; i < known.size(); ++i) {
      if (in_quotes && known[i] == '\\')
        ++i;
      else if (known[i] == '"')
        in_quotes = !in_quotes;
    }
    json += known;
  }
  return json;
}

}  // namespace

Value decode_json(const Value& text, Span at, Evaluation& evaluation) {
  std::vector<Value> unknowns;
  const std::string json = text.is_text() ? std::string(text.as_text()) : marked_json(text, unknowns);
  std::string escaped;
  for (const char c : json) {
    if (c == kMarkBegin)
      escaped += "\\u000e";
    else if (c == kMarkEnd)
      escaped += "\\u000f";
    else
      escaped += c;
  }
  Diagnostics diagnostics;
  const Document document = parse_json(kNoFile, escaped, diagnostics);
  if (document.has_errors || document.is_empty() || diagnostics.has_errors()) {
    return error_value(evaluation.arena, at, "the text is not JSON");
  }
  const Value decoded = DocumentReader(document, unknowns, at, evaluation).read(document.root);
  return with_document_places(decoded, text, evaluation);
}

Value decode_yaml(std::string_view text, Span at, Evaluation& evaluation) {
  Diagnostics diagnostics;
  const std::vector<Document> documents = parse_yaml(kNoFile, text, diagnostics);
  if (documents.empty()) return error_value(evaluation.arena, at, "the text holds no YAML document");
  if (documents.size() > 1) return error_value(evaluation.arena, at, "the text holds several YAML documents");
  if (documents[0].has_errors) return error_value(evaluation.arena, at, "the text is not YAML");
  if (documents[0].is_empty()) return error_value(evaluation.arena, at, "the text holds no YAML document");
  return DocumentReader(documents[0], {}, at, evaluation).read(documents[0].root);
}

}  // namespace holdfast

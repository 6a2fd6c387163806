#include "expression/evaluate.h"

#include "expression/json_text.h"
#include "value/entity.h"
#include "value/number.h"

#include <string>

namespace holdfast {

namespace {

/// Writes HCL until the length is used up.
class Describer {
 public:
  explicit Describer(std::size_t length_max) : length_max_(length_max) {}

  void add(const Value& value) {
    if (is_full()) return;
    switch (value.kind()) {
      case ValueKind::null:
      case ValueKind::absent: text_ += "null"; break;
      case ValueKind::boolean: text_ += value.as_boolean() ? "true" : "false"; break;
      case ValueKind::number: text_ += is_infinite(value) ? "infinity" : to_string_number(value); break;
      case ValueKind::text: append_quoted(value.as_text()); break;
      case ValueKind::list:
      case ValueKind::set:
      case ValueKind::tuple: add_items(value); break;
      case ValueKind::map:
      case ValueKind::object: add_entries(value); break;
      case ValueKind::unknown: add_unknown(value.as_unknown()); break;
      case ValueKind::entity: text_ += value.as_entity().label(); break;
      case ValueKind::choice:
        add(value.as_choice().then);
        text_ += " or ";
        add(value.as_choice().otherwise);
        break;
    }
  }

  std::string result() {
    if (!is_full()) return std::move(text_);
    text_.resize(length_max_ > 3 ? length_max_ - 3 : 0);
    // Not in the middle of a character.
    while (!text_.empty() && (static_cast<unsigned char>(text_.back()) & 0xC0) == 0x80) text_.pop_back();
    if (!text_.empty() && static_cast<unsigned char>(text_.back()) >= 0xC0) text_.pop_back();
    return text_ + "...";
  }

 private:
  bool is_full() const { return text_.size() > length_max_; }

  void append_quoted(std::string_view text) {
    text_ += '"';
    append_escaped(text);
    text_ += '"';
  }
  void append_escaped(std::string_view text) {
    for (const char c : text.substr(0, length_max_ + 1)) {
      if (c == '"' || c == '\\') text_ += '\\';
      if (c == '\n')
        text_ += "\\n";
      else if (c == '\t')
        text_ += "\\t";
      else
        text_ += c;
    }
  }

  void add_items(const Value& value) {
    const char* separator = "[";
    for (const Value& item : value.items()) {
      text_ += separator;
      add(item);
      separator = ", ";
      if (is_full()) return;
    }
    text_ += value.items().empty() ? "[]" : "]";
  }

  void add_entries(const Value& value) {
    const char* separator = "{ ";
    for (const Value::Entry& entry : value.entries()) {
      text_ += separator;
      text_ += entry.key;
      text_ += " = ";
      add(entry.value);
      separator = ", ";
      if (is_full()) return;
    }
    text_ += value.entries().empty() ? "{}" : " }";
  }

  static std::string_view name_of(const Unknown& unknown) {
    if (!unknown.input.empty()) return unknown.input;
    if (unknown.variable) return unknown.variable->name;
    return unknown.identity.attribute.empty() ? "unknown" : unknown.identity.attribute;
  }

  void add_unknown(const Unknown& unknown) {
    if (unknown.is_error) {
      text_ += "error: ";
      text_ += unknown.reason;
      return;
    }
    if (unknown.parts.empty() || (unknown.type && unknown.type->kind == TypeKind::list)) {
      text_ += "${";
      text_ += name_of(unknown);
      text_ += '}';
      return;
    }
    text_ += '"';
    for (const Value& part : unknown.parts) {
      if (part.is_text())
        append_escaped(part.as_text());
      else if (part.is_unknown())
        add_unknown(part.as_unknown());
    }
    text_ += '"';
  }

  std::string text_;
  std::size_t length_max_;
};

}  // namespace

std::string describe(const Value& value, Arena&, std::size_t length_max) {
  Describer describer(length_max);
  describer.add(value);
  return describer.result();
}

}  // namespace holdfast

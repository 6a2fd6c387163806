#include "expression/document_places.h"
#include "expression/document_value.h"
#include "expression/function_themes.h"
#include "expression/json_text.h"
#include "expression/known_text.h"
#include "expression/unknowns.h"
#include "expression/worlds.h"

#include <string>

namespace holdfast {

namespace {

/// Writes JSON with unknowns in it as parts of a text. Texts that are unknown stand between quotes, as themselves.
class JsonWriter {
 public:
  explicit JsonWriter(Call& call) : call_(call) {}

  void add(const Value& value) {
    if (value.is_wholly_known()) {
      text_ += to_json(value);
      return;
    }
    const char* separator = "";
    if (value.is_unknown()) {
      add_unknown(value);
    } else if (value.is_sequence()) {
      text_ += '[';
      for (const Value& item : value.items()) {
        text_ += separator;
        add(item);
        separator = ",";
      }
      text_ += ']';
    } else {
      text_ += '{';
      for (const Value::Entry& entry : value.entries()) {
        text_ += separator;
        append_json_text(text_, entry.key);
        text_ += ':';
        add(entry.value);
        separator = ",";
      }
      text_ += '}';
    }
  }

  Value result() {
    flush();
    return concatenate(parts_, call_.evaluation);
  }

 private:
  void add_unknown(const Value& value) {
    const Unknown& unknown = value.as_unknown();
    const bool is_text = unknown.type && unknown.type->kind == TypeKind::text;
    if (!is_text || (!unknown.not_null && !unknown.identity.exists())) {
      flush();
      parts_.push_back(value);
      return;
    }
    text_ += '"';
    Value storage;
    for (const Value& part : text_parts(value, storage)) {
      if (part.is_text()) {
        std::string quoted;
        append_json_text(quoted, part.as_text());
        text_ += std::string_view(quoted).substr(1, quoted.size() - 2);
      } else {
        flush();
        parts_.push_back(part);
      }
    }
    text_ += '"';
  }

  void flush() {
    if (!text_.empty()) parts_.push_back(call_.text_value(text_));
    text_.clear();
  }

  Call& call_;
  std::string text_;
  std::vector<Value> parts_;
};

Value jsonencode(Call& call) {
  if (call[0].is_unknown()) return call.unknown();
  JsonWriter writer(call);
  writer.add(call[0]);
  const Value text = writer.result();
  remember_encoded(text, call[0], call.arena());
  return text;
}

Value jsondecode(Call& call) {
  if (call[0].is_unknown() && call[0].as_unknown().parts.empty()) return call.unknown(nullptr, false);
  return decode_json(call[0], call.span(0), call.evaluation);
}

constexpr Function kFunctions[] = {
    {"jsondecode", "text -> any", kTakesUnknown, jsondecode, "the value that JSON stands for"},
    {"jsonencode", "any -> text", kTakesNull | kTakesUnknown, jsonencode, "a value as JSON"},
};

}  // namespace

std::span<const Function> json_functions() { return kFunctions; }

}  // namespace holdfast

#include "expression/json_text.h"

#include "value/entity.h"
#include "value/number.h"

#include <cstdio>

namespace holdfast {

void append_json_text(std::string& json, std::string_view text) {
  json += '"';
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    switch (c) {
      case '"': json += "\\\""; continue;
      case '\\': json += "\\\\"; continue;
      case '\n': json += "\\n"; continue;
      case '\r': json += "\\r"; continue;
      case '\t': json += "\\t"; continue;
      default: break;
    }
    if (static_cast<unsigned char>(c) < 0x20 || c == '<' || c == '>' || c == '&') {
      char escape[8];
      std::snprintf(escape, sizeof escape, "\\u%04x", static_cast<unsigned>(c));
      json += escape;
    } else if (text.substr(i, 3) == "\u2028" || text.substr(i, 3) == "\u2029") {
      json += text[i + 2] == '\xA8' ? "\\u2028" : "\\u2029";
      i += 2;
    } else {
      json += c;
    }
  }
  json += '"';
}

namespace {

void append(std::string& json, const Value& value) {
  const char* separator = "";
  switch (value.kind()) {
    case ValueKind::boolean: json += value.as_boolean() ? "true" : "false"; break;
    case ValueKind::number: json += to_string_number(value); break;
    case ValueKind::text: append_json_text(json, value.as_text()); break;
    case ValueKind::list:
    case ValueKind::set:
    case ValueKind::tuple:
      json += '[';
      for (const Value& item : value.items()) {
        json += separator;
        append(json, item);
        separator = ",";
      }
      json += ']';
      break;
    case ValueKind::map:
    case ValueKind::object:
      json += '{';
      for (const Value::Entry& entry : value.entries()) {
        if (entry.value.is_absent()) continue;
        json += separator;
        append_json_text(json, entry.key);
        json += ':';
        append(json, entry.value);
        separator = ",";
      }
      json += '}';
      break;
    case ValueKind::entity: append_json_text(json, value.as_entity().label()); break;
    default: json += "null"; break;
  }
}

}  // namespace

std::string to_json(const Value& value) {
  std::string json;
  append(json, value);
  return json;
}

}  // namespace holdfast

#include "notation.h"

#include "value/number.h"

namespace holdfast {

namespace {

std::string quoted(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') result += '\\';
    if (c == '\n')
      result += "\\n";
    else if (c == '\t')
      result += "\\t";
    else
      result += c;
  }
  return result + '"';
}

std::string type_name(const Type* type) { return type ? to_string(*type) : "any"; }

std::string of_unknown(const Unknown& unknown) {
  if (unknown.is_error) return "error";
  std::string result = "?" + type_name(unknown.type) + (unknown.not_null ? "!" : "");
  const bool is_list = unknown.type && unknown.type->kind != TypeKind::number;
  if (unknown.minimum) result += (is_list ? " len>=" : " >=") + notation(*unknown.minimum);
  if (unknown.maximum) result += (is_list ? " len<=" : " <=") + notation(*unknown.maximum);
  if (!unknown.parts.empty() && unknown.parts.front().is_text()) result += " prefix " + notation(unknown.parts.front());
  if (!unknown.parts.empty() && unknown.parts.back().is_text()) result += " suffix " + notation(unknown.parts.back());
  return result;
}

std::string of_items(const Value& value) {
  std::string result = value.kind() == ValueKind::list ? "list[" : value.kind() == ValueKind::set ? "set[" : "[";
  const char* separator = "";
  for (const Value& item : value.items()) {
    result += separator + notation(item);
    separator = ", ";
  }
  return result + "]";
}

std::string of_entries(const Value& value) {
  std::string result = value.kind() == ValueKind::map ? "map{" : "{";
  const char* separator = "";
  for (const Value::Entry& entry : value.entries()) {
    result += separator + quoted(entry.key) + ":" + notation(entry.value);
    separator = ", ";
  }
  return result + "}";
}

std::string plain(const Value& value) {
  switch (value.kind()) {
    case ValueKind::null: return "null:" + type_name(value.null_type());
    case ValueKind::absent: return "absent";
    case ValueKind::boolean: return value.as_boolean() ? "true" : "false";
    case ValueKind::number:
      if (is_infinite(value)) return compare_numbers(value, Value::integer(0)) > 0 ? "+Inf" : "-Inf";
      return to_string_number(value);
    case ValueKind::text: return quoted(value.as_text());
    case ValueKind::list:
    case ValueKind::set:
    case ValueKind::tuple: return of_items(value);
    case ValueKind::map:
    case ValueKind::object: return of_entries(value);
    case ValueKind::unknown: return of_unknown(value.as_unknown());
    case ValueKind::entity: return "entity";
    case ValueKind::choice:
      return "(" + notation(value.as_choice().then) + " | " + notation(value.as_choice().otherwise) + ")";
  }
  return "";
}

}  // namespace

std::string notation(const Value& value) { return plain(value) + (value.is_sensitive() ? " (sensitive)" : ""); }

}  // namespace holdfast

#include "expression/document_value.h"
#include "expression/function_themes.h"
#include "expression/json_text.h"

#include <algorithm>
#include <string>

namespace holdfast {

namespace {

bool is_block(const Value& value) {
  return (value.is_sequence() && !value.items().empty()) || (value.is_mapping() && !value.entries().empty());
}

/// A literal block; the mark tells which line ends at its end belong to it.
void append_lines(std::string& yaml, std::string_view text, const std::string& margin) {
  yaml += text.ends_with("\n\n") ? "|+\n" : text.ends_with('\n') ? "|\n" : "|-\n";
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    if (end > 0) yaml += margin;
    yaml.append(text.substr(0, end)) += '\n';
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

/// Block style; the first line of a nested block is put where the cursor stands.
void append_yaml(std::string& yaml, const Value& value, std::size_t indentation) {
  const std::string margin(indentation, ' ');
  bool is_first = true;
  if (value.is_sequence() && !value.items().empty()) {
    for (const Value& item : value.items()) {
      if (!is_first) yaml += margin;
      is_first = false;
      yaml += "- ";
      append_yaml(yaml, item, indentation + 2);
    }
  } else if (value.is_mapping() && !value.entries().empty()) {
    for (const Value::Entry& entry : value.entries()) {
      if (!is_first) yaml += margin;
      is_first = false;
      append_json_text(yaml, entry.key);
      yaml += ':';
      if (!is_block(entry.value)) {
        yaml += ' ';
        append_yaml(yaml, entry.value, indentation + 2);
        continue;
      }
      const std::size_t inner = indentation + (entry.value.is_mapping() ? 2 : 0);
      yaml += '\n' + std::string(inner, ' ');
      append_yaml(yaml, entry.value, inner);
    }
  } else if (value.is_text() && value.as_text().find('\n') != std::string_view::npos) {
    append_lines(yaml, value.as_text(), margin);
  } else {
    yaml += to_json(value) + '\n';
  }
}

/// A plain scalar alone is ended by a mark; lines alone are indented all the same.
Value yamlencode(Call& call) {
  std::string yaml;
  append_yaml(yaml, call[0], call[0].is_text() ? 2 : 0);
  if (call[0].is_null() || call[0].is_boolean() || call[0].is_number()) yaml += "...\n";
  return call.text_value(yaml);
}

Value yamldecode(Call& call) { return decode_yaml(call.text(0), call.span(0), call.evaluation); }

constexpr Function kFunctions[] = {
    {"yamldecode", "text -> any", 0, yamldecode, "the value that YAML stands for"},
    {"yamlencode", "any -> text", kTakesNull, yamlencode, "a value as YAML"},
};

}  // namespace

std::span<const Function> yaml_functions() { return kFunctions; }

}  // namespace holdfast

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
    std::string_view text = value.as_text();
    yaml += text.ends_with("\n\n") ? "|+" : text.ends_with('\n') ? "|" : "|-";
    if (text.ends_with('\n')) text.remove_suffix(1);
    for (std::size_t end = 0; end != std::string_view::npos; text.remove_prefix(std::min(end, text.size() - 1) + 1)) {
      end = text.find('\n');
      yaml += '\n';
      if (!text.substr(0, end).empty()) yaml += margin;
      yaml += text.substr(0, end);
      if (end == std::string_view::npos) break;
    }
    yaml += '\n';
  } else {
    yaml += to_json(value) + '\n';
  }
}

Value yamlencode(Call& call) {
  std::string yaml;
  append_yaml(yaml, call[0], 0);
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

#include "expression/collection.h"
#include "expression/convert.h"
#include "expression/function_themes.h"
#include "expression/unknowns.h"

#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace holdfast {

namespace {

/// The names of a file of values: it may mention none.
class Nothing final : public Entity {
 public:
  std::optional<Value> attribute(std::string_view /*name*/) override { return std::nullopt; }
  std::vector<std::string_view> attribute_names() const override { return {}; }
  std::string label() const override { return {}; }
};

Value decode_tfvars(Call& call) {
  Diagnostics diagnostics;
  const auto tree =
      std::make_shared<const hcl::Tree>(hcl::parse_file(kNoFile, call.arena().copy(call.text(0)), diagnostics));
  if (diagnostics.has_errors()) return call.error(0, diagnostics.all().front().message);
  call.evaluation.templates.push_back(tree);
  Nothing nothing;
  std::vector<Value::Entry> entries;
  for (const hcl::NodeId item : tree->children_of(tree->root)) {
    if (tree->node(item).kind != hcl::NodeKind::attribute) return call.error(0, "a file of values holds no blocks");
    const Value value = evaluate({tree.get(), tree->child(item, 0)}, Scope(nothing), call.evaluation);
    if (value.is_error()) return call.error(0, value.as_unknown().reason);
    entries.push_back({tree->text(item), value});
  }
  return mapping_of(call.arena(), ValueKind::object, std::move(entries));
}

std::string quoted(std::string_view text) {
  std::string result = "\"";
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool begins_template = (c == '$' || c == '%') && i + 1 < text.size() && text[i + 1] == '{';
    if (c == '\n') {
      result += "\\n";
    } else if (c == '\r') {
      result += "\\r";
    } else if (c == '\t') {
      result += "\\t";
    } else {
      if (c == '"' || c == '\\') result += '\\';
      if (begins_template) result += c;
      result += c;
    }
  }
  return result + '"';
}

std::string key_text(std::string_view name) {
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; };
  const auto is_inner = [&](char c) { return is_letter(c) || (c >= '0' && c <= '9') || c == '-'; };
  const bool is_name = !name.empty() && is_letter(name[0]) && std::ranges::all_of(name, is_inner);
  return is_name ? std::string(name) : quoted(name);
}

bool is_one_line(const Value& value) {
  if (value.is_sequence()) return std::ranges::all_of(value.items(), is_one_line);
  return !value.is_mapping() || value.entries().empty();
}

/// Writes values as the formatter of the language lays them out.
class ExpressionWriter {
 public:
  void add(const Value& value) {
    if (value.is_sequence()) {
      bracket('[');
      const char* separator = "";
      for (const Value& item : value.items()) {
        line_ += std::exchange(separator, ", ");
        add(item);
      }
      bracket(']');
    } else if (value.is_mapping()) {
      bracket('{');
      if (!value.entries().empty()) end_line();
      add_entries(value);
      bracket('}');
    } else if (value.is_text()) {
      line_ += quoted(value.as_text());
    } else {
      line_ += value.is_null() ? "null" : print_scalar(value).value_or("null");
    }
  }

  /// One entry a line; the equals signs of neighbours that take one line stand in a column.
  void add_entries(const Value& mapping) {
    const auto entries = mapping.entries();
    for (std::size_t begin = 0; begin < entries.size();) {
      std::size_t end = begin;
      std::size_t width = 0;
      while (end < entries.size() && is_one_line(entries[end].value)) {
        width = std::max(width, key_text(entries[end++].key).size());
      }
      if (end == begin) ++end;
      for (; begin < end; ++begin) {
        std::string name = key_text(entries[begin].key);
        name.resize(std::max(width, name.size()), ' ');
        line_ += name + " = ";
        add(entries[begin].value);
        end_line();
      }
    }
  }

  std::string text() {
    indent();
    return text_ + line_;
  }

 private:
  void bracket(char c) {
    line_ += c;
    open_ += c == '[' || c == '{' ? 1 : -1;
  }
  void end_line() {
    indent();
    text_ += line_ + '\n';
    line_.clear();
  }
  /// A line that opens brackets indents what follows once, however many they are, until all of them are closed.
  void indent() {
    if (open_ > 0) {
      text_.append(2 * opened_.size(), ' ');
      opened_.push_back(std::exchange(open_, 0));
      return;
    }
    int closed = -std::exchange(open_, 0);
    while (closed > 0 && !opened_.empty() && closed >= opened_.back()) {
      closed -= opened_.back();
      opened_.pop_back();
    }
    if (!opened_.empty()) opened_.back() -= closed;
    if (!line_.empty()) text_.append(2 * opened_.size(), ' ');
  }

  std::string text_;
  std::string line_;
  int open_ = 0;             // brackets of this line
  std::vector<int> opened_;  // of the lines that it stands in
};

Value encode_expr(Call& call) {
  ExpressionWriter writer;
  writer.add(with_attributes_read(call[0], call.evaluation));
  return call.text_value(writer.text());
}

Value encode_tfvars(Call& call) {
  const Value values = with_attributes_read(call[0], call.evaluation);
  if (!values.is_mapping()) return call.error(0, std::string(kind_name(values)) + " is no object");
  ExpressionWriter writer;
  writer.add_entries(values);
  return call.text_value(writer.text());
}

constexpr Function kFunctions[] = {
    {"provider::terraform::decode_tfvars", "text -> any", kForTerraformOnly, decode_tfvars,
     "the values of a file of variables"},
    {"provider::terraform::encode_expr", "any -> text", kForTerraformOnly, encode_expr,
     "a value as it would be written"},
    {"provider::terraform::encode_tfvars", "any -> text", kForTerraformOnly, encode_tfvars,
     "an object as a file of variables"},
};

}  // namespace

std::span<const Function> tfvars_functions() { return kFunctions; }

}  // namespace holdfast

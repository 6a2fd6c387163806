#include "expression/collection.h"
#include "expression/convert.h"
#include "expression/function_themes.h"
#include "expression/unknowns.h"

#include <algorithm>
#include <memory>
#include <string>
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

/// Writes values as the language would have them written. Not for mappings inside lists: how the reference indents
/// those follows no rule that can be told.
class ExpressionWriter {
 public:
  void add(const Value& value, std::size_t depth) {
    if (value.is_sequence()) {
      const char* separator = "";
      text_ += '[';
      for (const Value& item : value.items()) {
        is_plain_ = is_plain_ && !item.is_mapping();
        text_ += separator;
        add(item, depth);
        separator = ", ";
      }
      text_ += ']';
    } else if (value.is_mapping()) {
      text_ += value.entries().empty() ? "{" : "{\n";
      add_entries(value, depth + 1);
      if (!value.entries().empty()) text_ += std::string(2 * depth, ' ');
      text_ += '}';
    } else if (value.is_text()) {
      add_quoted(value.as_text());
    } else {
      text_ += value.is_null() ? "null" : print_scalar(value).value_or("null");
    }
  }

  /// One entry a line; the equals signs of neighbours that take one line stand in a column.
  void add_entries(const Value& mapping, std::size_t depth) {
    const auto entries = mapping.entries();
    for (std::size_t begin = 0; begin < entries.size();) {
      std::size_t end = begin;
      while (end < entries.size() && is_one_line(entries[end].value)) ++end;
      std::size_t width = 0;
      for (std::size_t i = begin; i < end; ++i) width = std::max(width, key(entries[i].key).size());
      if (end == begin) ++end;
      for (; begin < end; ++begin) {
        std::string name = key(entries[begin].key);
        name.resize(std::max(width, name.size()), ' ');
        text_ += std::string(2 * depth, ' ') + name + " = ";
        add(entries[begin].value, depth);
        text_ += '\n';
      }
    }
  }

  bool is_plain() const { return is_plain_; }
  const std::string& text() const { return text_; }

 private:
  static bool is_one_line(const Value& value) { return !value.is_mapping() || value.entries().empty(); }

  static std::string key(std::string_view name) {
    const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; };
    const auto is_inner = [&](char c) { return is_letter(c) || (c >= '0' && c <= '9') || c == '-'; };
    if (!name.empty() && is_letter(name[0]) && std::ranges::all_of(name, is_inner)) return std::string(name);
    ExpressionWriter quoted;
    quoted.add_quoted(name);
    return quoted.text_;
  }

  void add_quoted(std::string_view text) {
    text_ += '"';
    for (std::size_t i = 0; i < text.size(); ++i) {
      const char c = text[i];
      const bool begins_template = (c == '$' || c == '%') && i + 1 < text.size() && text[i + 1] == '{';
      if (c == '\n') {
        text_ += "\\n";
      } else if (c == '\r') {
        text_ += "\\r";
      } else if (c == '\t') {
        text_ += "\\t";
      } else {
        if (c == '"' || c == '\\') text_ += '\\';
        if (begins_template) text_ += c;
        text_ += c;
      }
    }
    text_ += '"';
  }

  bool is_plain_ = true;
  std::string text_;
};

Value encoded(Call& call, const ExpressionWriter& writer) {
  if (writer.is_plain()) return call.text_value(writer.text());
  return unknown_value(call.arena(), "how mappings in lists are laid out is not computed", {}, text_type());
}

Value encode_expr(Call& call) {
  ExpressionWriter writer;
  writer.add(with_attributes_read(call[0], call.evaluation), 0);
  return encoded(call, writer);
}

Value encode_tfvars(Call& call) {
  const Value values = with_attributes_read(call[0], call.evaluation);
  if (!values.is_mapping()) return call.error(0, std::string(kind_name(values)) + " is no object");
  ExpressionWriter writer;
  writer.add_entries(values, 0);
  return encoded(call, writer);
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

#include "cloudformation/supplied.h"

#include "cloudformation/cloudformation_diagnostics.h"

#include <string>

namespace holdfast::cloudformation {
namespace {

/// Lists are given as the text that the service takes: items with commas between them.
std::string_view value_text(const Place& value, Arena& arena) {
  if (value.is_scalar()) return value.text(arena);
  std::string joined;
  for (std::size_t i = 0; value.is_sequence() && i < value.item_count(); ++i) {
    if (i > 0) joined += ',';
    if (value.item(i).is_scalar()) joined += value.item(i).text(arena);
  }
  return arena.copy(std::string_view(joined));
}

void add(const Place& key, const Place& value, Template& unit, SuppliedValues& supplied) {
  const Value text = Value::borrowed_text(unit.arena, value_text(value, unit.arena));
  supplied.values[key.text(unit.arena)] = unit.at(value.span(), text);
}

void add_object(const Place& object, Template& unit, SuppliedValues& supplied) {
  for (std::size_t i = 0; i + 1 < object.item_count(); i += 2) {
    if (object.item(i).is_scalar()) add(object.item(i), object.item(i + 1), unit, supplied);
  }
}

void add_list(const Place& list, Template& unit, SuppliedValues& supplied) {
  for (std::size_t i = 0; i < list.item_count(); ++i) {
    const Place key = list.item(i).find("ParameterKey");
    const Place value = list.item(i).find("ParameterValue");
    if (key.exists() && key.is_scalar() && value.exists()) add(key, value, unit, supplied);
  }
}

void add_file(const std::string& path, Template& unit, SuppliedValues& supplied) {
  const Result<FileId> file = unit.workspace.load(path);
  if (!file) {
    unit.report(kUnreadableParameters, {}, {path, file.error().message});
    return;
  }
  unit.deployment.files.push_back(*file);
  for (Document& document : parse_documents(*file, unit.workspace.file(*file).text(), unit.deployment.diagnostics)) {
    if (document.is_empty()) continue;
    unit.session.documents.push_back(std::move(document));
    const Place root{&unit.session.documents.back(), unit.session.documents.back().root};
    if (root.is_sequence()) return add_list(root, unit, supplied);
    const Place parameters = root.find("Parameters");
    const bool is_wrapped = parameters.exists() && parameters.is_mapping();
    return add_object(is_wrapped ? parameters : root, unit, supplied);
  }
}

}  // namespace

SuppliedValues read_supplied(const Inputs& inputs, Template& unit) {
  SuppliedValues supplied;
  for (const std::string& path : inputs.parameter_files) add_file(path, unit, supplied);
  for (const auto* variables : {&inputs.offered, &inputs.variables}) {
    for (const auto& [name, text] : *variables) supplied.values[unit.arena.copy(name)] = Value::text(unit.arena, text);
  }
  return supplied;
}

}  // namespace holdfast::cloudformation

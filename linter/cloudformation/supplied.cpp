#include "cloudformation/supplied.h"

#include "cloudformation/cloudformation_diagnostics.h"

#include <string>

namespace holdfast::cloudformation {
namespace {

/// Files of pipelines and of deployments from a repository hold the parameters beside other things.
constexpr std::string_view kSections[] = {"Parameters", "parameters"};

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

/// `Name=Value`
void add_pair(const Place& pair, Template& unit, SuppliedValues& supplied) {
  const std::string_view text = pair.text(unit.arena);
  const std::size_t equals = text.find('=');
  if (equals == std::string_view::npos) return;
  const Value value = Value::borrowed_text(unit.arena, text.substr(equals + 1));
  supplied.values[text.substr(0, equals)] = unit.at(pair.span(), value);
}

void add_list(const Place& list, Template& unit, SuppliedValues& supplied) {
  for (std::size_t i = 0; i < list.item_count(); ++i) {
    const Place item = list.item(i);
    if (item.is_scalar()) add_pair(item, unit, supplied);
    const Place key = item.find("ParameterKey");
    if (!key.exists() || !key.is_scalar()) continue;
    const Place kept = item.find("UsePreviousValue");
    if (const Place value = item.find("ParameterValue"); value.exists()) {
      add(key, value, unit, supplied);
    } else if (kept.exists() && kept.is_scalar() && kept.text(unit.arena) == "true") {
      supplied.kept.insert(key.text(unit.arena));
    }
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
    for (const std::string_view section : kSections) {
      const Place parameters = root.find(section);
      if (parameters.exists() && parameters.is_mapping()) return add_object(parameters, unit, supplied);
    }
    return add_object(root, unit, supplied);
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

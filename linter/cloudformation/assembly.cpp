#include "cloudformation/assembly.h"

#include "expression/document_value.h"

#include <filesystem>

namespace holdfast {
namespace cloudformation {
namespace {

CloudFormationTemplates::Facts facts_in(const Value& stack) {
  CloudFormationTemplates::Facts facts;
  if (!stack.is_mapping()) return facts;
  for (const Value::Entry& fact : stack.entries()) {
    if (fact.value.is_text()) facts.emplace_back(fact.key, fact.value.as_text());
  }
  return facts;
}

}  // namespace

FactsByTemplate read_assembly(Workspace& workspace, const std::string& path, const FunctionTable& functions,
                              ComputedAttributes& knowledge) {
  FactsByTemplate facts;
  const Result<FileId> file = workspace.load(path);
  if (!file) return facts;
  Arena arena;
  Evaluation evaluation{.arena = arena, .functions = functions, .is_pack = true};
  const Value text = Value::borrowed_text(arena, workspace.file(*file).text());
  const Value stacks = knowledge.assembled_stacks(decode_json(text, {}, evaluation), arena);
  if (!stacks.is_mapping()) return facts;
  for (const Value::Entry& stack : stacks.entries()) facts[std::string(stack.key)] = facts_in(stack.value);
  return facts;
}

Inputs inputs_of(const std::string& template_path, const Inputs& given, Workspace& workspace,
                 const FunctionTable& functions, ComputedAttributes* knowledge, CloudFormationTemplates* run) {
  Inputs inputs = given;
  if (!run || !knowledge) return inputs;
  for (auto& fact : run->facts_of(workspace, template_path, functions, *knowledge)) {
    inputs.pins.push_back(std::move(fact));
  }
  return inputs;
}

}  // namespace cloudformation

CloudFormationTemplates::Facts CloudFormationTemplates::facts_of(Workspace& workspace, const std::string& template_path,
                                                                 const FunctionTable& functions,
                                                                 ComputedAttributes& knowledge) {
  if (knowledge.assembly_file().empty()) return {};
  const std::filesystem::path path(template_path);
  const std::string assembly_path = (path.parent_path() / knowledge.assembly_file()).generic_string();
  Assembly* assembly = nullptr;
  {
    const std::lock_guard lock(mutex_);
    assembly = &assemblies_[assembly_path];
  }
  std::call_once(assembly->once, [&] {
    assembly->facts = cloudformation::read_assembly(workspace, assembly_path, functions, knowledge);
  });
  const auto found = assembly->facts.find(path.filename().generic_string());
  return found == assembly->facts.end() ? Facts() : found->second;
}

}  // namespace holdfast

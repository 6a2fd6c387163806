#include "terraform/terraform.h"

#include "terraform/module.h"
#include "terraform/module_files.h"
#include "terraform/planned_root.h"
#include "terraform/statement.h"

#include <algorithm>
#include <unordered_map>

namespace holdfast {

namespace {

/// Source order: by file as read, by place in it, by order of the instances.
void sort_resources(Deployment& deployment) {
  std::unordered_map<FileId, std::size_t> order;
  for (const FileId file : deployment.files) order.try_emplace(file, order.size());
  std::ranges::stable_sort(deployment.resources, {}, [&](const std::unique_ptr<Resource>& resource) {
    return std::pair(order[resource->header_span.file], resource->header_span.begin);
  });
}

}  // namespace

std::shared_ptr<const terraform::ModuleSource> TerraformModules::read(Workspace& workspace,
                                                                      const std::string& directory) {
  Entry* entry = nullptr;
  {
    const std::lock_guard lock(mutex_);
    entry = &entries_[directory];
  }
  std::call_once(entry->once, [&] { entry->source = terraform::read_module(workspace, directory); });
  return entry->source;
}

std::unique_ptr<Deployment> load_terraform(Workspace& workspace, const std::string& directory, const Inputs& inputs,
                                           const FunctionTable& functions, ComputedAttributes* computed,
                                           TerraformModules* shared) {
  TerraformModules own;
  return terraform::load_root(workspace, directory, inputs, functions, computed, shared ? *shared : own, nullptr);
}

std::unique_ptr<Deployment> terraform::load_root(Workspace& workspace, const std::string& directory,
                                                 const Inputs& inputs, const FunctionTable& functions,
                                                 ComputedAttributes* computed, TerraformModules& modules,
                                                 std::shared_ptr<const PlannedRoot> plan) {
  auto deployment = std::make_unique<Deployment>();
  deployment->dialect = Dialect::terraform;
  deployment->path = terraform::join_path(directory, "");
  deployment->workspace = &workspace;
  const auto session =
      std::make_shared<terraform::Session>(workspace, modules, *deployment, inputs, functions, computed);
  session->plan = plan.get();
  const auto root = std::make_shared<terraform::Module>(*session, session->module(deployment->path), nullptr);
  deployment->keep_alive.push_back(std::const_pointer_cast<PlannedRoot>(plan));
  deployment->keep_alive.push_back(session);
  deployment->keep_alive.push_back(root);
  root->expand();
  for (auto& statement : terraform::statements_of(*session, *root)) {
    deployment->resources.push_back(std::move(statement));
  }
  sort_resources(*deployment);
  return deployment;
}

}  // namespace holdfast

#include "terraform/module_files.h"
#include "terraform/plan_destruction.h"
#include "terraform/plan_resource.h"
#include "terraform/planned_root.h"
#include "terraform/planned_state.h"
#include "terraform/terraform.h"

namespace holdfast {

namespace {

using terraform::Plan;

std::unique_ptr<Deployment> load_values(const SourceFile& source, std::unique_ptr<const Plan> plan,
                                        const Inputs& inputs, const FunctionTable& functions,
                                        ComputedAttributes* computed) {
  auto deployment = std::make_unique<Deployment>();
  deployment->dialect = Dialect::terraform;
  deployment->path = source.path();
  deployment->files = {source.id()};
  const auto session =
      std::make_shared<terraform::PlanSession>(std::move(plan), *deployment, inputs, functions, computed);
  deployment->keep_alive.push_back(session);
  for (const terraform::PlannedInstance& instance : session->plan->instances) {
    if (!instance.is_after()) continue;
    auto resource = std::make_unique<terraform::PlannedResource>(*session, instance);
    session->resources.emplace(&instance, resource.get());
    deployment->resources.push_back(std::move(resource));
  }
  terraform::add_destroyed(session->plan->instances, *deployment);
  terraform::add_states(*deployment, *session->plan);
  return deployment;
}

}  // namespace

TerraformPlan load_terraform_plan(Workspace& workspace, FileId file, const std::vector<std::string>& directories,
                                  const Inputs& inputs, const FunctionTable& functions, ComputedAttributes* computed,
                                  TerraformModules* shared) {
  const SourceFile& source = workspace.file(file);
  Diagnostics diagnostics;
  std::unique_ptr<const Plan> plan = terraform::read_plan(file, source.text(), diagnostics);
  if (!plan) return {};
  const std::string incomplete_because = plan->incomplete_because;

  TerraformModules own;
  TerraformModules& modules = shared ? *shared : own;
  TerraformPlan loaded;
  auto root = std::make_shared<terraform::PlannedRoot>(std::move(plan));
  for (const std::string& directory : directories) {
    const std::string path = terraform::join_path(directory, "");
    if (!root->is_made_of(*modules.read(workspace, path))) continue;
    loaded.sources = path;
    loaded.deployment = terraform::load_root(workspace, path, inputs, functions, computed, modules, root);
    loaded.deployment->files.push_back(file);
    terraform::add_destroyed(root->plan().instances, *loaded.deployment);
    terraform::add_states(*loaded.deployment, root->plan());
    break;
  }
  if (!loaded.deployment) loaded.deployment = load_values(source, root->release(), inputs, functions, computed);
  if (loaded.deployment->incomplete_because.empty()) loaded.deployment->incomplete_because = incomplete_because;
  loaded.deployment->diagnostics.append(diagnostics);
  return loaded;
}

}  // namespace holdfast

#include "terraform/plan_resource.h"
#include "terraform/terraform.h"

namespace holdfast {

std::unique_ptr<Deployment> load_terraform_plan(Workspace& workspace, FileId file, const Inputs& inputs,
                                                const FunctionTable& functions, ComputedAttributes* computed) {
  auto deployment = std::make_unique<Deployment>();
  const SourceFile& source = workspace.file(file);
  std::unique_ptr<const terraform::Plan> plan = terraform::read_plan(file, source.text(), deployment->diagnostics);
  if (!plan) return nullptr;
  deployment->dialect = Dialect::terraform;
  deployment->path = source.path();
  deployment->files = {file};
  deployment->incomplete_because = plan->incomplete_because;
  const auto session =
      std::make_shared<terraform::PlanSession>(std::move(plan), *deployment, inputs, functions, computed);
  deployment->keep_alive.push_back(session);
  for (const terraform::PlannedInstance& instance : session->plan->instances) {
    if (!instance.is_after()) continue;
    auto resource = std::make_unique<terraform::PlannedResource>(*session, instance);
    session->resources.emplace(&instance, resource.get());
    deployment->resources.push_back(std::move(resource));
  }
  return deployment;
}

}  // namespace holdfast

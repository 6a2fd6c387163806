// Compares what a root evaluates to with the plan that Terraform made of it, and with what the plan says without its
// sources: compare_plan DIRECTORY [PLAN [WORKSPACE]]
#include "expression/function.h"
#include "model/model.h"
#include "plan_comparison.h"
#include "rule/pack.h"
#include "terraform/terraform.h"

#include <fmt/format.h>

#include <cstdio>
#include <string>

int main(int argument_count, char** arguments) {
  using namespace holdfast;
  if (argument_count < 2) return 3;
  const std::string directory = arguments[1];
  Workspace workspace;
  const Result<FileId> id = workspace.load(argument_count > 2 ? arguments[2] : directory + "/plan.json");
  if (!id) return 2;
  Diagnostics diagnostics;
  const auto plan = terraform::read_plan(*id, workspace.file(*id).text(), diagnostics);
  if (!plan) return 2;
  Inputs inputs;
  if (argument_count > 3) inputs.workspace = arguments[3];
  const FunctionTable functions;
  Packs packs;
  load_embedded_packs(packs, workspace, embedded_packs(), diagnostics);
  packs.finish(diagnostics);
  Model model(packs.definitions(), functions, Value());
  const auto sources = load_terraform(workspace, directory, inputs, functions, &model);
  model.attach(*sources);
  for (const Diagnostic& diagnostic : sources->diagnostics.all()) {
    fmt::print("  {}: {}\n", diagnostic.kind->id, diagnostic.message);
  }
  const PlanComparison with_plan = compare_with_plan(*plan, *sources);
  for (const auto& [match, subject, detail] : with_plan.deviations) {
    fmt::print("  {} {}\n{}\n", match == terraform::Match::open ? "unknown" : "different", subject, detail);
  }
  fmt::print("{}: {}\n", directory, with_plan.text());
  Model model_alone(packs.definitions(), functions, Value());
  const TerraformPlan alone = load_terraform_plan(workspace, *id, {}, inputs, functions, &model_alone);
  model_alone.attach(*alone.deployment);
  const PlanComparison without = compare_without_sources(*plan, *sources, *alone.deployment);
  for (const auto& [match, subject, detail] : without.deviations) {
    if (match == terraform::Match::different) fmt::print("  differs without sources: {}\n", subject);
  }
  fmt::print("{} without sources: {}\n", directory, without.text());
  return with_plan.different == 0 ? 0 : 1;
}

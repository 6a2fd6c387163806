// Any bytes as a plan, judged by itself and in the place of a root.

#include "judging.h"

#include "terraform/terraform.h"

#include <cstdint>
#include <fstream>

using namespace holdfast;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static Harness harness;
  static const bool is_written = [] {
    std::ofstream(harness.directory + "/main.tf")
        << "variable \"days\" {}\n"
           "resource \"aws_backup_vault\" \"main\" {\n  count = var.days\n  name = \"v-${count.index}\"\n}\n";
    return true;
  }();
  if (!is_written) return 0;
  const std::string text(reinterpret_cast<const char*>(data), size);
  for (const std::vector<std::string>& roots : {std::vector<std::string>(), {harness.directory}}) {
    Workspace workspace;
    Model model(harness.packs.definitions(), harness.functions, harness.policy);
    const FileId file = workspace.add("plan.json", text);
    const TerraformPlan plan = load_terraform_plan(workspace, file, roots, {}, harness.functions, &model);
    if (plan.deployment) judge(harness, workspace, *plan.deployment, model);
  }
  return 0;
}

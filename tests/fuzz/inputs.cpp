// Any bytes as the files that people give beside their sources: the configuration, a baseline, values of variables and
// parameters.

#include "judging.h"

#include "cloudformation/cloudformation.h"
#include "report/baseline.h"
#include "settings/settings.h"
#include "terraform/terraform.h"

#include <cstdint>
#include <fstream>

using namespace holdfast;

namespace {

constexpr const char* kTemplate =
    "Parameters:\n  Name: {Type: String}\n  Zones: {Type: CommaDelimitedList}\n  Days: {Type: Number, MinValue: 1}\n"
    "Resources:\n  Vault:\n    Type: AWS::Backup::BackupVault\n    Properties:\n      BackupVaultName: !Ref Name\n"
    "      LockConfiguration: {MinRetentionDays: !Ref Days}\n      BackupVaultTags: {zone: !Select [0, !Ref Zones]}\n";
constexpr const char* kRoot =
    "variable \"name\" {}\nvariable \"days\" {\n  type = list(object({ n = optional(number, 7) }))\n}\n"
    "resource \"aws_backup_vault\" \"main\" {\n  name = var.name\n  tags = { n = var.days[0].n }\n}\n";

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static Harness harness;
  static const bool is_written = static_cast<bool>(std::ofstream(harness.directory + "/main.tf") << kRoot);
  if (!is_written) return 0;
  const std::string text(reinterpret_cast<const char*>(data), size);
  const std::string path = harness.directory + "/given";
  {
    Workspace workspace;
    workspace.put(path, text);
    Diagnostics diagnostics;
    (void)load_settings(path, workspace, harness.packs, diagnostics);
    (void)read_baseline(path, workspace);
  }
  {
    Workspace workspace;
    workspace.put(path, text);
    Model model(harness.packs.definitions(), harness.functions, harness.policy);
    const FileId file = workspace.add("template.yaml", kTemplate);
    const Inputs inputs{.parameter_files = {path}};
    const auto deployment = load_cloudformation(workspace, file, inputs, harness.functions, &model);
    if (deployment) judge(harness, workspace, *deployment, model);
  }
  for (const char* extension : {".tfvars", ".tfvars.json"}) {
    Workspace workspace;
    workspace.put(path + extension, text);
    Model model(harness.packs.definitions(), harness.functions, harness.policy);
    const Inputs inputs{.variable_files = {path + extension}};
    const auto deployment = load_terraform(workspace, harness.directory, inputs, harness.functions, &model);
    if (deployment) judge(harness, workspace, *deployment, model);
  }
  return 0;
}

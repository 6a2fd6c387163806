// Any bytes, through the whole pipeline: as a template, and as a configuration file.

#include "cloudformation/cloudformation.h"
#include "command/analysis.h"
#include "expression/function.h"
#include "report/report.h"
#include "rule/embedded_packs.h"
#include "rule/run.h"
#include "terraform/terraform.h"

#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>

namespace {

using namespace holdfast;

/// What every input shares.
struct Harness {
  Workspace workspace;
  Packs packs;
  FunctionTable functions;
  std::string directory =
      std::filesystem::temp_directory_path().string() + "/holdfast-fuzz-" + std::to_string(::getpid());

  Harness() {
    Diagnostics diagnostics;
    load_embedded_packs(packs, workspace, embedded_packs(), diagnostics);
    packs.finish(diagnostics);
    std::filesystem::create_directories(directory);
  }
};

void judge(Harness& harness, Workspace& workspace, Deployment& deployment, Model& model) {
  model.attach(deployment);
  Report report;
  report.workspace = &workspace;
  report.findings = run_rules(model, harness.packs.rules(), {.is_audit = true}).findings;
  report.diagnostics = deployment.diagnostics.all();
  // What reports say of rules without findings is the same for every input, and takes most of the time.
  const auto has_found = [&](const Rule* rule) {
    return std::ranges::find(report.findings, rule, &Finding::rule) != report.findings.end();
  };
  std::ranges::copy_if(harness.packs.rules(), std::back_inserter(report.rules), has_found);
  report.files = deployment.files;
  text_report(report, {});
  sarif_report(report, {.audit = true});
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static Harness harness;
  const std::string text(reinterpret_cast<const char*>(data), size);
  Arena policy_arena;
  Evaluation evaluation{
      .arena = policy_arena, .functions = harness.functions, .defined = &harness.packs.definitions(), .is_pack = true};
  const Value policy = harness.packs.policy_of(*harness.packs.default_profile(), evaluation);
  {
    Workspace workspace;
    Model model(harness.packs.definitions(), harness.functions, policy);
    const FileId file = workspace.add("template.yaml", text);
    const auto deployment = load_cloudformation(workspace, file, {}, harness.functions, &model);
    if (deployment) judge(harness, workspace, *deployment, model);
  }
  {
    // A new file: one that is written over goes to the disk at once.
    const std::string path = harness.directory + "/main.tf";
    std::filesystem::remove(path);
    std::ofstream(path, std::ios::binary) << text;
    Workspace workspace;
    Model model(harness.packs.definitions(), harness.functions, policy);
    const auto deployment = load_terraform(workspace, harness.directory, {}, harness.functions, &model);
    if (deployment) judge(harness, workspace, *deployment, model);
  }
  return 0;
}

// Any bytes, through the whole pipeline: as a template, and as a configuration file.

#include "judging.h"

#include "cloudformation/cloudformation.h"
#include "terraform/terraform.h"

#include <cstdint>
#include <fstream>
#include <memory>

using namespace holdfast;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static Harness harness;
  const std::string text(reinterpret_cast<const char*>(data), size);
  {
    Workspace workspace;
    Model model(harness.packs.definitions(), harness.functions, harness.policy);
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
    Model model(harness.packs.definitions(), harness.functions, harness.policy);
    const auto deployment = load_terraform(workspace, harness.directory, {}, harness.functions, &model);
    if (deployment) judge(harness, workspace, *deployment, model);
  }
  return 0;
}

// What evaluating costs beside reading: CPU time of evaluating every argument of every resource of the Terraform roots
// below the paths, divided by that of parsing their files. Usage: bench_terraform_evaluation PATH...

#include "command/files.h"
#include "expression/function.h"
#include "syntax/hcl.h"
#include "terraform/terraform.h"
#include "text/workspace.h"

#include <cstdio>
#include <ctime>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace {

using namespace holdfast;

double cpu_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

}  // namespace

int main(int argc, char** argv) {
  Workspace workspace;
  const FunctionTable functions;
  TerraformModules modules;
  const std::vector<std::string> roots =
      terraform_roots(workspace, find_files({argv + 1, argv + argc}).terraform_directories);
  std::set<FileId> files;
  for (const std::string& root : roots) {
    const auto deployment = load_terraform(workspace, root, {}, functions, nullptr, &modules);
    files.insert(deployment->files.begin(), deployment->files.end());
  }
  const double begin = cpu_seconds();
  std::size_t bytes = 0;
  for (const FileId file : files) {
    Diagnostics diagnostics;
    hcl::parse_file(file, workspace.file(file).text(), diagnostics);
    bytes += workspace.file(file).text().size();
  }
  const double parsed = cpu_seconds();
  // All modules are read by now: what is left is to expand and to evaluate.
  std::size_t resources = 0;
  std::size_t values = 0;
  for (const std::string& root : roots) {
    const auto deployment = load_terraform(workspace, root, {}, functions, nullptr, &modules);
    resources += deployment->resources.size();
    for (const auto& resource : deployment->resources) {
      for (const std::string_view name : resource->written_names()) values += resource->written(name).weight();
    }
  }
  const double evaluated = cpu_seconds();
  const double parsing = parsed - begin;
  const double evaluation = evaluated - parsed;
  std::printf("%zu roots, %zu files, %zu bytes, %zu resources, %zu values\n", roots.size(), files.size(), bytes,
              resources, values);
  std::printf("parsing %.3f s, evaluation %.3f s: %.2f times, at most 1\n", parsing, evaluation, evaluation / parsing);
  return evaluation <= parsing ? 0 : 1;
}

// Any bytes load or are passed over; whatever loads can be evaluated to the end.
#include "cloudformation/cloudformation.h"
#include "expression/function.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

using namespace holdfast;

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

void read_all(Resource& resource, const Workspace& workspace) {
  for (const std::string_view name : resource.written_names()) {
    const Value value = resource.written(name);
    workspace.text(resource.arena->origin(value.origin()).span);
    describe(value, *resource.arena);
  }
  for (const char* fact : {"DeletionPolicy", "Metadata", "DependsOn", "environment"}) resource.meta(fact);
  require(resource.attribute("Ref").has_value());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const FunctionTable functions;
  Workspace workspace;
  const FileId file = workspace.add("template.yaml", std::string(reinterpret_cast<const char*>(data), size));
  may_be_cloudformation(workspace.file(file).text());
  const auto deployment = load_cloudformation(workspace, file, {}, functions, nullptr);
  if (!deployment) return 0;
  for (const auto& resource : deployment->resources) read_all(*resource, workspace);
  for (const Diagnostic& diagnostic : deployment->diagnostics.all()) {
    require(diagnostic.at.begin <= diagnostic.at.end && diagnostic.at.end <= workspace.file(file).text().size());
  }
  return 0;
}

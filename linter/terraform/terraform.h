#pragma once

#include "resource/deployment.h"
#include "text/workspace.h"

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace holdfast {

/// Of these module directories, those that none of the others calls by a local path. A library module without a caller
/// is a root of its own.
std::vector<std::string> terraform_roots(Workspace& workspace, const std::vector<std::string>& directories);

namespace terraform {
struct ModuleSource;
}

/// Of those, the ones that are or use one of the wanted directories.
std::vector<std::string> terraform_roots_using(Workspace& workspace, const std::vector<std::string>& directories,
                                               const std::vector<std::string>& wanted);

/// Module directories that were read already. The roots of a run often call the same ones and need not read them twice.
/// Safe to use from several threads; deployments keep alive what they use.
class TerraformModules {
 public:
  std::shared_ptr<const terraform::ModuleSource> read(Workspace& workspace, const std::string& directory);

 private:
  struct Entry {
    std::once_flag once;
    std::shared_ptr<const terraform::ModuleSource> source;
  };
  std::mutex mutex_;
  std::map<std::string, Entry> entries_;
};

/// Reads a root and all local modules below it. Resources are expanded (`count`, `for_each`); their arguments are
/// evaluated when asked for. Problems go to the deployment's diagnostics; the call always succeeds.
std::unique_ptr<Deployment> load_terraform(Workspace& workspace, const std::string& directory, const Inputs& inputs,
                                           const FunctionTable& functions, ComputedAttributes* computed,
                                           TerraformModules* shared = nullptr);

/// A cheap look at the text: can this be a plan, as `terraform show -json` prints it?
bool may_be_terraform_plan(std::string_view source);

/// A plan: what will be there after it is applied, and the root that it was made of if that is at hand.
struct TerraformPlan {
  std::unique_ptr<Deployment> deployment;  // empty when the document turned out to be something else
  std::string sources;                     // directory of the root; empty: values stand in the plan only
};

/// Reads a plan. Of the directories (its own, roots that are analysed as well) the first that declares what the plan
/// was made of says where everything stands.
TerraformPlan load_terraform_plan(Workspace& workspace, FileId file, const std::vector<std::string>& directories,
                                  const Inputs& inputs, const FunctionTable& functions, ComputedAttributes* computed,
                                  TerraformModules* shared = nullptr);

}  // namespace holdfast

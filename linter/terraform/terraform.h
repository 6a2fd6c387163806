#pragma once

#include "resource/deployment.h"
#include "text/workspace.h"

#include <memory>
#include <string>
#include <vector>

namespace holdfast {

/// Is the directory a Terraform or OpenTofu module: does it hold `*.tf`, `*.tf.json`, `*.tofu`, `*.tofu.json` files?
bool is_terraform_directory(const std::string& directory);

/// Of these module directories, those that none of the others calls by a local path. A library module without a caller is
/// a root of its own.
std::vector<std::string> terraform_roots(Workspace& workspace, const std::vector<std::string>& directories);

/// Reads a root and all local modules below it. Resources are expanded (`count`, `for_each`); their arguments are
/// evaluated when asked for. Problems go to the deployment's diagnostics; the call always succeeds.
std::unique_ptr<Deployment> load_terraform(Workspace& workspace, const std::string& directory, const Inputs& inputs,
                                           const FunctionTable& functions, ComputedAttributes* computed);

}  // namespace holdfast

#pragma once

#include "resource/deployment.h"
#include "text/workspace.h"

#include <memory>
#include <string>

namespace holdfast {

/// A cheap look at the text: can this be a template at all? False for almost every other YAML or JSON file.
bool may_be_cloudformation(std::string_view source);

/// Reads one template. Empty when the document turns out to be something else (nothing is reported then); a broken file
/// that looks like a template gives a deployment with a syntax diagnostic and everything that could be read.
std::unique_ptr<Deployment> load_cloudformation(Workspace& workspace, FileId file, const Inputs& inputs,
                                                const FunctionTable& functions, ComputedAttributes* computed);

}  // namespace holdfast

#pragma once

#include "cloudformation/cloudformation.h"

namespace holdfast::cloudformation {

using FactsByTemplate = std::map<std::string, CloudFormationTemplates::Facts, std::less<>>;

/// What a file beside templates says of them. Nothing when there is no such file, or when it speaks of other things.
FactsByTemplate read_assembly(Workspace& workspace, const std::string& path, const FunctionTable& functions,
                              ComputedAttributes& knowledge);

/// The inputs of a template: what stands beside it is known of it, whatever is given for others.
Inputs inputs_of(const std::string& template_path, const Inputs& given, Workspace& workspace,
                 const FunctionTable& functions, ComputedAttributes* knowledge, CloudFormationTemplates* run);

}  // namespace holdfast::cloudformation

#pragma once

#include "cloudformation/template.h"
namespace holdfast::cloudformation {

/// Values from parameter files (a list of `ParameterKey` and `ParameterValue`, a plain object, or an object with
/// `Parameters`), overruled by those of the command line. They may belong to other templates of the run.
SuppliedValues read_supplied(const Inputs& inputs, Template& unit);

}  // namespace holdfast::cloudformation

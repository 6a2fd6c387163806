#pragma once

#include "cloudformation/template.h"

namespace holdfast::cloudformation {

/// Takes the assertions of the `Rules` section: the deployment's constraints.
void read_assertions(const Place& section, Template& unit);

}  // namespace holdfast::cloudformation

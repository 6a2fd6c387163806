#pragma once

#include "resource/deployment.h"
#include "terraform/plan.h"

namespace holdfast::terraform {

/// Adds what a plan takes away and puts nothing in the place of: `terraform.destroyed`, with the `type` of what was
/// there, its arguments `before` and its `change`. Looked up like data sources, by type. The plan outlives the
/// deployment.
void add_destroyed(const std::vector<PlannedInstance>& instances, Deployment& deployment);

}  // namespace holdfast::terraform

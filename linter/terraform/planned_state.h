#pragma once

#include "resource/deployment.h"
#include "terraform/plan.h"

namespace holdfast::terraform {

/// Lets a deployment tell what is there before and after the change that a plan plans. The plan outlives it.
void add_states(Deployment& deployment, const Plan& plan);

}  // namespace holdfast::terraform

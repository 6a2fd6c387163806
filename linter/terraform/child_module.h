#pragma once

#include "terraform/module.h"

#include <memory>

namespace holdfast::terraform {

/// No real module tree is this deep; one that is made of links may be.
inline constexpr std::size_t kModuleDepthMax = 64;

/// The module that a call means, or null when it cannot be read: it lives elsewhere, is missing, or would contain
/// itself. What is wrong with the call is reported, and noted in the deployment, once for all instances of the calling
/// module.
const ModuleSource* find_child(Session& session, const Module& caller, const Declaration& call, const Scope& scope);

/// Outputs of a module that cannot be read: all unknown.
std::unique_ptr<Entity> opaque_outputs(Session& session, const Declaration& call);

}  // namespace holdfast::terraform

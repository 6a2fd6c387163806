#pragma once

#include "resource/resource.h"

#include <string>

namespace holdfast::terraform {

/// An argument of a resource in JSON syntax as the native syntax would give it: where the provider reads blocks, a lone
/// object is a list of one. `path` leads to the argument: `rule`, `rule.copy`.
Value with_blocks(const Value& value, const std::string& path, const Resource& resource);

}  // namespace holdfast::terraform

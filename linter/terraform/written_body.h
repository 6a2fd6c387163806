#pragma once

#include "resource/written.h"
#include "terraform/body.h"

#include <span>
#include <string_view>

namespace holdfast::terraform {

/// What stands in a body, without names that belong to the language. A dynamic block stands for blocks of its type.
Written written_body(const Body& body, std::span<const std::string_view> reserved);

}  // namespace holdfast::terraform

#pragma once

#include "cloudformation/template.h"
#include "resource/written.h"

namespace holdfast::cloudformation {

/// What stands at a place: literals as they are, the values of `Fn::If` as a choice. What another function makes is
/// open.
Written written_at(const Place& place, Template& unit);

}  // namespace holdfast::cloudformation

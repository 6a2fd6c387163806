#pragma once

#include "rule/pack.h"

#include <string>
#include <string_view>
#include <vector>

namespace holdfast {

/// Does what a user wrote name this control, by its id or by one of an older edition? Letter case, separators and
/// leading zeros do not matter: `PR.DS-1`, `pr.ds-01`, `A8.13`, `iso27001:8.13`, `nist-csf@2.0:PR.DS-11`.
bool names_control(const Framework& framework, const Control& control, std::string_view written);

/// A sentence for each name that is an id of an older edition: which controls it now stands for.
std::vector<std::string> notes_on_old_controls(const Packs& packs, const std::vector<std::string>& names);

}  // namespace holdfast

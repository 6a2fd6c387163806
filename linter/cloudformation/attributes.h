#pragma once

#include "cloudformation/members.h"

#include <vector>

namespace holdfast::cloudformation {

/// Reports what stands beside the properties of a resource and can mean nothing: names of conditions and resources that
/// are not names, resources that the template does not declare, policies that CloudFormation does not have.
void check_attributes(const std::vector<Member>& attributes, Template& unit);

}  // namespace holdfast::cloudformation

#pragma once

#include "syntax/hcl.h"
#include "text/diagnostic.h"
#include "value/type.h"

#include <string_view>

namespace holdfast {

/// Is the expression a constant of this type? What is wrong with it is reported where it stands: a name that an object
/// does not have, a value of another type, something that would have to be computed from names.
void check_constant(hcl::Expression expression, const Type& wanted, std::string_view name, Diagnostics& diagnostics);

}  // namespace holdfast

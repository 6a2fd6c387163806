#pragma once

#include "cloudformation/template.h"

#include <string>
#include <string_view>
#include <vector>

namespace holdfast::cloudformation {

/// Names under which the templates of a stack export outputs, as far as they are known. Sorted.
std::vector<std::string> exported_names(const Stack& stack);

/// What `Fn::ImportValue` gives for a name: the output of the one template of the run that exports it, evaluated as
/// part of this deployment, or an unknown that says why not and counts as looked up.
Value imported_value(std::string_view name, Span at, Template& unit);

/// A value that another stack has.
Value looked_up(const Value& value, Span at, Template& unit);

/// Resources of other stacks that imported values were read from join the deployment, to be seen and not to be judged.
void bring_in_imported(Session& session);

}  // namespace holdfast::cloudformation

#pragma once

#include "syntax/hcl.h"
#include "text/diagnostic.h"

#include <string>
#include <string_view>
#include <vector>

namespace holdfast::terraform {

struct ModuleSource;

/// What an argument names where the language reads names instead of values (`provider`, `depends_on`, `alias`): the
/// reference as written, or the text of a quoted one.
std::string static_reference(hcl::Expression expression);
/// The same for a list of them, or for a single word such as `all`. Empty: there is nothing that can be read.
std::vector<hcl::Expression> static_references(hcl::Expression expression);

/// Does it mention nothing? Names that it binds itself are its own.
bool mentions_nothing(hcl::Expression expression);
/// And does it call nothing either?
bool is_constant(hcl::Expression expression);

/// Reports mentions of variables, locals, modules, resources and data sources that the module does not declare, each
/// name once.
void check_references(const ModuleSource& module, Diagnostics& diagnostics);

/// "; did you mean `x`?" or nothing.
std::string suggestion(std::string_view name, const std::vector<std::string_view>& known);

}  // namespace holdfast::terraform

#pragma once

#include "syntax/document.h"
#include "syntax/hcl.h"

namespace holdfast::terraform {

/// A configuration in JSON as the tree that the native syntax would have given: blocks where the language knows that
/// blocks stand, templates in strings, static text where no template is read. An object that a provider may take for
/// one block stays an object: the syntax alone does not say which it is.
hcl::Tree read_json_configuration(const Document& document, Diagnostics& diagnostics);

/// Values of variables: an object of constants, in which nothing is a template.
hcl::Tree read_json_values(const Document& document, Diagnostics& diagnostics);

}  // namespace holdfast::terraform

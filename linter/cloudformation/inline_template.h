#pragma once

#include "cloudformation/template_file.h"
#include "value/value.h"

#include <memory>
#include <string>

namespace holdfast::cloudformation {

/// A template that another one holds as a text. Where the text stands there line by line, what is in the template
/// stands where it is written; otherwise all of it stands where the text does. Null when the text is no template.
std::shared_ptr<const TemplateFile> read_inline_template(const Value& text, Span at, const Workspace& workspace);

}  // namespace holdfast::cloudformation

#pragma once

#include "cloudformation/open_text.h"
#include "cloudformation/template_file.h"
#include "value/value.h"

#include <memory>
#include <vector>

namespace holdfast::cloudformation {

/// A template that another one holds as a text.
struct InlineTemplate {
  std::shared_ptr<const TemplateFile> file;  // null: the text is no template, or too little of it is known
  std::vector<Hole> holes;                   // parameters that it has besides its own
};

/// Where the text stands there line by line, what is in the template stands where it is written; otherwise all of it
/// stands where the text does.
InlineTemplate read_inline_template(const Value& text, Span at, const Workspace& workspace, Arena& arena);

}  // namespace holdfast::cloudformation

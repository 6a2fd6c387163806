#pragma once

#include "cloudformation/template.h"

#include <memory>
#include <string_view>

namespace holdfast::cloudformation {

/// Declares a resource, or what is deployed in its place. Nothing of it is read yet.
void declare_resource(std::unique_ptr<TemplateResource> resource, Template& unit);

/// Declares what else the replaced resources stand for. Theirs names make the names of what they generate, so one that
/// is mentioned earlier is found by `find_resource`.
void expand_sources(Template& unit);

/// The resource of a name, or nullptr. What a source generates comes into being when its name is asked for.
Resource* find_resource(std::string_view name, Template& unit);

/// What a source brings along that templates call `Source.Part`, or nullptr.
Resource* find_part(std::string_view source, std::string_view part, Template& unit);

}  // namespace holdfast::cloudformation

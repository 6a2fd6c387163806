#include "cloudformation/expansion.h"

#include "cloudformation/template_resource.h"

#include <algorithm>
#include <utility>

namespace holdfast::cloudformation {
namespace {

std::string_view name_of(const Resource& resource) {
  return std::string_view(resource.address).substr(resource.prefix.size());
}

void declare(std::unique_ptr<Resource> resource, Template& unit) {
  const auto [declared, is_new] = unit.resources.try_emplace(unit.arena.copy(name_of(*resource)), resource.get());
  if (is_new) {
    resource->is_elsewhere = unit.stack.is_elsewhere;
    (unit.stack.is_elsewhere ? unit.stack.resources : unit.deployment.resources).push_back(std::move(resource));
    return;
  }
  // Several sources may share what they generate.
  Resource* earlier = declared->second;
  const bool is_written = std::ranges::find(unit.declared, earlier) != unit.declared.end();
  if (!is_written) earlier->exists = disjoin(unit.arena, earlier->exists, resource->exists);
  unit.shared.push_back(std::move(resource));
}

void expand(Source& source, Template& unit) {
  source.is_expanded = true;
  --unit.unexpanded_count;
  if (source.replacement) {
    source.replacement->exists = source.resource->exists;
    source.replacement->incomplete_because = source.resource->incomplete_because;
  }
  Generated generated = unit.session.computed->generated(*source.resource);
  for (const auto& [part, resource] : generated.parts) {
    const std::string name = std::string(name_of(*source.resource)) + "." + std::string(part);
    unit.resources.try_emplace(unit.arena.copy(name), resource);
  }
  for (auto& resource : generated.resources) declare(std::move(resource), unit);
  for (Addition& addition : generated.additions) {
    if (auto* to = dynamic_cast<TemplateResource*>(addition.to)) to->take(std::move(addition.properties));
  }
  if (generated.incomplete_because.empty()) return;
  unit.leave_out(source.resource->header_span, generated.incomplete_because);
}

}  // namespace

void declare_resource(std::unique_ptr<TemplateResource> resource, Template& unit) {
  ComputedAttributes* computed = unit.session.computed;
  resource->computed_attributes = computed;
  unit.declared.push_back(resource.get());
  if (!computed || !computed->stands_for_others(resource->type)) return declare(std::move(resource), unit);
  std::unique_ptr<Resource> replacement = computed->replacement(*resource);
  unit.sources.push_back({std::move(resource), replacement.get()});
  ++unit.unexpanded_count;
  if (replacement) declare(std::move(replacement), unit);
}

void expand_sources(Template& unit) {
  unit.are_names_read = true;
  // Those that only add to others look at what the others have become.
  for (const bool has_replacement : {true, false}) {
    for (Source& source : unit.sources) {
      if (!source.is_expanded && (source.replacement != nullptr) == has_replacement) expand(source, unit);
    }
  }
}

Resource* find_resource(std::string_view name, Template& unit) {
  const auto known = unit.resources.find(name);
  if (known != unit.resources.end()) return known->second;
  if (!unit.are_names_read || unit.unexpanded_count == 0) return nullptr;
  for (Source& source : unit.sources) {
    const bool may_bring_it = source.replacement && name.starts_with(name_of(*source.resource));
    if (!source.is_expanded && may_bring_it) expand(source, unit);
  }
  const auto found = unit.resources.find(name);
  return found == unit.resources.end() ? nullptr : found->second;
}

Resource* find_part(std::string_view source, std::string_view part, Template& unit) {
  return find_resource(std::string(source) + "." + std::string(part), unit);
}

}  // namespace holdfast::cloudformation

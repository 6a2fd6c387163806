#include "cloudformation/reference.h"

#include "cloudformation/cloudformation_diagnostics.h"
#include "cloudformation/expansion.h"
#include "cloudformation/exports.h"
#include "cloudformation/intrinsic.h"
#include "cloudformation/nested_stack.h"
#include "cloudformation/node_value.h"
#include "cloudformation/template_resource.h"
#include "expression/worlds.h"

#include <algorithm>
#include <string>

namespace holdfast::cloudformation {
namespace {

std::vector<std::string_view> known_names(const Template& unit, bool with_parameters) {
  std::vector<std::string_view> names;
  for (const auto& [name, resource] : unit.resources) names.push_back(name);
  if (with_parameters) {
    for (const auto& [name, value] : unit.parameters) names.push_back(name);
  }
  std::ranges::sort(names);
  return names;
}

/// Fragments of templates are common, so a name without declaration is no error: it is declared elsewhere.
Value undeclared(std::string_view name, std::string_view attribute, Span at, Template& unit) {
  const std::string reason = "`" + std::string(name) + "` is not declared in this template";
  const std::string identity = attribute.empty() ? std::string(name) : std::string(name) + "." + std::string(attribute);
  Unknown unknown = unit.unknown_named(identity, reason, nullptr).as_unknown();
  unknown.dangles = !unit.is_transformed && unit.deployment.incomplete_because.empty();
  return unit.at(at, Value::unknown(unit.arena, unknown));
}

Value attribute_of(Resource& resource, std::string_view attribute, Span at, Span name_span, Template& unit) {
  const std::string_view name = unit.arena.copy(attribute);
  Value value;
  auto* declared = dynamic_cast<TemplateResource*>(resource.stands_for ? resource.stands_for : &resource);
  const std::optional<Value> output = declared ? nested_output(*declared, name, name_span, unit) : std::nullopt;
  if (output) return unit.at(at, *output);
  if (const std::optional<Value> known = resource.attribute(name)) {
    value = *known;
  } else {
    const std::string reason = std::string(name) + " of " + resource.address + " is known after deployment";
    const Unknown unknown{
        .type = nullptr, .reason = unit.arena.copy(reason), .input = {}, .identity = {&resource, name}};
    value = Value::unknown(unit.arena, unknown);
  }
  const Origin origin{.span = at, .via = value.origin(), .entity = &resource, .attribute = name};
  return value.with_origin(unit.arena.add_origin(origin));
}

/// A name may be written, or made by a function.
bool is_name(const Place& place) { return place.is_scalar() || intrinsic_at(place); }

template <class Read>
Value for_each_name(const Place& place, const Intrinsic& intrinsic, Template& unit, Read&& read) {
  if (!intrinsic_at(place)) return read(place.text(unit.arena));
  const Value name = as_text(expand(evaluate(place, unit), unit.evaluation), unit);
  return for_each_world(name, unit.evaluation, [&](const Value& world) {
    if (world.is_text()) return read(unit.arena.copy(world.as_text()));
    return unit.at(intrinsic.span, unknown_value(unit.arena, "what it names is not known"));
  });
}

}  // namespace

std::string_view nearest_resource(std::string_view name, const Template& unit) {
  return nearest(name, known_names(unit, false));
}

Value read_name(std::string_view name, Span at, Span name_span, const Loop* loops, Template& unit) {
  for (const Loop* loop = loops; loop; loop = loop->outer) {
    if (loop->identifier == name) return unit.at(at, Value::borrowed_text(unit.arena, loop->value));
  }
  if (name == "AWS::NoValue") return Value::absent();
  if (const std::string_view fact = Environment::attribute_of(name); !fact.empty()) {
    return unit.at(at, *unit.environment.attribute(fact));
  }
  if (const auto parameter = unit.parameters.find(name); parameter != unit.parameters.end()) {
    return unit.at(at, parameter->second);
  }
  if (Resource* resource = find_resource(name, unit)) {
    return attribute_of(*resource, "Ref", at, name_span, unit);
  }
  if (!unit.is_transformed) {
    unit.report(kUnknownName, name_span, {name}, nearest(name, known_names(unit, true)));
  }
  return undeclared(name, {}, at, unit);
}

Value read_attribute_of(std::string_view resource, std::string_view attribute, Span at, Span name_span,
                        Template& unit) {
  if (Resource* found = find_resource(resource, unit)) {
    const std::size_t end = std::min(attribute.find('.'), attribute.size());
    if (Resource* part = found->stands_for ? find_part(resource, attribute.substr(0, end), unit) : nullptr) {
      const bool is_all = end == attribute.size();
      return attribute_of(*part, is_all ? "Ref" : attribute.substr(end + 1), at, name_span, unit);
    }
    return attribute_of(*found, attribute, at, name_span, unit);
  }
  if (!unit.is_transformed) {
    unit.report(kUnknownResource, name_span, {resource}, nearest_resource(resource, unit));
  }
  return undeclared(resource, attribute, at, unit);
}

Value ref(const Intrinsic& intrinsic, Template& unit) {
  const Place& name = intrinsic.argument;
  if (!is_name(name)) return malformed(intrinsic, "the name of a parameter or resource", unit);
  return for_each_name(name, intrinsic, unit, [&](std::string_view text) {
    return read_name(text, intrinsic.span, name.span(), name.loops, unit);
  });
}

Value get_att(const Intrinsic& intrinsic, Template& unit) {
  constexpr std::string_view kWanted = "a resource and the name of an attribute";
  const Place& argument = intrinsic.argument;
  if (argument.is_scalar()) {
    const std::string_view path = argument.text(unit.arena);
    const std::size_t dot = path.find('.');
    if (dot == std::string_view::npos) return malformed(intrinsic, kWanted, unit);
    const std::string_view resource = path.substr(0, dot);
    return read_attribute_of(resource, path.substr(dot + 1), intrinsic.span, argument.span_of(resource), unit);
  }
  const std::vector<Place> path = operands(intrinsic, 2, kDocumentDepthMax);
  if (path.empty() || !is_name(path[0])) return malformed(intrinsic, kWanted, unit);
  std::vector<Value> names;
  for (std::size_t i = 1; i < path.size(); ++i) {
    if (i > 1) names.push_back(Value::borrowed_text(unit.arena, "."));
    names.push_back(expand(evaluate(path[i], unit), unit.evaluation));
  }
  return for_each_world(text_of(names, unit), unit.evaluation, [&](const Value& attribute) {
    if (!attribute.is_text()) {
      return unit.at(intrinsic.span, unknown_value(unit.arena, "it names an attribute that is not known"));
    }
    return for_each_name(path[0], intrinsic, unit, [&](std::string_view resource) {
      return read_attribute_of(resource, attribute.as_text(), intrinsic.span, path[0].span(), unit);
    });
  });
}

Value import_value(const Intrinsic& intrinsic, Template& unit) {
  const Value name = evaluate(intrinsic.argument, unit);
  return for_each_world(expand(name, unit.evaluation), unit.evaluation, [&](const Value& leaf) {
    if (!leaf.is_text()) {
      return looked_up(unknown_value(unit.arena, "it is exported by another stack"), intrinsic.span, unit);
    }
    return unit.at(intrinsic.span, imported_value(leaf.as_text(), intrinsic.span, unit));
  });
}

Value get_stack_output(const Intrinsic& intrinsic, Template& unit) {
  return looked_up(unknown_value(unit.arena, "it is an output of another stack"), intrinsic.span, unit);
}

}  // namespace holdfast::cloudformation

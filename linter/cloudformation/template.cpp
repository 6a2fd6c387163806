#include "cloudformation/template.h"

#include "cloudformation/assertions.h"
#include "cloudformation/cloudformation_diagnostics.h"
#include "cloudformation/expansion.h"
#include "cloudformation/members.h"
#include "cloudformation/nested_stack.h"
#include "cloudformation/outputs.h"
#include "cloudformation/parameters.h"
#include "cloudformation/sections.h"
#include "cloudformation/template_resource.h"
#include "cloudformation/transform.h"

#include <string>
#include <utility>

namespace holdfast::cloudformation {
namespace {

/// Types with this prefix stand for several resources each.
constexpr std::string_view kServerless = "AWS::Serverless::";
/// Types with this ending are modules.
constexpr std::string_view kModule = "::MODULE";

void mark_incomplete(Template& unit, const std::string& reason) {
  if (unit.stack.is_elsewhere || !unit.deployment.incomplete_because.empty()) return;
  unit.deployment.incomplete_because = reason;
}

void read_conditions(const Place& section, Template& unit) {
  const Members members = members_of(section, unit);
  if (!members.incomplete_because.empty()) unit.are_conditions_open = true;
  for (const Member& member : members.all) {
    unit.conditions[member.key] = {.place = member.value, .declared_at = member.key_span};
  }
}

/// What a module deploys is known to the registry that holds it; its resources have names that begin with the module's.
void leave_to_registry(const Resource& module, Span at, Template& unit) {
  unit.report(kOpaqueModule, at, {module.address, module.type});
  unit.leave_out(at, "module `" + module.address + "` comes from a registry");
  unit.is_transformed = true;
}

/// Declarations that stand under an attribute of another one.
void declare_attached(const Member& carrier, Template& unit) {
  if (!unit.session.computed) return;
  for (const AttachedType& attached : unit.session.computed->attached_types()) {
    for (const Member& entry : members_of(carrier.value.find(attached.attribute), unit).all) {
      const std::string name = std::string(carrier.key) + std::string(entry.key);
      const Member declaration{unit.arena.copy(name), entry.key_span, entry.value, carrier.when};
      auto resource = std::make_unique<TemplateResource>(declaration, attached.type, unit);
      resource->carrier = carrier.key;
      declare_resource(std::move(resource), unit);
    }
  }
}

void declare(const Member& written, Template& unit) {
  Member member = written;
  member.value = with_include(written.value, unit);
  if (is_transform(member.value)) {
    return unit.leave_out(member.key_span, "a transform makes `" + std::string(member.key) + "` at deployment");
  }
  const Place type = member.value.find("Type");
  if (!type.exists() || !type.is_scalar()) {
    mark_incomplete(unit, "resource `" + std::string(member.key) + "` cannot be read");
    if (member.value.is_mapping()) {
      unit.report(kResourceWithoutType, member.key_span, {member.key});
    } else {
      unit.report(kNotAMapping, member.key_span, {"resource `" + std::string(member.key) + "`"});
    }
    return;
  }
  auto resource = std::make_unique<TemplateResource>(member, type.text(unit.arena), unit);
  if (resource->type.ends_with(kModule)) leave_to_registry(*resource, type.span(), unit);
  if (resource->type.starts_with(kServerless)) unit.is_transformed = true;
  declare_resource(std::move(resource), unit);
  declare_attached(member, unit);
}

void declare_all(const Place& section, Template& unit) {
  if (section.exists() && !section.is_mapping()) unit.report(kNotAMapping, section.span(), {"Resources"});
  const Members members = members_of(section, unit);
  if (!members.incomplete_because.empty()) {
    unit.leave_out(section.span(), members.incomplete_because);
    unit.is_transformed = true;
  }
  std::unordered_map<std::string_view, const Member*> last;
  for (const Member& member : members.all) {
    const auto [earlier, is_new] = last.try_emplace(member.key, &member);
    if (!is_new && member.value.loops) unit.report(kDuplicateName, member.key_span, {member.key});
    earlier->second = &member;
  }
  for (const Member& member : members.all) {
    if (last.at(member.key) == &member) declare(member, unit);
  }
}

}  // namespace

Template::Template(Session& all, Stack& of_stack, std::string file_path)
    : session(all), stack(of_stack), environment(all.evaluation.arena, all.environment), path(std::move(file_path)) {
  stack.templates.push_back(this);
}

Template::Template(const Template& caller, const Resource& nested, std::string file_path)
    : session(caller.session),
      stack(caller.stack),
      environment(caller.arena, caller.environment),
      path(std::move(file_path)),
      outer(&caller),
      prefix(nested.address + "/"),
      call_chain(nested.call_chain),
      exists(nested.exists) {
  call_chain.push_back(nested.header_span);
  stack.templates.push_back(this);
}

Template::~Template() = default;

std::string_view Template::report(const DiagnosticKind& kind, Span at,
                                  std::initializer_list<std::string_view> arguments, std::string_view suggestion) {
  if (stack.is_elsewhere) return "it is wrong where it is deployed";
  const auto [reported, is_new] = session.reported.try_emplace({at, kind.id});
  if (is_new) {
    Diagnostic& diagnostic = deployment.diagnostics.report(kind, at, arguments);
    if (!suggestion.empty()) diagnostic.labels.push_back({at, "did you mean `" + std::string(suggestion) + "`?"});
    reported->second = arena.copy(std::string_view(diagnostic.message));
  }
  return reported->second;
}

Value Template::mistake(const DiagnosticKind& kind, Span at, std::initializer_list<std::string_view> arguments) {
  return error_value(arena, at, report(kind, at, arguments));
}

void Template::leave_out(Span at, const std::string& reason) {
  if (!stack.is_elsewhere) deployment.opaque_parts.push_back({at, reason});
  mark_incomplete(*this, reason);
}

Value Template::unknown_named(std::string_view identity, std::string_view reason, const Type* type) {
  return Value::unknown(
      arena, {.type = type, .reason = arena.copy(reason), .input = {}, .identity = {this, arena.copy(identity)}});
}

Value Template::at(Span span, const Value& value) {
  return value.with_origin(arena.add_origin({.span = span, .via = value.origin()}));
}

void read_template(Template& unit, const TemplateFile& file, const SuppliedValues& supplied) {
  if (file.is_broken) mark_incomplete(unit, "the file has a syntax error");
  if (file.document.is_empty()) return;
  unit.document = &file.document;
  const Place root{unit.document, file.document.root};
  read_transforms(root, unit);
  read_parameters(root.find("Parameters"), supplied, unit);
  const Sections sections(root, unit);
  unit.mappings = sections.find("Mappings");
  unit.globals = sections.find("Globals");
  read_conditions(sections.find("Conditions"), unit);
  read_assertions(sections.find("Rules"), unit);
  declare_all(sections.find("Resources"), unit);
  read_outputs(sections.find("Outputs"), unit);
  for (TemplateResource* resource : unit.declared) resource->read_names();
  // Reading ended inside the last one.
  if (root.document->has_errors && !unit.declared.empty()) {
    unit.declared.back()->incomplete_because = unit.deployment.incomplete_because;
  }
  if (unit.session.is_survey) return;
  expand_sources(unit);
  for (TemplateResource* resource : unit.declared) deploy_nested(*resource, unit);
}

}  // namespace holdfast::cloudformation

#include "cloudformation/nested_stack.h"

#include "cloudformation/cloudformation.h"
#include "cloudformation/cloudformation_diagnostics.h"
#include "cloudformation/inline_template.h"
#include "cloudformation/outputs.h"
#include "cloudformation/template_resource.h"
#include "expression/worlds.h"

#include <algorithm>
#include <set>

namespace holdfast::cloudformation {
namespace {

/// Templates of one deployment, each counted as often as it is deployed. More come from stacks that multiply.
constexpr std::size_t kTemplatesMax = 1000;

constexpr std::string_view kOutputs = "Outputs.";

/// What a resource gives to the parameters of its template. Where it has several worlds, so has every value.
SuppliedValues passed_on(const Value& parameters, const Resource& stack, Template& caller) {
  SuppliedValues supplied{.values = {}, .stack = &stack};
  std::set<std::string_view> names;
  for (const Leaf& leaf : leaves(parameters, caller.evaluation)) {
    if (leaf.value.is_unknown()) supplied.incomplete_because = leaf.value.as_unknown().reason;
    if (!leaf.value.is_mapping()) continue;
    for (const Value::Entry& entry : leaf.value.entries()) names.insert(entry.key);
  }
  for (const std::string_view name : names) {
    supplied.values[name] = for_each_world(parameters, caller.evaluation, [&](const Value& world) {
      if (world.is_unknown()) return world;
      const Value* given = world.is_mapping() ? world.find(name) : nullptr;
      return given ? *given : Value::absent();
    });
  }
  return supplied;
}

bool would_contain_itself(const Template* unit, const std::string& path) {
  for (; unit; unit = unit->outer) {
    if (unit->path == path) return true;
  }
  return false;
}

class Deploying {
 public:
  Deploying(TemplateResource& resource, Template& caller) : resource_(resource), caller_(caller) {}

  Template* run() {
    if (!caller_.session.computed || resource_.exists.is_never()) return nullptr;
    resource_.read_names();
    const std::optional<NestedTemplate> nested = caller_.session.computed->nested(resource_);
    if (!nested || (nested->location.is_null() && nested->body.is_null())) return nullptr;
    const Value& told = nested->body.is_null() ? nested->location : nested->body;
    at_ = caller_.arena.origin(told.origin()).span;
    const Span written_at = at_;
    if (!at_.exists()) at_ = resource_.header_span;
    if (!nested->body.is_null()) return read_text(*nested, written_at);
    if (!nested->location.is_text()) return leave("a place that is not known");
    const std::string_view location = nested->location.as_text();
    const std::string path = path_beside(location, caller_.path);
    if (path.empty()) return leave("\"" + std::string(location) + "\"");
    return read(path, location, *nested);
  }

 private:
  Template* read_text(const NestedTemplate& nested, Span written_at) {
    if (++caller_.session.nested_count > kTemplatesMax) return refuse(kNestedTooOften, {resource_.address});
    const InlineTemplate part = read_inline_template(nested.body, written_at, caller_.workspace, caller_.arena);
    if (!part.file && !nested.body.is_text()) return leave("a text that is not known");
    if (!part.file) return refuse(kNoTemplate, {resource_.address});
    caller_.stack.is_elsewhere ? caller_.session.keep(part.file) : caller_.session.use_part(part.file);
    return deploy(*part.file, caller_.path, nested, part.holes);
  }

  Template* read(const std::string& path, std::string_view location, const NestedTemplate& nested) {
    if (would_contain_itself(&caller_, path)) return refuse(kNestingCycle, {resource_.address, location});
    if (++caller_.session.nested_count > kTemplatesMax) return refuse(kNestedTooOften, {resource_.address});
    const std::shared_ptr<const TemplateFile> file = caller_.session.run->read(caller_.workspace, path);
    if (!file) return refuse(kMissingTemplate, {resource_.address, location});
    caller_.stack.is_elsewhere ? caller_.session.keep(file) : caller_.session.use(file);
    return deploy(*file, path, nested);
  }

  Template* deploy(const TemplateFile& file, const std::string& path, const NestedTemplate& nested,
                   std::span<const Hole> holes = {}) {
    const auto unit = std::make_shared<Template>(caller_, resource_, path);
    for (const Hole& hole : holes) unit->parameters[hole.name] = hole.value;
    unit->is_transformed = unit->are_conditions_open = !holes.empty();
    if (!nested.place.is_null()) unit->environment.move_to(nested.place, caller_.arena);
    caller_.deployment.keep_alive.push_back(unit);
    read_template(*unit, file, passed_on(nested.parameters, resource_, caller_));
    return unit.get();
  }

  Template* refuse(const DiagnosticKind& kind, std::initializer_list<std::string_view> arguments) {
    caller_.report(kind, at_, arguments);
    caller_.leave_out(at_, "stack `" + resource_.address + "` could not be read");
    return nullptr;
  }

  Template* leave(const std::string& place) {
    caller_.report(kOpaqueStack, at_, {resource_.address, place});
    caller_.leave_out(at_, "stack `" + resource_.address + "` comes from " + place);
    return nullptr;
  }

  TemplateResource& resource_;
  Template& caller_;
  Span at_;
};

}  // namespace

void deploy_nested(TemplateResource& resource, Template& caller) {
  if (resource.nested.progress != Progress::open) return;
  resource.nested.progress = Progress::running;
  evaluate_alone(caller, [&] {
    resource.nested.unit = Deploying(resource, caller).run();
    return Value();
  });
  resource.nested.progress = Progress::done;
}

std::optional<Value> nested_output(TemplateResource& resource, std::string_view attribute, Span name_span,
                                   Template& caller) {
  if (!attribute.starts_with(kOutputs)) return std::nullopt;
  if (resource.nested.progress == Progress::running) {
    return caller.mistake(kPropertyCycle, resource.header_span, {attribute, resource.address});
  }
  deploy_nested(resource, caller);
  Template* nested = resource.nested.unit;
  if (!nested) return std::nullopt;
  const std::string_view name = attribute.substr(kOutputs.size());
  if (const std::optional<Value> value = output_named(name, *nested)) return value;
  if (nested->is_transformed) return std::nullopt;
  std::vector<std::string_view> known;
  for (const auto& [known_name, output] : nested->outputs) known.push_back(known_name);
  std::ranges::sort(known);
  caller.report(kUnknownOutput, name_span, {resource.address, name}, nearest(name, known));
  return std::nullopt;
}

}  // namespace holdfast::cloudformation

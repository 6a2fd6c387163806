#include "cloudformation/exports.h"

#include "cloudformation/cloudformation.h"
#include "cloudformation/node_value.h"
#include "cloudformation/outputs.h"
#include "cloudformation/supplied.h"
#include "cloudformation/template_resource.h"
#include "expression/worlds.h"
#include "text/search.h"

#include <algorithm>
#include <array>

namespace holdfast::cloudformation {
namespace {

constexpr std::array<std::string_view, 1> kImportMarks = {"ImportValue"};

/// What a stack exports that is not in the run: it can only be looked up.
class ForeignExport final : public Entity {
 public:
  explicit ForeignExport(Span imported_at) : imported_at_(imported_at) {}
  std::optional<Value> attribute(std::string_view) override { return std::nullopt; }
  std::vector<std::string_view> attribute_names() const override { return {}; }
  std::string label() const override { return "an export"; }
  Span header() const override { return imported_at_; }
  bool is_lookup() const override { return true; }
  bool is_lenient() const override { return true; }

 private:
  Span imported_at_;
};

/// The name under which an output is exported; empty when it is not, or under a name that is not known.
std::string_view export_name(const Output& output, Template& unit) {
  const Place name = output.declaration.find("Export").find("Name");
  if (!name.exists()) return {};
  const Value value = evaluate_alone(unit, [&] { return as_text(evaluate(name, unit), unit); });
  return value.is_text() ? value.as_text() : std::string_view();
}

struct Exporter {
  Template* unit;
  std::string_view output;
};

std::vector<Exporter> exporters_in(const Stack& stack, std::string_view name) {
  std::vector<Exporter> found;
  for (Template* unit : stack.templates) {
    for (const auto& [output_name, output] : unit->outputs) {
      if (export_name(output, *unit) == name) found.push_back({unit, output_name});
    }
  }
  return found;
}

/// Another stack of the run as this deployment sees it: deployed to the same place.
const Stack& stack_elsewhere(const std::string& path, Session& session) {
  std::unique_ptr<Stack>& stack = session.elsewhere[path];
  if (stack) return *stack;
  stack = std::make_unique<Stack>();
  stack->is_elsewhere = true;
  const std::shared_ptr<const TemplateFile> file = session.run->read(session.workspace, path);
  if (!file) return *stack;
  const auto unit = std::make_shared<Template>(session, *stack, path);
  session.deployment.keep_alive.push_back(unit);
  session.keep(file);
  evaluate_alone(*unit, [&] {
    read_template(*unit, *file, read_supplied(session.inputs, *unit));
    return Value();
  });
  return *stack;
}

bool is_import(const Place& place) {
  if (place.tag() == "ImportValue") return true;
  return place.is_mapping() && place.item_count() == 2 && place.item(0).is_scalar() &&
         place.document->text(place.item(0).id) == "Fn::ImportValue";
}

/// The resources elsewhere that a value was read from, directly or through others.
void bring_in_sources(const Value& value, Session& session) {
  const Arena& arena = session.deployment.arena;
  for (const Leaf& leaf : leaves(value, session.evaluation)) {
    for (OriginId id = leaf.value.origin(); id != kNoOrigin; id = arena.origin(id).via) {
      auto* resource = dynamic_cast<Resource*>(arena.origin(id).entity);
      if (!resource || !resource->is_elsewhere) continue;
      for (const auto& [path, stack] : session.elsewhere) {
        if (auto taken = stack->take(*resource)) session.deployment.resources.push_back(std::move(taken));
      }
    }
  }
}

}  // namespace

std::vector<std::string> exported_names(const Stack& stack) {
  std::vector<std::string> names;
  for (Template* unit : stack.templates) {
    for (const auto& [output_name, output] : unit->outputs) {
      if (const std::string_view name = export_name(output, *unit); !name.empty()) names.emplace_back(name);
    }
  }
  std::ranges::sort(names);
  return names;
}

Value looked_up(const Value& value, Span at, Template& unit) {
  auto source = std::make_shared<ForeignExport>(at);
  unit.deployment.keep_alive.push_back(source);
  return value.with_origin(unit.arena.add_origin({.span = at, .entity = source.get(), .attribute = "Value"}));
}

Value imported_value(std::string_view name, Span at, Template& unit) {
  Session& session = unit.session;
  const auto unknown = [&](const std::string& by) {
    const std::string reason = "`" + std::string(name) + "` is exported by " + by;
    return looked_up(unit.unknown_named("export " + std::string(name), reason), at, unit);
  };
  std::vector<Exporter> exporters = exporters_in(session.stack, name);
  std::vector<std::string> others = session.run->exporters_of(name);
  std::erase(others, session.deployment.path);
  if (exporters.size() + others.size() > 1) return unknown("more than one template of this run");
  if (!others.empty()) exporters = exporters_in(stack_elsewhere(others[0], session), name);
  if (exporters.size() != 1) return unknown("another stack");
  return *output_named(exporters[0].output, *exporters[0].unit);
}

void bring_in_imported(Session& session) {
  if (!session.run->has_exports()) return;
  const std::vector<Template*> own = session.stack.templates;
  for (Template* unit : own) {
    if (!unit->document || !mentions_any(unit->document->source, kImportMarks)) continue;
    for (std::size_t i = 0; i < unit->document->nodes.size(); ++i) {
      const Place place{unit->document, static_cast<DocumentNodeId>(i)};
      if (!is_import(place)) continue;
      bring_in_sources(evaluate_alone(*unit, [&] { return evaluate(place, *unit); }), session);
    }
  }
}

}  // namespace holdfast::cloudformation

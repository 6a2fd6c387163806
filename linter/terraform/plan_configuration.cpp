#include "terraform/plan_configuration.h"

#include <algorithm>

namespace holdfast::terraform {

namespace {

// A variable handed down deeper than this is handed around.
constexpr int kDepthMax = 64;

constexpr PlannedSource kKnown{.is_known = true};
constexpr PlannedSource kOpen{};

std::string without_key(const PlannedInstance& instance) {
  return std::string(instance.address.substr(0, instance.address.size() - instance.key.size()));
}

/// What several expressions or references have in common.
PlannedSource joined(const std::vector<PlannedSource>& sources) {
  const auto same = [](const PlannedSource& a, const PlannedSource& b) {
    return a.instance == b.instance && a.attribute == b.attribute;
  };
  std::vector<PlannedSource> open;
  PlannedSource known = kKnown;
  bool has_several = false;
  for (const PlannedSource& source : sources) {
    if (!source.is_known) {
      if (open.empty() || !same(open.back(), source)) open.push_back(source);
      continue;
    }
    known.is_made_of_null |= source.is_made_of_null;
    if (!source.instance) continue;
    has_several |= known.instance && !same(known, source);
    known.instance = source.instance;
    known.attribute = source.attribute;
  }
  if (open.size() == 1) {
    PlannedSource source = open[0];
    source.is_alone =
        std::ranges::all_of(sources, [&](const PlannedSource& s) { return same(s, source) && s.is_alone; });
    return source;
  }
  if (!open.empty()) return kOpen;
  return has_several ? kKnown : known;
}

}  // namespace

PlannedConfiguration::PlannedConfiguration(const Plan& plan) : plan_(plan) {
  for (const PlannedInstance& instance : plan.instances) {
    if (!instance.is_after()) continue;
    instances_.emplace(instance.address, &instance);
    groups_[without_key(instance)].push_back(&instance);
  }
}

const PlannedModule& PlannedConfiguration::module(const std::string& address) const {
  std::unique_ptr<PlannedModule>& module = modules_[address];
  if (module) return *module;
  module = std::make_unique<PlannedModule>();
  module->address = address;
  if (address.empty()) {
    module->configuration = plan_.configuration;
    return *module;
  }
  const std::vector<Step> steps = steps_of(address);
  std::string caller = address.substr(0, address.size() - steps.back().name.size() - steps.back().key.size() - 7);
  if (caller.ends_with('.')) caller.pop_back();
  PlannedModule& made = *module;  // the table may move its entries, never the modules
  made.key = steps.back().key;
  made.caller = &this->module(caller);
  made.call = made.caller->configuration.find("module_calls").find(steps.back().name);
  made.configuration = made.call.find("module");
  return made;
}

PlannedPlace PlannedConfiguration::place_of(const PlannedInstance& instance) const {
  PlannedPlace place{&module(instance.module), {}, instance.key};
  const auto group = groups_.find(without_key(instance));
  place.is_only_instance = group != groups_.end() && group->second.size() == 1;
  const auto& declared = declarations_in(*place.module);
  const auto found = declared.find({instance.is_data, instance.type, instance.name});
  if (found != declared.end()) place.declaration = found->second;
  return place;
}

PlannedPlace PlannedConfiguration::place_in(std::string_view module_address) const {
  return {&module(std::string(module_address)), {}, {}};
}

const PlannedConfiguration::Declarations& PlannedConfiguration::declarations_in(const PlannedModule& module) const {
  static const Declarations kNone;
  const PlanEntry resources = module.configuration.find("resources");
  if (!resources) return kNone;
  const auto [entry, is_new] = declarations_.try_emplace(resources.span().begin);
  if (!is_new) return entry->second;
  for (const PlanEntry& resource : resources.items()) {
    const bool is_data = resource.text("mode") != "managed";
    entry->second.emplace(std::tuple(is_data, resource.text("type"), resource.text("name")), resource);
  }
  return entry->second;
}

std::vector<std::string_view> PlannedConfiguration::references_of(const PlanEntry& expression) const {
  std::vector<std::string_view> kept;
  for (const PlanEntry& entry : expression.find("references").items()) {
    const std::string_view reference = entry.text();
    const bool is_said = std::ranges::any_of(kept, [&](std::string_view longer) {
      return longer.starts_with(reference) &&
             (longer.size() == reference.size() || longer[reference.size()] == '.' || longer[reference.size()] == '[');
    });
    if (!is_said) kept.push_back(reference);
  }
  return kept;
}

PlannedSource PlannedConfiguration::source_of(std::span<const PlanEntry> expressions, const PlannedPlace& place) const {
  std::vector<PlannedSource> sources;
  for (const PlanEntry& expression : expressions) sources.push_back(joined(sources_of(expression, place)));
  return sources.empty() ? kOpen : joined(sources);
}

std::vector<PlannedSource> PlannedConfiguration::sources_of(const PlanEntry& expression, const PlannedPlace& place,
                                                            int depth) const {
  if (const PlanEntry constant = constant_in(expression)) return {of_given(constant)};
  const std::vector<std::string_view> references = references_of(expression);
  if (references.empty() || depth > kDepthMax) return {kOpen};  // a function may give what it likes
  std::vector<PlannedSource> sources;
  for (const std::string_view reference : references) sources.push_back(source_of(reference, place, depth));
  return sources;
}

PlannedSource PlannedConfiguration::source_of(std::string_view reference, const PlannedPlace& place, int depth) const {
  const std::vector<Step> steps = steps_of(reference);
  if (steps.size() < 2) return kOpen;
  const std::string_view head = steps[0].name;
  if (head == "path" || head == "terraform" || head == "count") return kKnown;
  if (head == "each") return steps[1].name == "value" ? of_each_value(steps, place, depth) : kKnown;
  if (head == "var") return of_variable(steps[1].name, place, depth);
  if (head == "module") return of_output(steps, place, depth);
  if (head == "data") return of_resource("data.", std::span(steps).subspan(1), place);
  if (head == "local" || head == "self") return kOpen;
  return of_resource("", steps, place);
}

PlannedSource PlannedConfiguration::of_variable(std::string_view name, const PlannedPlace& place, int depth) const {
  const PlannedModule& module = *place.module;
  if (!module.caller) return of_given(plan_.variables.find(name).find("value"));
  if (const PlanEntry passed = module.call.find("expressions").find(name)) {
    return joined(sources_of(passed, {module.caller, module.call, module.key}, depth + 1));
  }
  return of_given(module.configuration.find("variables").find(name).find("default"));
}

PlannedSource PlannedConfiguration::of_given(const PlanEntry& value) {
  if (!value) return kOpen;
  return {.is_known = true, .is_made_of_null = value.is_null()};
}

PlannedSource PlannedConfiguration::of_output(std::span<const Step> steps, const PlannedPlace& place, int depth) const {
  if (steps.size() < 3) return kOpen;
  const PlannedModule& caller = *place.module;
  const std::string prefix = caller.address + (caller.address.empty() ? "module." : ".module.");
  std::string_view key = steps[1].key;
  const PlanEntry call = caller.configuration.find("module_calls").find(steps[1].name);
  if (key.empty() && (call.find("count_expression") || call.find("for_each_expression"))) return kOpen;
  const PlannedModule& called = module(prefix + std::string(steps[1].name) + std::string(key));
  const PlanEntry output = called.configuration.find("outputs").find(steps[2].name);
  const PlanEntry expression = output.find("expression");
  return expression ? joined(sources_of(expression, {&called, {}, {}}, depth + 1)) : kOpen;
}

PlannedSource PlannedConfiguration::of_each_value(std::span<const Step> steps, const PlannedPlace& place,
                                                  int depth) const {
  const PlanEntry expression = place.declaration.find("for_each_expression");
  if (!expression) return kOpen;
  const std::vector<std::string_view> references = references_of(expression);
  // Repeated for the instances of another resource, each belongs to the one with its key.
  if (references.size() == 1) {
    const std::vector<Step> repeated = steps_of(references[0]);
    const bool is_data = repeated[0].name == "data";
    if (repeated.size() == (is_data ? 3u : 2u)) {
      std::vector<Step> one(repeated.begin() + is_data, repeated.end());
      one.back().key = place.key;
      one.insert(one.end(), steps.begin() + 2, steps.end());
      const PlannedSource found = of_resource(is_data ? "data." : "", one, place);
      if (found.instance) return found;
    }
  }
  // What it is repeated for mentions the values of all instances.
  const PlannedSource source = joined(sources_of(expression, place, depth + 1));
  return source.is_known || place.is_only_instance ? source : kOpen;
}

PlannedSource PlannedConfiguration::of_resource(std::string_view prefix, std::span<const Step> steps,
                                                const PlannedPlace& place) const {
  if (steps.size() < 2) return kOpen;
  const std::string& module = place.module->address;
  std::string address = module.empty() ? "" : module + ".";
  address += std::string(prefix) + std::string(steps[0].name) + "." + std::string(steps[1].name);
  const auto group = groups_.find(address);
  if (group == groups_.end()) return kKnown;  // there are no instances of it
  const auto find = [&](std::string_view key) {
    const auto found = instances_.find(address + std::string(key));
    return found == instances_.end() ? nullptr : found->second;
  };
  const PlannedInstance* instance = find(steps[1].key);
  if (!instance && steps[1].key.empty()) instance = find(place.key);
  if (!instance && group->second.size() == 1) instance = group->second[0];
  if (!instance) return kOpen;
  const std::string_view attribute = steps.size() > 2 ? steps[2].name : std::string_view();
  const PlannedNode value = attribute.empty() ? instance->after : instance->after.member(attribute);
  const bool is_known =
      !attribute.empty() && value.unknown ? !value.is_unknown() && !value.is_null() : !value.is_null();
  return {.is_known = is_known && !attribute.empty(),
          .instance = instance,
          .attribute = attribute,
          .is_alone = !attribute.empty()};
}

PlanEntry PlannedConfiguration::constant_of(const PlanEntry& expression, const PlannedPlace& place, int depth) const {
  if (const PlanEntry constant = constant_in(expression)) return constant;
  const std::vector<std::string_view> references = references_of(expression);
  if (references.size() != 1 || depth > kDepthMax) return {};
  const std::vector<Step> steps = steps_of(references[0]);
  if (steps.size() != 2 || steps[0].name != "var" || !steps[1].key.empty()) return {};
  const PlannedModule& module = *place.module;
  if (!module.caller) return plan_.variables.find(steps[1].name).find("value");
  const PlanEntry passed = module.call.find("expressions").find(steps[1].name);
  if (passed) return constant_of(passed, {module.caller, module.call, module.key}, depth + 1);
  return module.configuration.find("variables").find(steps[1].name).find("default");
}

}  // namespace holdfast::terraform

#include "terraform/plan.h"

#include "syntax/document_builder.h"
#include "terraform/terraform.h"
#include "terraform/terraform_diagnostics.h"

#include <algorithm>
#include <unordered_set>

namespace holdfast {

bool may_be_terraform_plan(std::string_view source) {
  const std::size_t first = source.find_first_not_of(" \t\r\n");
  if (first == source.npos || source[first] != '{' || source.find("\"format_version\"") == source.npos) return false;
  return source.find("\"resource_changes\"") != source.npos || source.find("\"planned_values\"") != source.npos;
}

}  // namespace holdfast

namespace holdfast::terraform {

namespace {

/// Most of a plan nobody asks for: what stays as it is, what no rule knows, and what stands there twice.
class Wanted {
 public:
  explicit Wanted(std::string_view source) : has_changes_(source.find("\"resource_changes\"") != source.npos) {}

  Interest operator()(const DocumentBuilder& so_far, std::string_view key) const {
    if (so_far.depth() == 1) return key == "planned_values" && has_changes_ ? Interest::folded : Interest::whole;
    const std::string_view section = so_far.key_at(1);
    if (section == "configuration") return key == "expressions" ? Interest::folded : Interest::whole;
    if (section == "resource_changes") return of_change(so_far, key);
    if (section == "variables" || so_far.depth() == 2) return Interest::whole;
    // The state of what is managed stands beside its change.
    const bool is_unread = section == "prior_state" && is_managed(so_far);
    return is_unread || key == "sensitive_values" ? Interest::none
           : key == "values"                      ? Interest::folded
                                                  : Interest::whole;
  }

 private:
  static Interest of_change(const DocumentBuilder& so_far, std::string_view key) {
    if (key == "before" || key == "after" || key == "before_sensitive" || key == "after_sensitive") {
      return Interest::folded;
    }
    return so_far.depth() == 3 && key == "provider_name" ? Interest::none : Interest::whole;
  }
  static bool is_managed(const DocumentBuilder& so_far) {
    const auto entries = so_far.entries();
    for (std::size_t i = 0; i + 1 < entries.size(); i += 2) {
      if (so_far.document().text(entries[i]) == "mode") return so_far.document().text(entries[i + 1]) == "managed";
    }
    return false;
  }

  bool has_changes_;
};

bool is_no_op(const PlanEntry& actions) { return actions.size() == 1 && actions.item(0).text() == "no-op"; }

/// `module.a["x"].module.b` of `module.a["x"].module.b.data.type.name[0]`.
std::string module_of(const std::vector<Step>& steps) {
  std::string module;
  for (std::size_t i = 0; i + 1 < steps.size() && steps[i].name == "module"; i += 2) {
    module +=
        (module.empty() ? "module." : ".module.") + std::string(steps[i + 1].name) + std::string(steps[i + 1].key);
  }
  return module;
}

class PlanReader {
 public:
  explicit PlanReader(Plan& plan) : plan_(plan) {}

  void read(const PlanEntry& root) {
    const PlanEntry configuration = root.find("configuration");
    plan_.configuration = configuration.find("root_module");
    plan_.provider_configurations = configuration.find("provider_config");
    plan_.variables = root.find("variables");
    plan_.relevant_attributes = root.find("relevant_attributes");
    if (const PlanEntry changes = root.find("resource_changes")) {
      for (const PlanEntry& change : changes.items()) add_change(change);
    } else {
      add_module(root.find("planned_values").find("root_module"), false);
    }
    add_module(root.find("prior_state").find("values").find("root_module"), true);
  }

 private:
  void add_change(const PlanEntry& entry) {
    const PlanEntry change = entry.find("change");
    PlannedInstance instance = instance_of(entry);
    if (instance.address.empty() || !change) return;
    instance.change = {.value = change};
    instance.after = {change.find("after"), change.find("after_unknown"), change.find("after_sensitive")};
    instance.before = {.value = change.find("before"), .sensitive = change.find("before_sensitive")};
    if (is_no_op(change.find("actions"))) instance.before = instance.after;
    instance.previous_address = entry.text("previous_address");
    instance.has_marks = bool(instance.after.unknown);
    add(std::move(instance));
  }

  /// Values of a module and of those below it: what is planned, or data sources that were read for the plan.
  void add_module(const PlanEntry& module, bool only_data) {
    for (const PlanEntry& resource : module.find("resources").items()) {
      PlannedInstance instance = instance_of(resource);
      instance.after = {.value = resource.find("values")};
      instance.has_marks = only_data;
      if (!instance.address.empty() && (instance.is_data || !only_data)) add(std::move(instance));
    }
    for (const PlanEntry& child : module.find("child_modules").items()) add_module(child, only_data);
  }

  static PlannedInstance instance_of(const PlanEntry& entry) {
    PlannedInstance instance;
    instance.address = entry.text("address");
    instance.type = entry.text("type");
    instance.name = entry.text("name");
    instance.is_data = entry.text("mode") != "managed";
    instance.span = entry.find("address").span();
    const std::vector<Step> steps = steps_of(instance.address);
    instance.module = module_of(steps);
    if (!steps.empty()) instance.key = steps.back().key;
    return instance;
  }

  void add(PlannedInstance instance) {
    // An object that is left behind by a failed replacement shares the address of the one that takes its place.
    if (seen_.insert(instance.address).second) plan_.instances.push_back(std::move(instance));
  }

  Plan& plan_;
  std::unordered_set<std::string_view> seen_;
};

}  // namespace

PlannedNode PlannedNode::member(std::string_view name) const {
  return {value.find(name), unknown.find(name), sensitive.find(name)};
}

PlannedNode PlannedNode::item(std::size_t index) const {
  return {value.item(index), unknown.item(index), sensitive.item(index)};
}

bool PlannedNode::is_null() const { return !is_unknown() && value.is_null(); }

std::vector<std::string_view> PlannedNode::names() const {
  std::vector<std::string_view> names;
  for (const PlanEntry& part : {value, unknown}) {
    for (const auto& member : part.members()) names.push_back(member.first);
  }
  std::ranges::sort(names);
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

std::size_t PlannedNode::size() const {
  std::size_t size = 0;
  for (const PlanEntry& part : {value, unknown}) {
    if (part.is_sequence()) size = std::max(size, part.size());
  }
  return size;
}

Span PlannedNode::span() const { return value && !is_null() ? value.span() : unknown.span(); }

namespace {

/// The dot or end behind the step that begins here; dots in brackets are part of a key.
std::size_t step_end(std::string_view address, std::size_t at) {
  bool is_key = false;
  bool is_quoted = false;
  for (; at < address.size(); ++at) {
    const char c = address[at];
    if (c == '.' && !is_key) break;
    if (c == '"') is_quoted = !is_quoted;
    if (c == '\\') ++at;
    if (!is_quoted && (c == '[' || c == ']')) is_key = c == '[';
  }
  return std::min(at, address.size());
}

}  // namespace

std::vector<Step> steps_of(std::string_view address) {
  std::vector<Step> steps;
  for (std::size_t begin = 0; begin < address.size();) {
    const std::size_t end = step_end(address, begin);
    const std::string_view step = address.substr(begin, end - begin);
    const std::size_t key = std::min(step.find('['), step.size());
    steps.push_back({step.substr(0, key), step.substr(key)});
    begin = end + 1;
  }
  return steps;
}

std::unique_ptr<const Plan> read_plan(FileId file, std::string_view source, Diagnostics& diagnostics) {
  auto plan = std::make_unique<Plan>();
  Diagnostics found;
  plan->text.document = parse_json(file, source, Wanted(source), found);
  if (plan->text.document.is_empty()) return nullptr;
  const PlanEntry root(plan->text, plan->text.document.root);
  const PlanEntry version = root.find("format_version");
  if (!version || (!root.find("resource_changes") && !root.find("planned_values"))) return nullptr;
  diagnostics.append(found);
  if (!version.text().starts_with("0.") && !version.text().starts_with("1.")) {
    diagnostics.report(kPlanFormat, version.span(), {version.text()});
    plan->incomplete_because = "the plan has an unknown format";
    return plan;
  }
  if (plan->text.document.has_errors) plan->incomplete_because = "the plan could not be read completely";
  if (root.text("errored") == "true") plan->incomplete_because = "planning ended with an error";
  if (root.text("complete") == "false") plan->incomplete_because = "parts of the plan were deferred";
  plan->knows_relevant_attributes = !version.text().starts_with("0.") && version.text() != "1.0";
  PlanReader(*plan).read(root);
  return plan;
}

}  // namespace holdfast::terraform

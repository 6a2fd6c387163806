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

using Node = DocumentNodeId;

bool is_no_op(const Document& document, Node actions) {
  const auto items = document.children_of(actions);
  return items.size() == 1 && document.text(items[0]) == "no-op";
}

/// What nobody reads of a plan is most of it: the state before, and values that stand there twice.
class Wanted {
 public:
  explicit Wanted(std::string_view source) : has_changes_(source.find("\"resource_changes\"") != source.npos) {}

  bool operator()(const DocumentBuilder& so_far, std::string_view key) const {
    if (so_far.depth() == 1) return is_wanted_section(key);
    const std::string_view section = so_far.key_at(1);
    // What stays as it is stands there twice.
    if (section == "resource_changes" && key == "before" && so_far.depth() == 4) return !is_kept(so_far);
    if (section == "prior_state") return key != "sensitive_values" && (key != "values" || !is_managed(so_far));
    return true;
  }

 private:
  bool is_wanted_section(std::string_view key) const {
    if (key == "planned_values") return !has_changes_;
    return key == "format_version" || key == "variables" || key == "resource_changes" || key == "configuration" ||
           key == "prior_state" || key == "errored" || key == "complete";
  }

  static bool is_kept(const DocumentBuilder& so_far) {
    const Document& document = so_far.document();
    const auto entries = so_far.entries();
    for (std::size_t i = 0; i + 1 < entries.size(); i += 2) {
      if (document.text(entries[i]) == "actions") return is_no_op(document, entries[i + 1]);
    }
    return false;
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

std::optional<Node> find_in(const Document& document, std::optional<Node> mapping, std::string_view key) {
  const Node* found = mapping ? document.find(*mapping, key) : nullptr;
  return found ? std::optional(*found) : std::nullopt;
}

std::optional<Node> item_in(const Document& document, std::optional<Node> sequence, std::size_t index) {
  if (!sequence || document.node(*sequence).kind != DocumentKind::sequence) return std::nullopt;
  const auto items = document.children_of(*sequence);
  return index < items.size() ? std::optional(items[index]) : std::nullopt;
}

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
  explicit PlanReader(Plan& plan) : plan_(plan), document_(plan.document) {}

  void read() {
    const std::optional<Node> configuration = plan_.find(document_.root, "configuration");
    plan_.configuration = plan_.find(configuration, "root_module");
    plan_.provider_configurations = plan_.find(configuration, "provider_config");
    plan_.variables = plan_.find(document_.root, "variables");
    if (const auto changes = plan_.find(document_.root, "resource_changes")) {
      for (const Node change : document_.children_of(*changes)) add_change(change);
    } else {
      add_module(plan_.find(plan_.find(document_.root, "planned_values"), "root_module"), false);
    }
    const auto state = plan_.find(plan_.find(document_.root, "prior_state"), "values");
    add_module(plan_.find(state, "root_module"), true);
  }

 private:
  void add_change(Node node) {
    const auto change = plan_.find(node, "change");
    PlannedInstance instance = instance_of(node);
    if (instance.address.empty() || !change) return;
    const auto part = [&](std::string_view value, std::string_view unknown, std::string_view sensitive) {
      return PlannedNode{&document_, plan_.find(change, value), plan_.find(change, unknown),
                         plan_.find(change, sensitive)};
    };
    instance.change = {.document = &document_, .value = change};
    instance.after = part("after", "after_unknown", "after_sensitive");
    const auto actions = plan_.find(change, "actions");
    const bool is_kept = actions && is_no_op(document_, *actions);
    instance.before = is_kept ? instance.after : part("before", "", "before_sensitive");
    instance.previous_address = plan_.text(node, "previous_address");
    instance.has_marks = instance.after.unknown.has_value();
    add(std::move(instance));
  }

  /// Values of a module and of those below it: what is planned, or data sources that were read for the plan.
  void add_module(std::optional<Node> module, bool only_data) {
    if (const auto resources = plan_.find(module, "resources")) {
      for (const Node resource : document_.children_of(*resources)) {
        PlannedInstance instance = instance_of(resource);
        instance.after = {.document = &document_, .value = plan_.find(resource, "values")};
        instance.has_marks = only_data;
        if (!instance.address.empty() && (instance.is_data || !only_data)) add(std::move(instance));
      }
    }
    if (const auto children = plan_.find(module, "child_modules")) {
      for (const Node child : document_.children_of(*children)) add_module(child, only_data);
    }
  }

  PlannedInstance instance_of(Node node) const {
    PlannedInstance instance;
    instance.address = plan_.text(node, "address");
    instance.type = plan_.text(node, "type");
    instance.name = plan_.text(node, "name");
    instance.is_data = plan_.text(node, "mode") != "managed";
    if (const auto address = plan_.find(node, "address")) instance.span = document_.span(*address);
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
  const Document& document_;
  std::unordered_set<std::string_view> seen_;
};

}  // namespace

PlannedNode PlannedNode::member(std::string_view name) const {
  return {document, find_in(*document, value, name), find_in(*document, unknown, name),
          find_in(*document, sensitive, name)};
}

PlannedNode PlannedNode::item(std::size_t index) const {
  return {document, item_in(*document, value, index), item_in(*document, unknown, index),
          item_in(*document, sensitive, index)};
}

bool PlannedNode::is(const std::optional<DocumentNodeId>& node, DocumentKind kind) const {
  return node && document->node(*node).kind == kind;
}

bool PlannedNode::is_marked(const std::optional<DocumentNodeId>& mark) const {
  return is(mark, DocumentKind::scalar) && document->text(*mark) == "true";
}

bool PlannedNode::is_null() const {
  if (is_unknown()) return false;
  return !value || (is(value, DocumentKind::scalar) && scalar_type(*document, *value) == ScalarType::null);
}

std::vector<std::string_view> PlannedNode::names() const {
  std::vector<std::string_view> names;
  for (const auto& part : {value, unknown}) {
    if (!is(part, DocumentKind::mapping)) continue;
    const auto children = document->children_of(*part);
    for (std::size_t i = 0; i + 1 < children.size(); i += 2) names.push_back(document->text(children[i]));
  }
  std::ranges::sort(names);
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

std::size_t PlannedNode::size() const {
  std::size_t size = 0;
  for (const auto& part : {value, unknown}) {
    if (is(part, DocumentKind::sequence)) size = std::max(size, document->children_of(*part).size());
  }
  return size;
}

Span PlannedNode::span() const {
  if (value && !is_null()) return document->span(*value);
  return unknown ? document->span(*unknown) : Span{};
}

std::optional<Node> Plan::find(std::optional<Node> mapping, std::string_view key) const {
  return find_in(document, mapping, key);
}

std::string_view Plan::text(std::optional<Node> mapping, std::string_view key) const {
  const auto found = find(mapping, key);
  return found ? document.text(*found) : std::string_view();
}

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
  plan->document = parse_json(file, source, Wanted(source), found);
  if (plan->document.is_empty()) return nullptr;
  const Node root = plan->document.root;
  const auto version = plan->find(root, "format_version");
  if (!version || (!plan->find(root, "resource_changes") && !plan->find(root, "planned_values"))) return nullptr;
  diagnostics.append(found);
  const std::string_view number = plan->document.text(*version);
  if (!number.starts_with("0.") && !number.starts_with("1.")) {
    diagnostics.report(kPlanFormat, plan->document.span(*version), {number});
    plan->incomplete_because = "the plan has an unknown format";
    return plan;
  }
  if (plan->document.has_errors) plan->incomplete_because = "the plan could not be read completely";
  if (plan->text(root, "errored") == "true") plan->incomplete_because = "planning ended with an error";
  if (plan->text(root, "complete") == "false") plan->incomplete_because = "parts of the plan were deferred";
  PlanReader(*plan).read();
  return plan;
}

}  // namespace holdfast::terraform

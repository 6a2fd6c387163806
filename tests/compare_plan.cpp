// Compares what a root evaluates to with the plan that Terraform made of it: compare_plan DIRECTORY [WORKSPACE]
#include "expression/function.h"
#include "syntax/document.h"
#include "terraform/terraform.h"
#include "value/number.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace {

using namespace holdfast;
using Node = DocumentNodeId;

enum class Match { equal, unknown, different };

/// Scalars as text, so that "35" is 35: providers convert.
std::optional<std::string> scalar_text(const Value& value) {
  if (value.is_text()) return std::string(value.as_text());
  if (value.is_number()) return to_string_number(value);
  if (value.is_boolean()) return value.as_boolean() ? "true" : "false";
  return std::nullopt;
}

bool same_document(const Document& a, Node x, const Document& b, Node y) {
  if (a.node(x).kind != b.node(y).kind) return false;
  if (a.node(x).kind == DocumentKind::scalar) return a.text(x) == b.text(y);
  const auto left = a.children_of(x);
  const auto right = b.children_of(y);
  if (left.size() != right.size()) return false;
  if (a.node(x).kind == DocumentKind::sequence) {
    return std::ranges::equal(left, right, [&](Node i, Node j) { return same_document(a, i, b, j); });
  }
  for (std::size_t i = 0; i + 1 < left.size(); i += 2) {
    const Node* found = b.find(y, a.text(left[i]));
    if (!found || !same_document(a, left[i + 1], b, *found)) return false;
  }
  return true;
}

/// Providers normalise JSON text.
bool same_json(std::string_view a, std::string_view b) {
  if (!a.starts_with('{') && !a.starts_with('[')) return false;
  Diagnostics unused;
  const Document left = parse_json(kNoFile, a, unused);
  const Document right = parse_json(kNoFile, b, unused);
  return !left.has_errors && !right.has_errors && same_document(left, left.root, right, right.root);
}

class Comparison {
 public:
  explicit Comparison(const Document& plan) : plan_(plan) {}

  /// `unknown` when the plan knows more than we do; attributes that nobody wrote are not compared.
  Match compare(const Value& ours, Node theirs) const {
    const DocumentNode& node = plan_.node(theirs);
    if (ours.is_unknown() && is_null(theirs)) return Match::equal;
    if (ours.is_unknown() || ours.is_choice()) return Match::unknown;
    if (ours.is_null()) return is_empty(theirs) ? Match::equal : Match::different;
    if (const auto text = scalar_text(ours)) {
      if (node.kind != DocumentKind::scalar) return Match::different;
      const std::string planned = std::string(plan_.text(theirs));
      return *text == planned || same_json(*text, planned) ? Match::equal : Match::different;
    }
    if (ours.is_sequence()) return compare_items(ours.items(), theirs);
    if (ours.is_mapping() && ours.entries().empty() && is_empty(theirs)) return Match::equal;
    if (ours.is_mapping() && node.kind == DocumentKind::sequence) return compare_items({&ours, 1}, theirs);
    return ours.is_mapping() ? compare_members(ours, theirs) : Match::different;
  }

 private:
  bool is_null(Node node) const {
    return plan_.node(node).kind == DocumentKind::scalar && scalar_type(plan_, node) == ScalarType::null;
  }

  bool is_empty(Node node) const {
    if (plan_.node(node).kind != DocumentKind::scalar) return plan_.node(node).child_count == 0;
    return is_null(node) || plan_.text(node).empty() || plan_.text(node) == "false" || plan_.text(node) == "0";
  }

  /// In any order: providers sort sets.
  Match compare_items(std::span<const Value> ours, Node theirs) const {
    if (plan_.node(theirs).kind != DocumentKind::sequence) return Match::different;
    const auto children = plan_.children_of(theirs);
    std::vector<Node> left(children.begin(), children.end());
    Match result = Match::equal;
    for (const Value& item : ours) {
      auto best = left.end();
      Match match = Match::different;
      for (auto candidate = left.begin(); candidate != left.end(); ++candidate) {
        const Match found = compare(item, *candidate);
        if (found < match) {
          match = found;
          best = candidate;
        }
      }
      if (best == left.end()) return Match::different;
      left.erase(best);
      result = std::max(result, match);
    }
    return left.empty() || ours.size() > 1 ? result : Match::different;
  }

  Match compare_members(const Value& ours, Node theirs) const {
    if (plan_.node(theirs).kind != DocumentKind::mapping) return Match::different;
    Match result = Match::equal;
    for (const Value::Entry& entry : ours.entries()) {
      const Node* planned = plan_.find(theirs, entry.key);
      if (planned) {
        result = std::max(result, compare(entry.value, *planned));
      } else if (!entry.value.is_null() && entry.value.is_wholly_known()) {
        result = Match::different;
      }
    }
    return result;
  }

  const Document& plan_;
};

class Run {
 public:
  Run(const Document& plan, Deployment& deployment) : plan_(plan), deployment_(deployment) {
    for (const auto& resource : deployment.resources) by_address_[resource->address] = resource.get();
    for (const Diagnostic& diagnostic : deployment.diagnostics.all()) {
      fmt::print("  {}: {}\n", diagnostic.kind->id, diagnostic.message);
    }
  }

  void compare() {
    if (const Node* changes = plan_.find(plan_.root, "resource_changes")) {
      for (const Node change : plan_.children_of(*changes)) {
        if (const Node* body = plan_.find(change, "change")) changes_[text(change, "address")] = *body;
      }
    }
    if (const Node* values = plan_.find(plan_.root, "planned_values")) {
      if (const Node* module = plan_.find(*values, "root_module")) compare_module(*module);
    }
    for (const auto& [address, resource] : by_address_) {
      if (resource->is_data || planned_.contains(address) || is_ended(address)) continue;
      fmt::print("  only in the source: {}\n", address);
      ++different_;
    }
    fmt::print("{}: compared {}, equal {}, unknown {}, different {}\n", deployment_.path, compared_, equal_, unknown_,
               different_);
  }

  bool is_same() const { return different_ == 0; }

 private:
  std::string text(Node node, std::string_view key) const {
    const Node* found = plan_.find(node, key);
    return found ? std::string(plan_.text(*found)) : std::string();
  }

  void compare_module(Node module) {
    if (const Node* resources = plan_.find(module, "resources")) {
      for (const Node resource : plan_.children_of(*resources)) compare_resource(resource);
    }
    if (const Node* children = plan_.find(module, "child_modules")) {
      for (const Node child : plan_.children_of(*children)) compare_module(child);
    }
  }

  void compare_resource(Node planned) {
    const std::string address = text(planned, "address");
    planned_[address] = true;
    const auto found = by_address_.find(address);
    if (found == by_address_.end()) {
      if (is_ended(address)) return;
      fmt::print("  only in the plan: {}\n", address);
      ++different_;
      return;
    }
    const Node* values = plan_.find(planned, "values");
    for (const std::string_view name : found->second->written_names()) {
      if (values) compare_attribute(*found->second, name, plan_.find(*values, name));
    }
  }

  void compare_attribute(Resource& resource, std::string_view name, const Node* planned) {
    const Value ours = resource.written(name);
    ++compared_;
    Match match = Match::equal;
    if (planned) {
      match = Comparison(plan_).compare(ours, *planned);
    } else if (!is_nothing(ours) && ours.is_wholly_known() && is_open(resource.address, name)) {
      match = Match::different;
    }
    if (match == Match::equal) ++equal_;
    if (match == Match::unknown) ++unknown_;
    if (match == Match::different) ++different_;
    if (match == Match::equal) return;
    fmt::print("  {} {}.{} = {}\n", match == Match::unknown ? "unknown" : "different", resource.address, name,
               describe(ours, deployment_.arena, 200));
    if (ours.is_unknown()) fmt::print("    because {}\n", ours.as_unknown().reason);
    if (planned) fmt::print("    plan: {}\n", source(*planned));
  }

  /// What was not written may be anything in the end.
  static bool is_nothing(const Value& value) {
    return value.is_null() || (value.is_sequence() && value.items().empty());
  }

  /// Is it destroyed or forgotten?
  bool is_ended(const std::string& address) const {
    const auto change = changes_.find(address);
    const Node* actions = change == changes_.end() ? nullptr : plan_.find(change->second, "actions");
    if (!actions || plan_.children_of(*actions).size() != 1) return false;
    const std::string_view action = plan_.text(plan_.children_of(*actions)[0]);
    return action == "delete" || action == "forget";
  }

  /// Does the plan say that the whole attribute is known only after apply?
  bool is_open(const std::string& address, std::string_view name) const {
    const auto change = changes_.find(address);
    const Node* unknown = change == changes_.end() ? nullptr : plan_.find(change->second, "after_unknown");
    const Node* attribute = unknown ? plan_.find(*unknown, name) : nullptr;
    return attribute && plan_.node(*attribute).kind == DocumentKind::scalar && plan_.text(*attribute) == "true";
  }

  std::string source(Node node) const {
    const DocumentNode& n = plan_.node(node);
    return std::string(plan_.source.substr(n.begin, std::min<std::size_t>(n.end - n.begin, 200)));
  }

  const Document& plan_;
  Deployment& deployment_;
  std::map<std::string, Resource*> by_address_;
  std::map<std::string, bool> planned_;
  std::map<std::string, Node> changes_;
  int compared_ = 0;
  int equal_ = 0;
  int unknown_ = 0;
  int different_ = 0;
};

}  // namespace

int main(int argument_count, char** arguments) {
  if (argument_count < 2) return 3;
  const std::string directory = arguments[1];
  Workspace workspace;
  const Result<FileId> id = workspace.load(directory + "/plan.json");
  if (!id) return 2;
  Diagnostics diagnostics;
  const Document plan = parse_json(*id, workspace.file(*id).text(), diagnostics);
  Inputs inputs;
  if (argument_count > 2) inputs.workspace = arguments[2];
  const FunctionTable functions;
  const auto deployment = load_terraform(workspace, directory, inputs, functions, nullptr);
  Run run(plan, *deployment);
  run.compare();
  return run.is_same() ? 0 : 1;
}

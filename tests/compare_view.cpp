// Compares what a root evaluates to with a view of its resources that another evaluator wrote:
// compare_view DIRECTORY VIEW.json. The view holds `resources.TYPE.ADDRESS.attributes`; after its own fashion
//   - keys in addresses stand without quotes,
//   - what is read from an attribute that is not written is the address of its resource, or left out,
//   - the language's own arguments (`provider`) stand among the others, the language's own blocks are none,
//   - blocks are lists of objects, nulls and empty lists are left out.
#include "expression/function.h"
#include "model/model.h"
#include "model/reference.h"
#include "plan_comparison.h"
#include "rule/pack.h"
#include "terraform/terraform.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>

namespace {

using namespace holdfast;
using terraform::Match;
using terraform::PlanEntry;
using terraform::PlannedNode;

std::string without_quotes(std::string address) {
  std::erase(address, '"');
  return address;
}

/// A block of the language that rules see like a resource.
bool is_statement(std::string_view address) {
  return address.starts_with("terraform.") || address.starts_with("provider.");
}

class ViewComparison {
 public:
  ViewComparison(const PlanEntry& view, Deployment& deployment) : view_(view), deployment_(deployment) {
    for (const auto& resource : deployment.resources) ours_[without_quotes(resource->address)] = resource.get();
  }

  PlanComparison run() {
    for (const auto& type : view_.find("resources").members()) compare_type(type.second);
    for (const auto& [address, resource] : ours_) {
      if (!is_statement(address)) comparison_.add(Match::different, address + " only in the sources");
    }
    return std::move(comparison_);
  }

 private:
  void compare_type(const PlanEntry& instances) {
    for (const auto& [address, instance] : instances.members()) {
      const auto found = ours_.find(std::string(address));
      const PlanEntry attributes = instance.find("attributes");
      if (found == ours_.end() || !attributes) {
        comparison_.add(Match::different, fmt::format("{} only in the view", address));
        continue;
      }
      compare_resource(*found->second, PlannedNode{.value = attributes});
      ours_.erase(found);
    }
  }

  void compare_resource(Resource& resource, const PlannedNode& attributes) {
    std::set<std::string, std::less<>> names;
    for (const std::string_view name : resource.written_names()) names.emplace(name);
    for (const std::string_view name : attributes.names()) names.emplace(name);
    for (const std::string& name : names) {
      const Value value = resource.written(name);
      if (name == "provider") continue;
      const PlannedNode node = attributes.member(name);
      const Match match = compare(value, node);
      const std::string_view theirs = node.value ? node.value.source() : "nothing";
      comparison_.add(match, fmt::format("{}.{}", resource.address, name),
                      fmt::format("sources: {}\nview: {}", describe(value, deployment_.arena, 300), theirs));
    }
  }

  Match compare(const Value& value, const PlannedNode& node) {
    if (!node.value) return value.is_wholly_known() ? terraform::match(value, node) : Match::equal;
    if (is_source(value, node)) return Match::equal;
    if (value.is_unknown()) return Match::open;
    if (value.is_sequence() && node.is_sequence() && value.items().size() == node.size()) {
      Match worst = Match::equal;
      for (std::size_t i = 0; i < node.size(); ++i) worst = std::max(worst, compare(value.items()[i], node.item(i)));
      if (worst != Match::different) return worst;
    }
    if (value.is_mapping() && node.is_mapping()) {
      Match worst = Match::equal;
      for (const Value::Entry& entry : value.entries()) {
        worst = std::max(worst, compare(entry.value, node.member(entry.key)));
      }
      return worst;
    }
    return terraform::match(value, node);
  }

  bool is_source(const Value& value, const PlannedNode& node) {
    const Resource* source = source_resource(value, deployment_.arena, [](Resource&) { return true; });
    return source && !node.is_mapping() && !node.is_sequence() &&
           node.value.text().starts_with(without_quotes(source->address));
  }

  PlanEntry view_;
  Deployment& deployment_;
  std::map<std::string, Resource*> ours_;
  PlanComparison comparison_;
};

}  // namespace

int main(int argument_count, char** arguments) {
  if (argument_count < 3) return 3;
  Workspace workspace;
  const Result<FileId> id = workspace.load(arguments[2]);
  if (!id) return 2;
  Diagnostics diagnostics;
  const terraform::PlanText view{.document = parse_json(*id, workspace.file(*id).text(), diagnostics)};
  const FunctionTable functions;
  Packs packs;
  load_embedded_packs(packs, workspace, embedded_packs(), diagnostics);
  packs.finish(diagnostics);
  Model model(packs.definitions(), functions, Value());
  const auto deployment = load_terraform(workspace, arguments[1], {}, functions, &model);
  model.attach(*deployment);
  const PlanComparison comparison = ViewComparison({view, view.document.root}, *deployment).run();
  for (const auto& [match, subject, detail] : comparison.deviations) {
    fmt::print("  {} {}\n{}\n", match == Match::open ? "unknown" : "different", subject, detail);
  }
  fmt::print("{}: {}\n", arguments[1], comparison.text());
  return comparison.different == 0 ? 0 : 1;
}

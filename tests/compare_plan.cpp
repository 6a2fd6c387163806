// Compares what a root evaluates to with the plan that Terraform made of it, and with what the plan says without its
// sources: compare_plan DIRECTORY [PLAN [WORKSPACE]]
#include "expression/function.h"
#include "terraform/plan.h"
#include "terraform/planned_match.h"
#include "terraform/terraform.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <map>
#include <string>
#include <string_view>

namespace {

using namespace holdfast;
using terraform::Match;

struct Tally {
  std::array<int, 3> counts = {};
  void add(Match match) { ++counts[static_cast<std::size_t>(match)]; }
  std::string text() const {
    return fmt::format("compared {}, equal {}, unknown {}, different {}", counts[0] + counts[1] + counts[2], counts[0],
                       counts[1], counts[2]);
  }
};

using ByAddress = std::map<std::string_view, Resource*>;

ByAddress by_address(const Deployment& deployment) {
  ByAddress found;
  for (const auto& resource : deployment.resources) found[resource->address] = resource.get();
  return found;
}

std::string planned_text(const terraform::PlannedNode& node) {
  if (!node.value) return node.is_unknown() ? "known only after apply" : "nothing";
  const Span span = node.document->span(*node.value);
  return std::string(node.document->source.substr(span.begin, std::min<std::size_t>(span.end - span.begin, 200)));
}

/// The attributes that the sources give, each with what is planned for it.
Tally compare_with_plan(const terraform::Plan& plan, Deployment& deployment) {
  Tally tally;
  ByAddress ours = by_address(deployment);
  for (const terraform::PlannedInstance& planned : plan.instances) {
    const auto found = ours.find(planned.address);
    if (planned.is_data || !planned.is_after()) {
      if (found != ours.end()) ours.erase(found);
      continue;
    }
    if (found == ours.end()) {
      fmt::print("  only in the plan: {}\n", planned.address);
      tally.add(Match::different);
      continue;
    }
    Resource& resource = *found->second;
    ours.erase(found);
    for (const std::string_view name : resource.written_names()) {
      const Value value = resource.written(name);
      const terraform::PlannedNode node = planned.after.member(name);
      const Match match = node.value || node.unknown ? terraform::match(value, node) : Match::equal;
      tally.add(match);
      if (match == Match::equal) continue;
      fmt::print("  {} {}.{} = {}\n    plan: {}\n", match == Match::open ? "unknown" : "different", resource.address,
                 name, describe(value, deployment.arena, 200), planned_text(node));
      if (value.is_unknown()) fmt::print("    because {}\n", value.as_unknown().reason);
    }
  }
  for (const auto& [address, resource] : ours) {
    if (resource->is_data) continue;
    fmt::print("  only in the sources: {}\n", address);
    tally.add(Match::different);
  }
  return tally;
}

/// The attributes that are known without the sources, as the sources have them.
Tally compare_without_sources(const terraform::Plan& plan, Deployment& sources, Deployment& alone) {
  Tally tally;
  const ByAddress ours = by_address(sources);
  for (const auto& [address, resource] : by_address(alone)) {
    const auto found = ours.find(address);
    if (resource->is_data || found == ours.end()) continue;
    for (const std::string_view name : found->second->written_names()) {
      const Value value = resource->written(name);
      const Value source = found->second->written(name);
      if (!value.is_wholly_known() || !source.is_wholly_known()) {
        tally.add(Match::open);
        continue;
      }
      const auto planned = std::ranges::find(plan.instances, address, &terraform::PlannedInstance::address);
      const bool is_nothing = value.is_null() && terraform::match(source, planned->after.member(name)) == Match::equal;
      const bool is_same = is_nothing || terraform::match(value, planned->after.member(name)) == Match::equal;
      tally.add(is_same ? Match::equal : Match::different);
      if (!is_same) fmt::print("  differs without sources: {}.{}\n", address, name);
    }
  }
  return tally;
}

}  // namespace

int main(int argument_count, char** arguments) {
  if (argument_count < 2) return 3;
  const std::string directory = arguments[1];
  Workspace workspace;
  const Result<FileId> id = workspace.load(argument_count > 2 ? arguments[2] : directory + "/plan.json");
  if (!id) return 2;
  Diagnostics diagnostics;
  const auto plan = terraform::read_plan(*id, workspace.file(*id).text(), diagnostics);
  if (!plan) return 2;
  Inputs inputs;
  if (argument_count > 3) inputs.workspace = arguments[3];
  const FunctionTable functions;
  const auto sources = load_terraform(workspace, directory, inputs, functions, nullptr);
  for (const Diagnostic& diagnostic : sources->diagnostics.all()) {
    fmt::print("  {}: {}\n", diagnostic.kind->id, diagnostic.message);
  }
  const Tally with_plan = compare_with_plan(*plan, *sources);
  fmt::print("{}: {}\n", directory, with_plan.text());
  const TerraformPlan alone = load_terraform_plan(workspace, *id, {}, inputs, functions, nullptr);
  fmt::print("{} without sources: {}\n", directory, compare_without_sources(*plan, *sources, *alone.deployment).text());
  return with_plan.counts[2] == 0 ? 0 : 1;
}

#include "plan_comparison.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string_view>

namespace holdfast {

using terraform::Match;

namespace {

using ByAddress = std::map<std::string_view, Resource*>;

ByAddress by_address(const Deployment& deployment) {
  ByAddress found;
  for (const auto& resource : deployment.resources) found[resource->address] = resource.get();
  return found;
}

std::string planned_text(const terraform::PlannedNode& node) {
  if (!node.value) return node.is_unknown() ? "known only after apply" : "nothing";
  return std::string(node.value.source().substr(0, 400));
}

/// Nothing says what was planned for write-only arguments; by convention their names end so.
bool is_write_only(std::string_view name) { return name.ends_with("_wo"); }

/// The instance that stands for an unknown number of others, this one among them.
std::string symbolic(std::string_view address) {
  const std::size_t key = address.ends_with(']') ? address.rfind('[') : address.size();
  return fmt::format("{}[*]", address.substr(0, key));
}

void compare_instance(const terraform::PlannedInstance& planned, Resource& resource, PlanComparison& comparison) {
  for (const std::string_view name : resource.written_names()) {
    const Value value = resource.written(name);
    const terraform::PlannedNode node = planned.after.member(name);
    const bool is_planned = (node.value || node.unknown) && !(node.is_null() && is_write_only(name));
    const Match match = is_planned ? terraform::match(value, node) : Match::equal;
    std::string detail;
    if (match != Match::equal) {
      detail = fmt::format("sources: {}\nplan: {}", describe(value, *resource.arena, 400), planned_text(node));
      if (value.is_unknown()) detail += fmt::format("\nbecause {}", value.as_unknown().reason);
    }
    comparison.add(match, fmt::format("{}.{}", resource.address, name), std::move(detail));
  }
}

}  // namespace

void PlanComparison::add(Match match, std::string subject, std::string detail) {
  ++(match == Match::equal ? equal : match == Match::open ? open : different);
  if (match != Match::equal) deviations.push_back({match, std::move(subject), std::move(detail)});
}

std::string PlanComparison::text() const {
  return fmt::format("compared {}, equal {}, unknown {}, different {}", equal + open + different, equal, open,
                     different);
}

PlanComparison compare_with_plan(const terraform::Plan& plan, Deployment& sources) {
  PlanComparison comparison;
  ByAddress ours = by_address(sources);
  for (const terraform::PlannedInstance& planned : plan.instances) {
    const auto found = ours.find(planned.address);
    if (!planned.is_data && planned.is_after()) {
      if (found != ours.end()) {
        compare_instance(planned, *found->second, comparison);
      } else {
        const bool is_open = ours.contains(symbolic(planned.address));
        comparison.add(is_open ? Match::open : Match::different, fmt::format("{} only in the plan", planned.address));
      }
    }
    if (found != ours.end()) ours.erase(found);
  }
  for (const auto& [address, resource] : ours) {
    if (resource->is_data || resource->is_symbolic) continue;
    comparison.add(Match::different, fmt::format("{} only in the sources", address));
  }
  return comparison;
}

PlanComparison compare_without_sources(const terraform::Plan& plan, Deployment& sources, Deployment& alone) {
  PlanComparison comparison;
  const ByAddress ours = by_address(sources);
  for (const auto& [address, resource] : by_address(alone)) {
    const auto found = ours.find(address);
    if (resource->is_data || found == ours.end()) continue;
    for (const std::string_view name : found->second->written_names()) {
      const Value value = resource->written(name);
      const Value source = found->second->written(name);
      const std::string subject = fmt::format("{}.{}", address, name);
      if (!value.is_wholly_known() || !source.is_wholly_known()) {
        comparison.add(Match::open, subject);
        continue;
      }
      const auto planned = std::ranges::find(plan.instances, address, &terraform::PlannedInstance::address);
      const bool is_nothing = value.is_null() && terraform::match(source, planned->after.member(name)) == Match::equal;
      const bool is_same = is_nothing || terraform::match(value, planned->after.member(name)) == Match::equal;
      comparison.add(is_same ? Match::equal : Match::different, subject);
    }
  }
  return comparison;
}

}  // namespace holdfast

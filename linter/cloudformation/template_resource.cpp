#include "cloudformation/template_resource.h"

#include "cloudformation/addition.h"
#include "cloudformation/attributes.h"
#include "cloudformation/cloudformation_diagnostics.h"
#include "cloudformation/conditions.h"
#include "cloudformation/defaults.h"
#include "cloudformation/expansion.h"
#include "cloudformation/intrinsic.h"
#include "cloudformation/node_value.h"
#include "cloudformation/transform.h"
#include "cloudformation/written_node.h"

#include <algorithm>
#include <iterator>

namespace holdfast::cloudformation {
namespace {

Value evaluate_alone(const Place& place, Template& unit) {
  return evaluate_alone(unit, [&] { return evaluate(place, unit); });
}

template <class Cell>
std::vector<Cell> cells_of(std::vector<Member> members) {
  std::ranges::stable_sort(members, {}, &Member::key);
  std::vector<Cell> cells;
  cells.reserve(members.size());
  for (Member& member : members) {
    // Of equal names the last one counts.
    if (!cells.empty() && cells.back().member.key == member.key) cells.pop_back();
    cells.push_back({.member = std::move(member)});
  }
  return cells;
}

template <class Cells>
auto* find_cell(Cells& cells, std::string_view name) {
  const auto found = std::ranges::lower_bound(cells, name, {}, [](const auto& cell) { return cell.member.key; });
  return found != cells.end() && found->member.key == name ? &*found : nullptr;
}

}  // namespace

TemplateResource::TemplateResource(const Member& declaration, std::string_view resource_type, Template& unit)
    : declaration_(declaration.value), unit_(unit) {
  type = resource_type;
  prefix = unit.prefix;
  address = unit.prefix + std::string(declaration.key);
  dialect = Dialect::cloudformation;
  header_span = declaration.key_span;
  call_chain = unit.call_chain;
  exists = conjoin(unit.arena, unit.exists, declaration.when);
  arena = &unit.arena;
}

void TemplateResource::read_names() {
  if (has_names_) return;
  has_names_ = true;
  Members facts = members_of(declaration_, unit_);
  check_attributes(facts.all, unit_);
  incomplete_because = facts.incomplete_because;
  facts_ = cells_of<Cell>(std::move(facts.all));
  if (const Cell* condition = find_cell(facts_, "Condition"); condition && condition->member.value.is_scalar()) {
    const Place& name = condition->member.value;
    exists = conjoin(unit_.arena, exists, condition_named(name.text(unit_.arena), name.span(), unit_));
  }
  const Cell* properties = find_cell(facts_, "Properties");
  const std::string_view section = computed_attributes ? computed_attributes->defaults_section(type) : "";
  const std::vector<Member> globals = default_properties(section, declaration_, unit_);
  const Place place = properties ? with_include(properties->member.value, unit_) : Place{};
  if (!place.exists()) {
    properties_ = cells_of<Cell>(globals);
  } else if (intrinsic_at(place)) {
    whole_ = evaluate_alone(place, unit_);
    if (whole_->is_unknown()) incomplete_because = whole_->as_unknown().reason;
  } else if (place.is_mapping()) {
    Members members = members_of(place, unit_);
    if (!members.incomplete_because.empty()) incomplete_because = members.incomplete_because;
    members.all.insert(members.all.begin(), globals.begin(), globals.end());
    properties_ = cells_of<Cell>(std::move(members.all));
    for (const Member& global : globals) {
      Cell* cell = find_cell(properties_, global.key);
      if (cell->member.key_span != global.key_span) cell->common = global.value;
    }
  } else if (!evaluate(place, unit_).is_null()) {
    unit_.report(kNotAMapping, place.span(), {"Properties"});
    incomplete_because = "its properties are no mapping";
  }
}

Value TemplateResource::read(Cell& cell) {
  if (cell.progress == Progress::running) {
    return unit_.mistake(kPropertyCycle, cell.member.key_span, {cell.member.key, address});
  }
  if (cell.progress == Progress::open) {
    cell.progress = Progress::running;
    cell.value = evaluate_alone(unit_, [&] {
      return cell.common.exists() ? with_default(cell.common, cell.member, unit_) : evaluate_member(cell.member, unit_);
    });
    cell.progress = Progress::done;
  }
  return cell.value;
}

Value TemplateResource::whole_properties(std::string_view name) const {
  return for_each_world(*whole_, unit_.evaluation, [&](const Value& properties) {
    if (properties.is_unknown()) return properties;
    const Value* found = properties.is_mapping() ? properties.find(name) : nullptr;
    return found ? *found : Value();
  });
}

Value TemplateResource::own(std::string_view name) {
  if (Cell* cell = find_cell(properties_, name)) return read(*cell);
  if (name == "Ref") return Value();  // what the resource is called by; no property
  if (whole_) return whole_properties(name);
  if (incomplete_because.empty()) return Value();
  return unit_.at(header_span, unknown_value(unit_.arena, incomplete_because));
}

Value TemplateResource::written(std::string_view name) {
  Value value = own(name);
  for (const auto& addition : additions_) value = with_addition(value, *addition, name, unit_);
  return value;
}

std::vector<std::string_view> TemplateResource::written_names() const {
  std::vector<std::string_view> names;
  for (const Cell& cell : properties_) names.push_back(cell.member.key);
  if (additions_.empty()) return names;
  for (const auto& addition : additions_) std::ranges::copy(addition->written_names(), std::back_inserter(names));
  std::ranges::sort(names);
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

Written TemplateResource::as_written() const {
  const Place properties = declaration_.find("Properties");
  return properties.exists() && !unit_.is_rewritten ? written_at(properties, unit_) : Written();
}

Value TemplateResource::meta(std::string_view name) {
  if (name == "environment") return Value::entity(unit_.environment);
  if (name == "carrier") return carrier.empty() ? Value() : Value::borrowed_text(unit_.arena, carrier);
  Cell* cell = name == "Type" || name == "Properties" ? nullptr : find_cell(facts_, name);
  return cell ? read(*cell) : Value();
}

Resource* TemplateResource::neighbour(std::string_view name) { return find_resource(name, unit_); }

}  // namespace holdfast::cloudformation

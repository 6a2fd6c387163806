#pragma once

#include "terraform/plan_entry.h"
#include "text/workspace.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace holdfast::terraform {

/// A value of a plan, and what stands beside it: which parts are known only after apply, which are sensitive.
struct PlannedNode {
  PlanEntry value = {};
  PlanEntry unknown = {};
  PlanEntry sensitive = {};

  PlannedNode member(std::string_view name) const;
  PlannedNode item(std::size_t index) const;
  /// The whole of it is known only after apply, or sensitive.
  bool is_unknown() const { return unknown.text() == "true"; }
  bool is_sensitive() const { return sensitive.text() == "true"; }
  /// There is neither a value nor a mark that there will be one.
  bool is_null() const;
  bool is_mapping() const { return value.is_mapping(); }
  bool is_sequence() const { return value.is_sequence(); }
  /// Names of the members that have a value or a mark, sorted.
  std::vector<std::string_view> names() const;
  /// Items that have a value or a mark.
  std::size_t size() const;
  Span span() const;
};

/// One resource instance or data source of a plan.
struct PlannedInstance {
  std::string_view address;
  std::string_view previous_address;  // where it was moved from; empty: nowhere
  std::string module;                 // address of its module; "" for the root
  std::string key;                    // "", "[0]", "[\"logs\"]"
  std::string_view type;
  std::string_view name;
  bool is_data = false;
  Span span;               // of its address in the file
  PlannedNode change;      // `actions`, `replace_paths`, …; nothing where the plan only lists values
  PlannedNode before;      // no mapping: it is new
  PlannedNode after;       // no mapping: it ends
  bool has_marks = false;  // says what is unknown; without, an argument that has no value may be that

  bool is_before() const { return before.is_mapping(); }
  bool is_after() const { return after.is_mapping(); }
};

/// What `terraform show -json` makes of a plan, formats 0.1 to 1.x. Of the state before it keeps only data sources.
struct Plan {
  PlanText text;
  std::vector<PlannedInstance> instances;  // in the order of the file
  PlanEntry configuration;                 // of the root module
  PlanEntry provider_configurations;
  PlanEntry variables;
  PlanEntry relevant_attributes;  // nothing where there are none
  bool knows_relevant_attributes = false;
  std::string incomplete_because;  // empty: everything was planned
};

/// One step of an address or a reference: `name`, with its key in brackets.
struct Step {
  std::string_view name;
  std::string_view key;  // "", "[0]", "[\"a.b\"]"
};
std::vector<Step> steps_of(std::string_view address);

/// Empty when the document is no plan.
std::unique_ptr<const Plan> read_plan(FileId file, std::string_view source, Diagnostics& diagnostics);

}  // namespace holdfast::terraform

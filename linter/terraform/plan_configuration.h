#pragma once

#include "terraform/plan.h"

#include <map>
#include <memory>
#include <span>
#include <tuple>
#include <unordered_map>

namespace holdfast::terraform {

/// One instance of a module, as the configuration inside a plan has it.
struct PlannedModule {
  std::string address;  // "" for the root
  std::string key;      // of this instance of its call
  PlanEntry configuration = {};
  PlanEntry call = {};
  const PlannedModule* caller = nullptr;
};

/// Where an expression stands: in a declaration of a module, for the instance with this key.
struct PlannedPlace {
  const PlannedModule* module = nullptr;
  PlanEntry declaration = {};  // of a resource, or a module call
  std::string_view key = {};
  bool is_only_instance = false;  // no other is made of the declaration
};

/// What an expression takes its value from.
struct PlannedSource {
  /// Is it known before apply?
  bool is_known = false;
  /// It is known, and among what it is made of is a null.
  bool is_made_of_null = false;
  /// The one resource that it reads, if there is one; of a value that is not known the one that makes it so.
  const PlannedInstance* instance = nullptr;
  std::string_view attribute = {};  // empty: the plan does not say which
  /// The expression mentions nothing else.
  bool is_alone = false;
};

/// The `configuration` of a plan. It keeps constants and, of all other expressions, only what they mention: not what
/// they do with it, nor locals, nor `dynamic` and `lifecycle` blocks.
class PlannedConfiguration {
 public:
  /// The value of an expression that mentions nothing. Of JSON syntax a plan gives the text, whatever it mentions.
  static PlanEntry constant_in(const PlanEntry& expression) {
    return expression.find("references") ? PlanEntry() : expression.find("constant_value");
  }

  explicit PlannedConfiguration(const Plan& plan);

  PlannedPlace place_of(const PlannedInstance& instance) const;
  /// Somewhere in the module of this address.
  PlannedPlace place_in(std::string_view module_address) const;
  /// Source of an argument that each of several blocks gives in its own way.
  PlannedSource source_of(std::span<const PlanEntry> expressions, const PlannedPlace& place) const;
  /// One source for each thing that the expression mentions.
  std::vector<PlannedSource> sources_of(const PlanEntry& expression, const PlannedPlace& place, int depth = 0) const;
  /// Where the value stands if the expression is a constant, or nothing but a variable of the root with a value.
  PlanEntry constant_of(const PlanEntry& expression, const PlannedPlace& place, int depth = 0) const;
  /// What it mentions in its most specific form: of `a.b.c`, `a.b` only the first.
  std::vector<std::string_view> references_of(const PlanEntry& expression) const;

 private:
  using Declarations = std::map<std::tuple<bool, std::string_view, std::string_view>, PlanEntry>;

  const Declarations& declarations_in(const PlannedModule& module) const;
  const PlannedModule& module(const std::string& address) const;
  PlannedSource source_of(std::string_view reference, const PlannedPlace& place, int depth) const;
  PlannedSource of_variable(std::string_view name, const PlannedPlace& place, int depth) const;
  PlannedSource of_output(std::span<const Step> steps, const PlannedPlace& place, int depth) const;
  PlannedSource of_each_value(std::span<const Step> steps, const PlannedPlace& place, int depth) const;
  PlannedSource of_resource(std::string_view prefix, std::span<const Step> steps, const PlannedPlace& place) const;
  static PlannedSource of_given(const PlanEntry& value);

  const Plan& plan_;
  std::unordered_map<std::string_view, const PlannedInstance*> instances_;
  std::unordered_map<std::string, std::vector<const PlannedInstance*>> groups_;  // by address without key
  mutable std::unordered_map<std::string, std::unique_ptr<PlannedModule>> modules_;
  mutable std::map<uint32_t, Declarations> declarations_;  // by where their list begins
};

}  // namespace holdfast::terraform

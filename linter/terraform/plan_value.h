#pragma once

#include "resource/resource.h"
#include "terraform/plan_mentions.h"

#include <functional>
#include <string>
#include <vector>

namespace holdfast::terraform {

/// A known part of a plan as it stands there; what is only known after apply is an unknown that names its place.
Value plain_value(const PlannedNode& node, const std::string& path, Arena& arena);

/// What becomes of an instance: `actions`, `replace_paths`, `importing`, `previous_address`. Null where a plan only
/// lists values.
Value change_of(const PlannedInstance& instance, Arena& arena);

/// Reads the arguments of a planned resource with what its configuration says of them at hand.
class PlannedValues {
 public:
  using ResourceOf = std::function<Resource*(const PlannedInstance&)>;
  PlannedValues(const PlannedConfiguration& configuration, const PlannedMentions& mentions, const PlannedPlace& place,
                Resource& resource, ResourceOf resource_of);

  /// What the configuration mentions for a value: an expression, or the same argument of several blocks.
  struct Mention {
    std::vector<PlanEntry> expressions;
    bool is_complete = true;  // no block was left out, as `dynamic` ones are
  };
  Value read(const PlannedNode& node, const std::string& path, const Mention& mention) const;
  /// An argument that is mentioned nowhere: null, unless it comes from blocks that the configuration leaves out.
  Value unmentioned(const PlannedNode& node, std::string_view name, const std::string& path) const;

 private:
  /// A value that will be known after apply: of the one thing that it is taken from if there is one.
  Value unknown(const PlannedNode& node, const std::string& path, const Mention& mention) const;
  Value items(const PlannedNode& node, const std::string& path, const Mention& mention) const;
  Value members(const PlannedNode& node, const std::string& path, const Mention& mention) const;
  Value scalar(const PlannedNode& node, const Mention& mention) const;
  Value sourced(const PlannedNode& node, const std::string& path, const Mention& mention,
                const PlannedSource& source) const;
  static Mention blocks_of(const Mention& mention, std::size_t planned);
  static bool is_expression(const PlanEntry& entry);
  OriginId origin(Span span, const PlannedSource& source) const;

  const PlannedConfiguration& configuration_;
  const PlannedMentions& mentions_;
  const PlannedPlace& place_;
  Resource& resource_;
  ResourceOf resource_of_;
};

}  // namespace holdfast::terraform

#pragma once

#include "cloudformation/members.h"
#include "cloudformation/nested_stack.h"
#include "cloudformation/template.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace holdfast::cloudformation {

/// A resource of a template. Each property is evaluated when first asked for, once.
class TemplateResource final : public Resource {
 public:
  /// `declaration` is what stands under the logical id.
  TemplateResource(const Member& declaration, std::string_view resource_type, Template& unit);

  /// Reads the names of the properties, once. All resources must have been declared: a property may be made from them.
  void read_names();

  Template& unit() const { return unit_; }
  NestedStack nested;
  std::string_view carrier;  // the resource that it is declared with, where it is no entry of its own

  /// Its properties are added to those that are written, as `with_addition` says.
  void take(std::unique_ptr<Resource> addition) { additions_.push_back(std::move(addition)); }

  Value written(std::string_view name) override;
  std::vector<std::string_view> written_names() const override;
  Written as_written() const override;
  Value meta(std::string_view name) override;
  Resource* neighbour(std::string_view name) override;

 private:
  struct Cell {
    Member member;
    Place common = {};  // what `Globals` says of the same property
    Progress progress = Progress::open;
    Value value = {};
  };
  Value read(Cell& cell);
  Value whole_properties(std::string_view name) const;
  Value own(std::string_view name);

  Place declaration_;
  Template& unit_;
  bool has_names_ = false;
  std::vector<Cell> properties_;  // sorted by name
  std::vector<Cell> facts_;       // what else stands in the declaration; sorted by name
  std::optional<Value> whole_;    // of properties that a function makes
  std::vector<std::unique_ptr<Resource>> additions_;
};

}  // namespace holdfast::cloudformation

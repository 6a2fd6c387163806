#pragma once

#include "cloudformation/members.h"
#include "cloudformation/template.h"

#include <string_view>

namespace holdfast::cloudformation {

/// Takes note of the transforms that a template names, all but inclusions: what they make is not seen.
void read_transforms(const Place& root, Template& unit);

/// The sections of a template, those of files that it includes as a whole among them. Parameters must have been read:
/// they may say where the files are.
class Sections {
 public:
  Sections(const Place& root, Template& unit);
  /// No place when there is no such section.
  Place find(std::string_view name) const;

 private:
  void include(const Place& transform, Template& unit);

  std::vector<Member> all_;  // the last of equal names counts
};

}  // namespace holdfast::cloudformation

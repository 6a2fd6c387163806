#pragma once

#include "cloudformation/template.h"

#include <string>
#include <string_view>
#include <vector>

namespace holdfast::cloudformation {

/// One name of a mapping and what stands under it.
struct Member {
  std::string_view key;
  Span key_span;
  Place value;
  Condition when = Condition::always();  // the loops that make it do so only then
};

/// A mapping with its `Fn::ForEach` loops unrolled, in source order.
struct Members {
  std::vector<Member> all;
  /// A loop over what is not known, a transform: there may be more names than these. Empty = complete.
  std::string incomplete_because;
};

Members members_of(const Place& mapping, Template& unit);

/// The members of a section that declares names. Where it may declare more than is seen, the template is open to names
/// that nobody knows.
std::vector<Member> declarations_in(const Place& section, Template& unit);

}  // namespace holdfast::cloudformation

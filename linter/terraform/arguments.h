#pragma once

#include "terraform/body.h"
#include "terraform/session.h"

#include <map>
#include <span>
#include <string_view>
#include <vector>

namespace holdfast::terraform {

/// The arguments and nested blocks of one body, evaluated when asked for. The body and the scope outlive it.
class Arguments {
 public:
  /// `reserved` names belong to the language, not to what the body describes.
  Arguments(const Body& body, const Scope& scope, Condition exists, std::span<const std::string_view> reserved)
      : body_(body), scope_(scope), exists_(exists), reserved_(reserved) {}

  /// An argument's value; the blocks of a type as a list of objects in source order; null when neither is written.
  Value get(Session& session, std::string_view name);
  std::vector<std::string_view> names() const;

 private:
  const Body& body_;
  const Scope& scope_;
  Condition exists_;
  std::span<const std::string_view> reserved_;
  std::map<std::string_view, Cell> cells_;
};

/// A body as an object: its arguments, and a list for every type of block. Its origin is the header.
Value object_of(Session& session, const Body& body, Span header, const Scope& scope);
/// The blocks of one type, static and dynamic ones. Unknown when their number is.
Value blocks_of(Session& session, const Body& body, std::string_view type, const Scope& scope);

}  // namespace holdfast::terraform

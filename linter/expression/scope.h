#pragma once

#include "value/entity.h"

#include <optional>
#include <string_view>
#include <vector>

namespace holdfast {

/// Names that an expression may mention. Scopes nest: a `for` adds its names in front of the names outside; at the far
/// end stands an entity whose attributes are the global names (`var`, `local`, `self`, ...), computed when asked for.
class Scope {
 public:
  explicit Scope(Entity& globals) : globals_(&globals) {}
  Scope(const Scope& outer, std::string_view name, Value value) : outer_(&outer), name_(name), value_(value) {}

  std::optional<Value> find(std::string_view name) const {
    for (const Scope* scope = this; scope; scope = scope->outer_) {
      if (scope->globals_) return scope->globals_->attribute(name);
      if (scope->name_ == name) return scope->value_;
    }
    return std::nullopt;
  }
  /// Everything that could have been meant, for suggestions.
  std::vector<std::string_view> names() const;

 private:
  const Scope* outer_ = nullptr;
  Entity* globals_ = nullptr;
  std::string_view name_;
  Value value_;
};

}  // namespace holdfast

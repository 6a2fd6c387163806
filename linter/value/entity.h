#pragma once

#include "text/source.h"
#include "value/value.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace holdfast {

/// Something with attributes that are computed when asked for: a resource, a canonical object, a namespace such as
/// `var`. Equal to itself only.
class Entity {
 public:
  Entity() = default;
  Entity(const Entity&) = delete;
  Entity& operator=(const Entity&) = delete;
  virtual ~Entity() = default;

  /// Empty: there is no such attribute, which the evaluator reports with the nearest name. An attribute that exists
  /// but was not written is null.
  virtual std::optional<Value> attribute(std::string_view name) = 0;
  /// For suggestions and for iteration, sorted.
  virtual std::vector<std::string_view> attribute_names() const = 0;
  /// The user's own name for it: an address, a logical id.
  virtual std::string label() const = 0;
  /// Its header: type and name, the key that declares it.
  virtual Span header() const { return {}; }
  /// What it is a view of; itself when it is none.
  virtual Entity& subject() { return *this; }
  /// It exists elsewhere, and the sources only look it up.
  virtual bool is_lookup() const { return false; }
  /// It behaves like null-propagating raw input: unknown names are null, not errors.
  virtual bool is_lenient() const { return false; }
};

}  // namespace holdfast

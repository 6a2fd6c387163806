#pragma once

#include "value/entity.h"

#include <string>

namespace holdfast::terraform {

/// An attribute of something that cannot be seen: unknown, but equal to itself.
Value opaque_attribute(Arena& arena, const void* subject, std::string_view name, std::string_view reason);

/// Something that cannot be seen: it may have any attribute.
class OpaqueEntity final : public Entity {
 public:
  OpaqueEntity(Arena& arena, std::string label, std::string_view reason, Span header)
      : arena_(arena), label_(std::move(label)), reason_(reason), header_(header) {}

  std::optional<Value> attribute(std::string_view name) override {
    return opaque_attribute(arena_, this, name, reason_);
  }
  std::vector<std::string_view> attribute_names() const override { return {}; }
  std::string label() const override { return label_; }
  Span header() const override { return header_; }

 private:
  Arena& arena_;
  std::string label_;
  std::string_view reason_;  // in the arena
  Span header_;
};

}  // namespace holdfast::terraform

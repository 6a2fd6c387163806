#pragma once

#include "resource/resource.h"

#include <memory>
#include <string>
#include <vector>

namespace holdfast::terraform {

/// A written block as other expressions see it. What was not written in it the provider may still compute, so it is an
/// unknown that remembers which attribute of which resource it is.
class BlockView final : public Entity {
 public:
  /// `path` leads from the resource to the block: `network[0]`.
  BlockView(Resource& resource, std::string path, Value block)
      : resource_(resource), path_(std::move(path)), block_(block) {}

  std::optional<Value> attribute(std::string_view name) override;
  std::vector<std::string_view> attribute_names() const override;
  std::string label() const override;

  /// The value of an argument or of blocks with a view on every block. Whatever else it is stays as it is.
  static Value of(const Value& value, Resource& resource, const std::string& path,
                  std::vector<std::unique_ptr<Entity>>& kept);

 private:
  Resource& resource_;
  std::string path_;
  Value block_;  // an object
  std::vector<std::unique_ptr<Entity>> inner_;
};

}  // namespace holdfast::terraform

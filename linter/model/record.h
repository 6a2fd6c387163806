#pragma once

#include "model/model.h"

#include <memory>
#include <vector>

namespace holdfast {

/// A resource as mappings read it: arguments as written, null when absent. Never what a provider would compute.
class RawView final : public Entity {
 public:
  explicit RawView(Resource& resource) : resource_(resource) {}
  std::optional<Value> attribute(std::string_view name) override { return resource_.written(name); }
  std::vector<std::string_view> attribute_names() const override { return resource_.written_names(); }
  std::string label() const override { return resource_.address; }
  Span header() const override { return resource_.header_span; }
  Entity& subject() override { return resource_; }
  bool is_lenient() const override { return true; }

 private:
  Resource& resource_;
};

/// Facts about the declaration: lifecycle, provider, environment, deletion policies; `type`, what the provider calls
/// it; and `misfits`, what in it does not fit the catalogue: objects with `property`, `nearest` and `expected`.
class MetaView final : public Entity {
 public:
  MetaView(Model& model, Resource& resource) : model_(model), resource_(resource) {}
  std::optional<Value> attribute(std::string_view name) override;
  std::vector<std::string_view> attribute_names() const override { return {}; }
  std::string label() const override { return resource_.address; }
  Span header() const override { return resource_.header_span; }
  bool is_lenient() const override { return true; }

 private:
  Model& model_;
  Resource& resource_;
};

/// What the model keeps of one resource.
struct ResourceRecord {
  ResourceRecord(Model& model, Resource& resource);

  /// Region, account and the like, by the dialect's definitions; empty when it has none of that name.
  std::optional<Value> place(std::string_view name);
  /// What an expression of the dialect says of the resource.
  Value place(hcl::Expression expression);

  Model& model;
  Resource& resource;
  RawView raw;
  MetaView meta;
  std::unique_ptr<Entity> siblings;  // `here`: the objects made of the same resource, by type
  std::vector<std::unique_ptr<Object>> objects;
  std::vector<Object*> object_list;
  bool has_objects = false;

 private:
  std::vector<std::pair<std::string_view, Value>> places_;
};

}  // namespace holdfast

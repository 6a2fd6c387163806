#pragma once

#include "terraform/module.h"

#include <vector>

namespace holdfast::terraform {

/// What a root says about its state rather than about what it deploys: where the state is kept (`terraform.backend`,
/// with the label as `type`), and what is no longer managed (`terraform.removed`). Looked up like data sources, by
/// type.
class Statement final : public Resource {
 public:
  Statement(Session& session, Module& module, std::string_view type, const Block& block);

  Value written(std::string_view name) override;
  std::vector<std::string_view> written_names() const override { return arguments_.names(); }
  Value meta(std::string_view name) override;

 private:
  Session& session_;
  const Block& block_;
  Scope scope_;
  Arguments arguments_;
};

std::vector<std::unique_ptr<Resource>> statements_of(Session& session, Module& root);

}  // namespace holdfast::terraform

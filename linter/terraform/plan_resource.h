#pragma once

#include "expression/evaluate.h"
#include "resource/deployment.h"
#include "terraform/plan_mentions.h"

#include <map>
#include <memory>
#include <unordered_map>

namespace holdfast::terraform {

class PlannedResource;

/// What all resources of one plan share.
struct PlanSession {
  PlanSession(std::unique_ptr<const Plan> the_plan, Deployment& the_deployment, const Inputs& inputs,
              const FunctionTable& functions, ComputedAttributes* the_computed);

  std::unique_ptr<const Plan> plan;
  PlannedConfiguration configuration;
  PlannedMentions mentions;
  Deployment& deployment;
  ComputedAttributes* computed;
  Evaluation evaluation;
  std::unique_ptr<Entity> environment;
  std::unordered_map<const PlannedInstance*, PlannedResource*> resources;
  std::map<std::string, std::unique_ptr<Entity>> providers;
  std::size_t open_instances = 0;  // those of which something is known only after apply
};

/// One resource of a plan, as it will be.
class PlannedResource final : public Resource {
 public:
  PlannedResource(PlanSession& session, const PlannedInstance& planned);

  std::optional<Value> attribute(std::string_view name) override;
  /// What the configuration gives, with the value that the plan has for it: what a provider adds was not written.
  Value written(std::string_view name) override;
  std::vector<std::string_view> written_names() const override;
  Value meta(std::string_view name) override;

 private:
  Value compute(std::string_view name);
  Value depends_on();
  Entity& provider();

  PlanSession& session_;
  const PlannedInstance& planned_;
  PlannedPlace place_;
  std::map<std::string, Value, std::less<>> written_;
  std::map<std::string, Value, std::less<>> meta_;
};

}  // namespace holdfast::terraform

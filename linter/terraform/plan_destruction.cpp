#include "terraform/plan_destruction.h"

#include "terraform/plan_value.h"

namespace holdfast::terraform {

namespace {

class Destruction final : public Resource {
 public:
  Destruction(const PlannedInstance& instance, Arena& its_arena) : instance_(instance) {
    type = "terraform.destroyed";
    address = instance.address;
    is_data = true;
    header_span = instance.span;
    arena = &its_arena;
  }

  Value written(std::string_view name) override {
    if (name == "type") return Value::text(*arena, instance_.type);
    if (name == "before") return plain_value(instance_.before, address, *arena);
    return name == "change" ? change_of(instance_, *arena) : Value();
  }
  std::vector<std::string_view> written_names() const override { return {"before", "change", "type"}; }
  Value meta(std::string_view) override { return {}; }

 private:
  const PlannedInstance& instance_;
};

}  // namespace

void add_destroyed(const std::vector<PlannedInstance>& instances, Deployment& deployment) {
  for (const PlannedInstance& instance : instances) {
    if (instance.is_data || !instance.is_before() || instance.is_after()) continue;
    deployment.resources.push_back(std::make_unique<Destruction>(instance, deployment.arena));
  }
}

}  // namespace holdfast::terraform

#pragma once

#include "model/model.h"

#include <memory>
#include <string_view>
#include <utility>
#include <vector>

namespace holdfast {

class GeneratedResource;

/// The resources that one source stands for, as they come into being. Their expressions see `raw`, `meta` and `address`
/// of the source, the `names` of the expansion, `region` and its like, and each other by label: a resource, null where
/// there is none, or an object of resources by key where the definition has `each`. What else the template holds they
/// see by name: `resources`, the `declarations` and the `types` of these, and the `sources` that these stand for.
class Expansion {
 public:
  Expansion(Model& model, Resource& source, const ExpansionDefinition& definition);
  ~Expansion();

  std::unique_ptr<Resource> replacement();
  Generated others();

  std::optional<Value> name(std::string_view name);
  std::vector<std::string_view> known_names() const;
  Resource& source() const { return source_; }
  Model& model() const { return model_; }

 private:
  struct Cell {
    const NamedExpression* definition;
    enum class State : uint8_t { open, running, done } state = State::open;
    Value value = {};
  };
  void generate(const GeneratedDefinition& definition, Generated& result);
  void add(const GeneratedDefinition& definition, Value key, Value item, Condition exists, Generated& result);
  Value siblings(const GeneratedDefinition& definition);

  Model& model_;
  Resource& source_;
  const ExpansionDefinition& definition_;
  std::unique_ptr<Entity> view_;
  std::vector<std::pair<std::string_view, std::unique_ptr<Entity>>> neighbours_;
  std::vector<Cell> names_;
  std::vector<GeneratedResource*> members_;
};

}  // namespace holdfast

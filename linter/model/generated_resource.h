#pragma once

#include "model/expansion.h"

#include <string_view>
#include <vector>

namespace holdfast {

/// A resource that an expansion makes. Each property is an expression over the source, evaluated when first asked for.
class GeneratedResource final : public Resource {
 public:
  /// `item` is the element of `each` that it is made for, `item_key` its name or position.
  GeneratedResource(Expansion& expansion, const GeneratedDefinition& definition, Value item_key, Value item);

  Value written(std::string_view name) override;
  std::vector<std::string_view> written_names() const override;
  Value meta(std::string_view name) override;

  const GeneratedDefinition& definition() const { return definition_; }
  const Value& key() const { return key_; }
  /// The value of one of its expressions, or of one about it, under an assumption.
  Value value_of(hcl::Expression expression, Condition assumption);

 private:
  struct Cell {
    const NamedExpression* definition;
    enum class State : uint8_t { open, running, done } state = State::open;
    Value value = {};
  };
  Value read(Cell& cell);

  Expansion& expansion_;
  const GeneratedDefinition& definition_;
  Value key_;
  Value item_;
  std::vector<Cell> properties_;  // sorted by name, as the definition has them
};

}  // namespace holdfast

#include "cloudformation/environment.h"

#include <algorithm>

namespace holdfast::cloudformation {
namespace {

struct PseudoParameter {
  std::string_view name;
  std::string_view attribute;
  std::string_view reason;
  int64_t least_length;
  bool is_of_place;  // stacks that deploy each other share it
};

// Sorted by attribute.
constexpr PseudoParameter kPseudoParameters[] = {
    {"AWS::AccountId", "account", "the account of the deployment is not given", 12, true},
    {"AWS::NotificationARNs", "notification_arns", "the notification topics of the stack are not given", 0, false},
    {"AWS::Partition", "partition", "the partition of the deployment is not given", 3, true},
    {"AWS::Region", "region", "the region of the deployment is not given", 9, true},
    {"AWS::StackId", "stack_id", "the id of the stack is made at deployment", 1, false},
    {"AWS::StackName", "stack_name", "the name of the stack is not given", 1, false},
    {"AWS::URLSuffix", "url_suffix", "the partition of the deployment is not given", 1, true},
};

Value open_fact(Arena& arena, const PseudoParameter& parameter, const Entity& environment) {
  Unknown unknown{.type = text_type(),
                  .reason = parameter.reason,
                  .input = parameter.attribute,
                  .identity = {&environment, parameter.attribute},
                  .not_null = true};
  if (parameter.attribute == "notification_arns") {
    unknown.type = collection_type(arena, TypeKind::list, text_type());
  } else {
    unknown.minimum = arena.make(Value::integer(parameter.least_length));
    unknown.variable = arena.make(Variable{.name = parameter.name, .reason = parameter.reason, .declared_at = {}});
  }
  return Value::unknown(arena, unknown);
}

}  // namespace

Environment::Environment(Arena& arena, const Inputs& inputs) {
  for (const PseudoParameter& parameter : kPseudoParameters) {
    Value fact = open_fact(arena, parameter, *this);
    for (const auto& [name, text] : inputs.pins) {
      if (name == parameter.attribute) fact = Value::text(arena, text);
    }
    facts_.emplace_back(parameter.attribute, fact);
  }
}

Environment::Environment(Arena& arena, const Environment& outer) {
  for (std::size_t i = 0; i < outer.facts_.size(); ++i) {
    const PseudoParameter& parameter = kPseudoParameters[i];
    facts_.emplace_back(parameter.attribute,
                        parameter.is_of_place ? outer.facts_[i].second : open_fact(arena, parameter, *this));
  }
}

void Environment::move_to(const Value& place, Arena& arena) {
  for (std::size_t i = 0; i < facts_.size(); ++i) {
    if (!kPseudoParameters[i].is_of_place || facts_[i].first == "partition") continue;
    const Value* fact = place.is_mapping() ? place.find(facts_[i].first) : nullptr;
    facts_[i].second = fact && !fact->is_null() ? *fact : open_fact(arena, kPseudoParameters[i], *this);
  }
}

std::optional<Value> Environment::attribute(std::string_view name) {
  for (const auto& [fact, value] : facts_) {
    if (fact == name) return value;
  }
  return name == "workspace" ? std::optional(Value::null()) : std::nullopt;
}

std::vector<std::string_view> Environment::attribute_names() const {
  std::vector<std::string_view> names;
  for (const auto& [fact, value] : facts_) names.push_back(fact);
  return names;
}

std::string_view Environment::attribute_of(std::string_view pseudo_parameter) {
  const auto* found = std::ranges::find(kPseudoParameters, pseudo_parameter, &PseudoParameter::name);
  return found == std::end(kPseudoParameters) ? std::string_view() : found->attribute;
}

}  // namespace holdfast::cloudformation

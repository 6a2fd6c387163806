#include "rule/account.h"

#include "rule/location.h"

#include <algorithm>

namespace holdfast {

namespace {

/// More explains nothing.
constexpr std::size_t kStepsMax = 80;
constexpr int kDepthMax = 8;

/// A part without its line breaks.
std::string on_one_line(std::string_view source) {
  std::string line;
  for (const char c : source) {
    const bool is_blank = c == ' ' || c == '\n' || c == '\t';
    if (!is_blank)
      line += c;
    else if (!line.empty() && line.back() != ' ')
      line += ' ';
  }
  return line;
}

/// A derived fact that a part reads off the object itself: what it follows from is the next question.
hcl::Expression definition_of(std::string_view source, const Object* self) {
  constexpr std::string_view kSelf = "self.";
  if (!self || !source.starts_with(kSelf)) return {};
  const auto member = self->type().members.find(source.substr(kSelf.size()));
  return member != self->type().members.end() && member->second.derive ? member->second.derive->value
                                                                       : hcl::Expression();
}

class Accounting {
 public:
  Accounting(Model& model, Object* self)
      : model_(model), self_(self), exists_(self ? self->exists : Condition::always()) {}

  void add(hcl::Expression expression, int depth) {
    Evaluation evaluation = model_.evaluation(exists_);
    for (const Step& step : model_.explain_for(self_, expression, evaluation)) {
      const Value value = under(step.value, exists_, evaluation.arena);
      const std::string source = on_one_line(step.source);
      const auto is_told = [&](const AccountStep& known) { return known.source == source; };
      const bool is_new = std::none_of(steps.begin(), steps.end(), is_told);
      steps.push_back(
          {source, describe(value, evaluation.arena), depth + step.depth, place_of(value, evaluation.arena)});
      if (steps.size() >= kStepsMax) return;
      const hcl::Expression definition = definition_of(step.source, self_);
      if (definition && is_new && depth + step.depth < kDepthMax) add(definition, depth + step.depth + 1);
    }
  }

  std::vector<AccountStep> steps;

 private:
  Model& model_;
  Object* self_;
  Condition exists_;
};

}  // namespace

std::vector<AccountStep> account_of(Model& model, const Rule& rule, Object* self) {
  Accounting accounting(model, self);
  if (rule.when) accounting.add(rule.when, 0);
  accounting.add(rule.require, 0);
  return std::move(accounting.steps);
}

std::vector<Object*> judged_objects(Model& model, const Rule& rule, std::string_view address) {
  if (rule.on == "deployment") return {nullptr};
  std::vector<Object*> found;
  for (Object* object : model.objects(rule.on)) {
    if (object->resource().address == address) found.push_back(object);
  }
  return found;
}

}  // namespace holdfast

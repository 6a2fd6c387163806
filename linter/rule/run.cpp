#include "rule/run.h"

#include "expression/explain.h"
#include "expression/worlds.h"
#include "model/record.h"
#include "rule/constraints.h"
#include "rule/location.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>

namespace holdfast {

namespace {

/// Nobody reads more places than that.
constexpr std::size_t kEvidenceMax = 8;

/// Answers whether a formula can hold, each only once: most rules ask it of the same few formulas, whether the object
/// exists.
class Feasibility {
 public:
  Truth of(Condition condition) {
    if (condition.is_always()) return Truth::yes;
    if (condition.is_never()) return Truth::no;
    const auto key = std::pair(condition.id(), condition.kind() == Condition::Kind::negation);
    const auto [entry, is_new] = known_.try_emplace(key, Truth::unknown);
    if (is_new) entry->second = satisfiable(condition);
    return entry->second;
  }

 private:
  std::map<std::pair<const void*, bool>, Truth> known_;
};

/// Judges one rule on one object; `self` is null for rules about the whole deployment.
class Judgement {
 public:
  Judgement(Model& model, const Rule& rule, Object* self, Feasibility& feasibility, const Constraints& constraints,
            FindingDetail detail)
      : model_(model),
        rule_(rule),
        self_(self),
        feasibility_(feasibility),
        constraints_(constraints),
        detail_(detail),
        arena_(model.deployment().arena),
        exists_(self ? self->exists : Condition::always()),
        is_present_(self ? self->is_present : Condition::always()) {}

  void judge(Judged& judged) {
    std::optional<Finding> found = judge(judged.plain);
    if (found) judged.findings.push_back(std::move(*found));
  }

 private:
  /// Nothing where the verdict is only counted.
  std::optional<Finding> judge(std::vector<PlainVerdict>& plain) {
    const Condition applies = rule_.when ? conjoin(arena_, exists_, truth_of(rule_.when, exists_)) : exists_;
    switch (feasibility_.of(constraints_.restrict(applies))) {
      case Truth::no: return unremarkable(Verdict::not_applicable, exists_, plain);
      case Truth::unknown: return too_many_scenarios(applies);
      case Truth::yes: break;
    }
    const Condition violated = conjoin(arena_, applies, negate(arena_, truth_of(rule_.require, applies)));
    World world;
    switch (feasibility_.of(constraints_.restrict(violated))) {
      case Truth::no: return unremarkable(Verdict::pass, applies, plain);
      case Truth::unknown: return too_many_scenarios(violated);
      case Truth::yes: break;
    }
    switch (supported_world(violated, &world)) {
      case Truth::yes: return failure_in(violated, world);
      case Truth::unknown: return too_many_scenarios(violated);
      case Truth::no: break;
    }
    return undecided(violated);
  }

  /// A world that the author supports and in which it fails. Something that may or may not exist, nobody knows, is
  /// judged for the case that it does.
  Truth supported_world(Condition violated, World* world) {
    const Truth found = unconstrained_world(violated, world);
    if (found != Truth::yes || !constraints_.exist()) return found;
    if (satisfiable(constraints_.restrict(as_condition(*world, arena_))) == Truth::yes) return found;
    return unconstrained_world(constraints_.restrict(violated), world);
  }

  Truth unconstrained_world(Condition violated, World* world) {
    const auto known = variables(is_present_);
    if (std::all_of(known.begin(), known.end(), [](const Variable* variable) { return variable->declared; })) {
      return declared_world(violated, world);
    }
    const Truth found = declared_world(disjoin(arena_, violated, negate(arena_, is_present_)), world);
    if (found != Truth::yes) return found;
    return satisfiable(conjoin(arena_, exists_, as_condition(*world, arena_)));
  }

  Condition truth_of(hcl::Expression expression, Condition assumption) {
    Evaluation evaluation = model_.evaluation(assumption);
    return as_condition(model_.evaluate_for(self_, expression, evaluation), evaluation);
  }

  std::string text_of(hcl::Expression expression, Condition assumption) {
    if (!expression) return {};
    Evaluation evaluation = model_.evaluation(assumption);
    const Value value = under(model_.evaluate_for(self_, expression, evaluation), assumption, arena_);
    return readable(readable_leaf(value));
  }

  /// Texts without quotes; what is not known of them by its name.
  std::string readable(const Value& value) {
    if (value.is_text()) return std::string(value.as_text());
    if (!value.is_unknown() || value.as_unknown().parts.empty()) return describe(value, arena_, 400);
    std::string text;
    for (const Value& part : value.as_unknown().parts)
      text += part.is_text() ? std::string(part.as_text()) : describe(part, arena_, 400);
    return text;
  }

  /// Of a text that differs between worlds nobody told apart, one that says something.
  static const Value& readable_leaf(const Value& value) {
    if (!value.is_choice()) return value;
    const Value& then = readable_leaf(value.as_choice().then);
    return then.is_text() ? then : readable_leaf(value.as_choice().otherwise);
  }

  std::optional<Finding> unremarkable(Verdict verdict, Condition assumption, std::vector<PlainVerdict>& plain) {
    if (detail_.is_audit) return finding(verdict, assumption);
    plain.push_back({&rule_, verdict, subject(verdict, assumption)});
    return std::nullopt;
  }

  uint64_t subject(Verdict verdict, Condition assumption) {
    uint64_t hash = hashed(text_of(rule_.discriminator, assumption));
    if (!self_) return combined(hash, hashed(model_.deployment().name));
    hash = combined(hash, hashed(own_label(*self_)));
    hash = combined(hash, hashed(self_->resource().address));
    Evaluation evaluation = model_.evaluation(assumption);
    // What passes with the values of a caller would be told where these are.
    const bool is_callers = verdict == Verdict::pass && !self_->resource().call_chain.empty();
    const Span at = is_callers ? locate(rule_.at, model_, self_, evaluation).at : self_->header();
    return combined(hash, (static_cast<uint64_t>(at.file) << 32) + at.begin);
  }

  static uint64_t hashed(std::string_view text) { return std::hash<std::string_view>()(text); }
  static uint64_t combined(uint64_t first, uint64_t second) { return (first ^ second) * 0x9E3779B97F4A7C15ULL + first; }

  Finding finding(Verdict verdict, Condition assumption) {
    Finding found;
    found.rule = &rule_;
    found.verdict = verdict;
    found.severity = rule_.severity;
    found.resource = self_ ? self_->resource().address : model_.deployment().name;
    if (self_) found.header = self_->resource().header_span;
    found.discriminator = text_of(rule_.discriminator, assumption);
    if (self_) found.at = self_->header();
    found.message = summary(verdict);
    if (self_) {
      found.resource_type = self_->resource().type;
      found.call_chain = self_->resource().call_chain;
      found.construct = construct();
    }
    if (verdict == Verdict::not_applicable) return found;
    Evaluation evaluation = model_.evaluation(assumption);
    Location location = locate(rule_.at, model_, self_, evaluation);
    found.at = location.at;
    found.flow = std::move(location.flow);
    if (!found.at.exists() && !model_.deployment().files.empty()) found.at = {model_.deployment().files.front(), 0, 0};
    if (rule_.level) found.severity = level(assumption);
    return found;
  }

  std::string construct() {
    const std::optional<Value> path = self_->record().place("construct");
    return path && path->is_text() ? std::string(path->as_text()) : std::string();
  }

  /// What a verdict other than failure says; the title names the fault.
  std::string summary(Verdict verdict) {
    const std::string subject = self_ ? label_of(*self_) : "the deployment";
    if (verdict == Verdict::pass) return subject + " passes: no sign of \"" + rule_.title + "\"";
    if (verdict == Verdict::not_applicable) return "\"" + rule_.title + "\" does not apply to " + subject;
    return "it cannot be decided for " + subject + ": \"" + rule_.title + "\"";
  }

  std::string label_of(Object& object) {
    std::string label = own_label(object);
    return label.empty() ? object.label() : label;
  }

  /// Empty where a resource is one object, and its address says it all.
  std::string own_label(Object& object) {
    const Value label = object.attribute("label").value_or(Value());
    return label.is_null() || label.is_choice() ? std::string() : readable(label);
  }

  /// Where the level hangs on something open, the lowest that it can be.
  Severity level(Condition assumption) {
    Evaluation evaluation = model_.evaluation(assumption);
    std::optional<Severity> lowest;
    for_each_world(model_.evaluate_for(self_, rule_.level, evaluation), evaluation, [&](const Value& leaf) {
      const auto severity = leaf.is_text() ? parse_severity(leaf.as_text()) : std::nullopt;
      if (severity && (!lowest || *severity < *lowest)) lowest = severity;
      return Value();
    });
    return lowest.value_or(rule_.severity);
  }

  Finding failure_in(Condition violated, const World& world) {
    const Condition everywhere = conjoin(arena_, exists_, as_condition(world, arena_));
    Finding found = finding(Verdict::fail, everywhere);
    found.message = text_of(rule_.message, everywhere);
    // It fails in every world in which the object exists: no world needs naming.
    const Condition elsewhere = constraints_.restrict(conjoin(arena_, exists_, negate(arena_, violated)));
    if (satisfiable(elsewhere) == Truth::yes) found.world = to_string(world);
    add_evidence(found, everywhere);
    const auto is_shown = [&](const Evidence& step) {
      return std::any_of(found.evidence.begin(), found.evidence.end(),
                         [&](const Evidence& seen) { return seen.at == step.at; });
    };
    std::erase_if(found.flow, is_shown);
    if (!detail_.has_explanations) return found;
    Evaluation evaluation = model_.evaluation(everywhere);
    for (const Step& step : model_.explain_for(self_, rule_.require, evaluation)) {
      found.because.push_back(step.source + " is " + describe(step.value, arena_));
    }
    return found;
  }

  Finding undecided(Condition violated) {
    Finding found = finding(Verdict::undecided, exists_);
    std::set<std::string> reasons, inputs;
    for (const Variable* variable : variables(violated)) {
      if (variable->declared) continue;
      if (!variable->reason.empty()) reasons.emplace(variable->reason);
      if (!variable->input.empty()) inputs.emplace(variable->input);
    }
    found.reasons.assign(reasons.begin(), reasons.end());
    found.inputs.assign(inputs.begin(), inputs.end());
    add_evidence(found, exists_);
    return found;
  }

  Finding too_many_scenarios(Condition condition) {
    Finding found = finding(Verdict::undecided, exists_);
    std::string reason = "too many scenarios: it depends on";
    for (const Variable* variable : variables(condition)) reason += " " + std::string(variable->name);
    found.reasons.push_back(reason);
    return found;
  }

  void add_evidence(Finding& found, Condition assumption) {
    if (!rule_.see) return;
    Evaluation evaluation = model_.evaluation(assumption);
    const Value seen = under(model_.evaluate_for(self_, rule_.see, evaluation), assumption, arena_);
    if (!seen.is_mapping()) return;
    for (const Value::Entry& entry : seen.entries()) add_places(found, entry.value, entry.key);
  }

  void add_places(Finding& found, const Value& value, std::string_view text) {
    if (found.evidence.size() >= kEvidenceMax) return;
    if (value.is_choice()) {
      add_places(found, value.as_choice().then, text);
      add_places(found, value.as_choice().otherwise, text);
      return;
    }
    if (value.is_sequence() && !value.items().empty()) {
      // What may be there is evidence only where nothing is there for certain.
      const auto is_certain = [](const Value& item) { return !may_be_absent(item); };
      const bool any_certain = std::any_of(value.items().begin(), value.items().end(), is_certain);
      for (const Value& item : value.items().first(std::min(value.items().size(), kEvidenceMax)))
        if (is_certain(item) || !any_certain) add_places(found, item, text);
      return;
    }
    const Span at = place_of(value, arena_);
    const auto is_same = [&](const Evidence& evidence) { return evidence.at == at; };
    if (!at.exists() || at == found.at || std::any_of(found.evidence.begin(), found.evidence.end(), is_same)) return;
    found.evidence.push_back({at, std::string(text)});
  }

  Model& model_;
  const Rule& rule_;
  Object* self_;
  Feasibility& feasibility_;
  const Constraints& constraints_;
  FindingDetail detail_;
  Arena& arena_;
  Condition exists_;
  Condition is_present_;
};

/// What to say once instead of everything that does not pass, when a presumption of the rule does not hold.
std::optional<Finding> broken_presumption(Model& model, const Rule& rule) {
  for (const Rule::Presumption& presumption : rule.presumptions) {
    Evaluation evaluation = model.evaluation();
    const Value holds = model.evaluate_for(nullptr, presumption.condition, evaluation);
    if (satisfiable(as_condition(holds, evaluation)) != Truth::no) continue;
    const Value message = model.evaluate_for(nullptr, presumption.otherwise, evaluation);
    Finding found;
    found.rule = &rule;
    found.verdict = Verdict::undecided;
    found.severity = rule.severity;
    found.message = rule.title;
    found.reasons.push_back(message.is_text() ? std::string(message.as_text())
                                              : describe(message, model.deployment().arena, 400));
    found.resource = model.deployment().name;
    return found;
  }
  return std::nullopt;
}

/// Of the findings from `first` on, which are the rule's.
void say_presumption_once(Model& model, const Rule& rule, std::vector<Finding>& findings, std::size_t first) {
  const auto is_open = [](const Finding& finding) {
    return finding.verdict == Verdict::fail || finding.verdict == Verdict::undecided;
  };
  const auto begin = findings.begin() + static_cast<std::ptrdiff_t>(first);
  const auto first_open = std::find_if(begin, findings.end(), is_open);
  if (first_open == findings.end()) return;
  std::optional<Finding> broken = broken_presumption(model, rule);
  if (!broken) return;
  broken->at = first_open->at;
  findings.erase(std::remove_if(begin, findings.end(), is_open), findings.end());
  findings.push_back(std::move(*broken));
}

bool is_judged_elsewhere(const Resource& resource) { return resource.is_external || resource.is_elsewhere; }

}  // namespace

Judged run_rules(Model& model, std::span<const Rule* const> rules, FindingDetail detail) {
  Judged judged;
  Feasibility feasibility;
  const Constraints constraints(model.deployment().constraints, model.deployment().arena);
  const std::vector<Object*> whole = {nullptr};
  for (const Rule* rule : rules) {
    if (rule->is_about_suppressions()) continue;
    const std::vector<Object*>& objects = rule->on == "deployment" ? whole : model.objects(rule->on);
    const std::size_t first = judged.findings.size();
    for (Object* object : objects) {
      if (object && is_judged_elsewhere(object->resource())) continue;
      Judgement(model, *rule, object, feasibility, constraints, detail).judge(judged);
    }
    say_presumption_once(model, *rule, judged.findings, first);
  }
  return judged;
}

}  // namespace holdfast

#pragma once

#include "cloudformation/environment.h"
#include "cloudformation/place.h"
#include "cloudformation/session.h"

#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace holdfast::cloudformation {

class TemplateResource;

/// What is computed when first asked for.
enum class Progress : uint8_t { open, running, done };

/// A named condition.
struct NamedCondition {
  Place place;
  Span declared_at;
  Progress progress = Progress::open;
  Condition formula = Condition::never();
};

/// What a stack gives to the one that deploys it.
struct Output {
  Place declaration;
  Span declared_at;
  Progress progress = Progress::open;
  Value value = {};
};

/// A resource that others take the place of.
struct Source {
  std::unique_ptr<TemplateResource> resource;
  Resource* replacement = nullptr;  // the one under its name; null: there is none
  bool is_expanded = false;
};

/// One template while it is evaluated, deployed once: its sections, and what has been computed of them. Lives as long
/// as its deployment.
struct Template {
  Template(Session& all, Stack& of_stack, std::string file_path);
  /// Of a template that a resource of `caller` deploys.
  Template(const Template& caller, const Resource& nested, std::string file_path);
  ~Template();

  Session& session;
  Stack& stack;
  Workspace& workspace = session.workspace;
  Deployment& deployment = session.deployment;
  Arena& arena = session.deployment.arena;
  Evaluation& evaluation = session.evaluation;
  Environment environment;

  std::string path;
  const Template* outer = nullptr;  // the template that deploys this one
  std::string prefix;               // of addresses: "Network/"
  std::vector<Span> call_chain;
  Condition exists = Condition::always();

  const Document* document = nullptr;
  Place mappings;
  Place globals;
  Place parameter_section;
  std::unordered_map<std::string_view, Value> parameters;
  std::unordered_map<std::string_view, NamedCondition> conditions;
  std::unordered_map<std::string_view, Resource*> resources;  // what is deployed, by name
  std::vector<TemplateResource*> declared;                    // what is written, in source order
  std::vector<Source> sources;
  std::size_t unexpanded_count = 0;               // of the sources
  std::vector<std::unique_ptr<Resource>> shared;  // generated again by another source
  bool are_names_read = false;                    // of all that is declared, so that sources can be expanded
  std::unordered_map<std::string_view, Output> outputs;
  /// A transform may declare names that this template mentions and does not declare.
  bool is_transformed = false;
  /// There may be conditions that nobody sees.
  bool are_conditions_open = false;
  /// A macro makes of it whatever it likes.
  bool is_rewritten = false;

  /// Reports once, however often the place is evaluated, and suggests the name that was meant. Gives the message.
  std::string_view report(const DiagnosticKind& kind, Span at, std::initializer_list<std::string_view> arguments,
                          std::string_view suggestion = {});
  /// A mistake of the author: reported here, quiet from here on.
  Value mistake(const DiagnosticKind& kind, Span at, std::initializer_list<std::string_view> arguments);
  /// A part that cannot be seen: nobody may claim that something is absent.
  void leave_out(Span at, const std::string& reason);
  /// An unknown of which every mention is the same: "export Network-Vpc" is one value all through the template.
  Value unknown_named(std::string_view identity, std::string_view reason, const Type* type = text_type());
  /// The value as it stands at a place of the template; where it came from is kept behind that.
  Value at(Span span, const Value& value);
};

/// Evaluates what is kept for later, which must not depend on who asks first.
template <class Evaluate>
Value evaluate_alone(Template& unit, Evaluate&& evaluate_it) {
  const Condition assumed = unit.evaluation.assumption;
  unit.evaluation.assumption = Condition::always();
  const Value value = evaluate_it();
  unit.evaluation.assumption = assumed;
  return value;
}

/// What is given for the parameters of a template.
struct SuppliedValues {
  std::unordered_map<std::string_view, Value> values;
  /// Parameters of which it is only said that they stay what they are in the stack.
  std::unordered_set<std::string_view> kept = {};
  /// The resource that deploys the template, which nobody else gives values to.
  const Resource* stack = nullptr;
  /// There may be values that are not seen. Empty = these are all.
  std::string_view incomplete_because = {};
};

/// Takes the sections of a template from its root and declares its resources in the deployment, and those of the
/// templates that it nests.
void read_template(Template& unit, const TemplateFile& file, const SuppliedValues& supplied);

}  // namespace holdfast::cloudformation

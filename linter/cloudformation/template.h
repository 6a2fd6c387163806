#pragma once

#include "cloudformation/environment.h"
#include "cloudformation/place.h"
#include "resource/deployment.h"
#include "text/workspace.h"

#include <deque>
#include <initializer_list>
#include <map>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace holdfast::cloudformation {

class TemplateResource;

/// A named condition, solved when first asked for.
struct NamedCondition {
  Place place;
  Span declared_at;
  enum class State : uint8_t { open, running, solved } state = State::open;
  Condition formula = Condition::never();
};

/// One template while it is evaluated: its sections, and what has been computed of them. Lives as long as its
/// deployment.
struct Template {
  Template(Workspace& files, Deployment& owner, const FunctionTable& functions, const Inputs& inputs)
      : workspace(files),
        deployment(owner),
        arena(owner.arena),
        evaluation{.arena = owner.arena, .functions = functions},
        environment(owner.arena, inputs) {}

  Workspace& workspace;
  Deployment& deployment;
  Arena& arena;
  Evaluation evaluation;
  Environment environment;
  std::deque<Document> documents;

  Place mappings;
  Place globals;
  std::unordered_map<std::string_view, Value> parameters;
  std::unordered_map<std::string_view, NamedCondition> conditions;
  std::unordered_map<std::string_view, TemplateResource*> resources;
  /// A transform may declare names that this template mentions and does not declare.
  bool is_transformed = false;

  /// Reports once, however often the place is evaluated, and suggests the name that was meant. Gives the message.
  std::string_view report(const DiagnosticKind& kind, Span at, std::initializer_list<std::string_view> arguments,
                          std::string_view suggestion = {});
  /// A mistake of the author: reported here, quiet from here on.
  Value mistake(const DiagnosticKind& kind, Span at, std::initializer_list<std::string_view> arguments);
  /// An unknown of which every mention is the same: "export Network-Vpc" is one value all through the template.
  Value unknown_named(std::string_view identity, std::string_view reason, const Type* type = text_type());
  /// The value as it stands at a place of the template; where it came from is kept behind that.
  Value at(Span span, const Value& value);

 private:
  std::map<std::pair<Span, std::string_view>, std::string_view> reported_;  // by place and id: the message
};

/// What the user gives for a parameter. Values on the command line have no place.
struct SuppliedValue {
  std::string_view text;
  Span at = {};
};
using SuppliedValues = std::unordered_map<std::string_view, SuppliedValue>;

/// Takes the sections of a template from its root and declares its resources in the deployment.
void read_template(Template& unit, Place root, const SuppliedValues& supplied, ComputedAttributes* computed);

}  // namespace holdfast::cloudformation

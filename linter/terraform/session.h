#pragma once

#include "resource/deployment.h"
#include "terraform/file_access.h"
#include "terraform/module_source.h"
#include "terraform/terraform.h"
#include "text/workspace.h"
#include "value/entity.h"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace holdfast::terraform {

/// More instances than this are not looked at. No root that people plan comes near.
inline constexpr std::size_t kInstancesMax = 200'000;

class PlannedRoot;

/// What all modules of one root share.
struct Session {
  /// `modules` is needed only while the root is loaded: all its modules are read then.
  Session(Workspace& workspace, TerraformModules& modules, Deployment& deployment, Inputs inputs,
          const FunctionTable& functions, ComputedAttributes* computed);

  /// Reads a directory once. The first mention adds its files and diagnostics to the deployment.
  const ModuleSource& module(const std::string& directory);
  /// Directory that `terraform init` put a module into, by the names of the calls that lead to it (`network.subnets`).
  std::optional<std::string> installed_module(const std::string& path);
  /// Type of a variable. Read once, so that what is wrong with it is reported once.
  const Type* type_of_variable(const Declaration& variable);
  /// Reports once: the instances of a module share their text.
  void report(const DiagnosticKind& kind, Span at, std::initializer_list<std::string_view> arguments,
              std::vector<Label> labels = {});
  /// Reports what is wrong with the value of an expression: for certain where all values are at hand, or none matter.
  void report_value(const DiagnosticKind& kind, Span at, std::initializer_list<std::string_view> arguments,
                    hcl::Expression written);
  /// Reports an error value, unless something was already said about the place that it stands for.
  void report_failure(const Value& error, hcl::Expression written);
  /// Is it the first time that this module call is looked at, in whichever instance of its module?
  bool is_first_look(const Declaration& call) { return looked_at_.insert(&call).second; }
  /// The place that a value was written at.
  Span span_of(const Value& value, Span fallback) const;

  Workspace& workspace;
  TerraformModules& modules;
  Deployment& deployment;
  Inputs inputs;
  ComputedAttributes* computed;
  FileAccess files;
  Evaluation evaluation;
  std::unique_ptr<Entity> environment;
  std::unique_ptr<Entity> no_names;   // for expressions that may mention none
  const PlannedRoot* plan = nullptr;  // decides what the sources leave open
  std::size_t instances = 0;
  bool is_full = false;            // some instances were left out
  bool is_self_contained = false;  // all values that it takes to plan the root are at hand
  std::vector<Span> running;       // declarations of the cells that are being computed, outermost first

 private:
  void read_installed_modules();

  std::map<std::string, std::shared_ptr<const ModuleSource>> read_;
  std::optional<std::map<std::string, std::string>> installed_;  // empty until first asked for
  std::unordered_map<const Declaration*, const Type*> types_;
  std::set<std::pair<std::string_view, Span>> reported_;
  std::unordered_set<const Declaration*> looked_at_;
};

/// A value that is computed when it is first asked for. One that needs itself is reported and ends in an error.
class Cell {
 public:
  /// `compute` runs under the condition that its owner exists, whatever is assumed where it is asked for.
  template <class Compute>
  Value get(Session& session, Condition exists, Span declared_at, Compute&& compute) {
    if (state_ == State::done) return value_;
    if (state_ == State::running) return fail(session, declared_at);
    state_ = State::running;
    session.running.push_back(declared_at);
    const Condition before = session.evaluation.assumption;
    session.evaluation.assumption = exists;
    const Value value = compute();
    session.evaluation.assumption = before;
    session.running.pop_back();
    if (state_ == State::running) value_ = value;
    state_ = State::done;
    return value_;
  }

 private:
  enum class State : uint8_t { fresh, running, done };
  Value fail(Session& session, Span declared_at);

  State state_ = State::fresh;
  Value value_;
};

/// Names that lead to values: `var`, `local`, `module`, the resources of a type, the outputs of a module.
class Namespace final : public Entity {
 public:
  using Find = std::function<std::optional<Value>(std::string_view name)>;
  using Names = std::function<std::vector<std::string_view>()>;
  Namespace(std::string label, Find find, Names names, Span header = {})
      : label_(std::move(label)), find_(std::move(find)), names_(std::move(names)), header_(header) {}

  std::optional<Value> attribute(std::string_view name) override { return find_(name); }
  std::vector<std::string_view> attribute_names() const override { return names_(); }
  std::string label() const override { return label_; }
  Span header() const override { return header_; }

 private:
  std::string label_;
  Find find_;
  Names names_;
  Span header_;
};

}  // namespace holdfast::terraform

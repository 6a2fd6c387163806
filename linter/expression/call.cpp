#include "expression/convert.h"
#include "expression/function.h"
#include "expression/unknowns.h"
#include "expression/walk.h"
#include "expression/worlds.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace holdfast {

namespace {

/// The globals of a function that sees nothing but its parameters.
class Nothing final : public Entity {
 public:
  std::optional<Value> attribute(std::string_view) override { return std::nullopt; }
  std::vector<std::string_view> attribute_names() const override { return {}; }
  std::string label() const override { return {}; }
};

bool holds_error(const Value& value) {
  const Value* unknown = first_unknown(value);
  return unknown && unknown->is_error();
}

constexpr std::string_view kProviderNamespace = "provider::";

std::string_view without_namespace(std::string_view name) {
  constexpr std::string_view kCore = "core::";
  return name.starts_with(kCore) ? name.substr(kCore.size()) : name;
}

}  // namespace

Value Walk::call(hcl::NodeId node, const Scope& scope) {
  const std::string_view name = without_namespace(tree_.text(node));
  if (name == "try") return call_try(node, scope);
  if (name == "can") return call_can(node, scope);
  const Function* function = evaluation_.functions.find(name, evaluation_.is_pack);
  const bool may_be_defined = evaluation_.is_pack || name.starts_with(kProviderNamespace);
  const DefinedFunction* defined =
      function || !evaluation_.defined || !may_be_defined ? nullptr : evaluation_.defined->find(name);
  if (!function && !defined) return unknown_function(node);

  std::vector<Value> arguments;
  std::vector<Span> spans;
  const auto children = tree_.children_of(node);
  for (std::size_t i = 0; i < children.size(); ++i) {
    const Value argument = visit(children[i], scope);
    if (i + 1 < children.size() || !(tree_.node(node).flags & hcl::kExpand)) {
      arguments.push_back(argument);
      spans.push_back(span(children[i]));
      continue;
    }
    if (argument.is_unknown()) {
      if (argument.is_error()) return argument;
      const bool chooses = function && function->traits & kChooses;
      const Value result = unknown_result(evaluation_, {argument}, nullptr);
      return made_here(chooses ? result.with_origin(argument.origin()) : result, node);
    }
    if (!argument.is_sequence()) return error(children[i], "only a list can be spread over the arguments");
    for (const Value& item : argument.items()) {
      arguments.push_back(item);
      spans.push_back(span(children[i]));
    }
  }
  if (defined) return call_defined(node, *defined, arguments);
  return made_here(call_function(*function, arguments, spans, span(node), evaluation_), node);
}

Value Walk::call_try(hcl::NodeId node, const Scope& scope) {
  Value last = error(node, "`try` needs an argument");
  const auto children = tree_.children_of(node);
  const auto attempt = [&](const auto& self, std::size_t i) -> Value {
    if (i == children.size()) return last;
    return for_each_world(visit(children[i], scope), evaluation_, [&](const Value& leaf) {
      if (!holds_error(leaf)) return leaf;
      last = leaf;
      return self(self, i + 1);
    });
  };
  return attempt(attempt, 0);
}

Value Walk::call_can(hcl::NodeId node, const Scope& scope) {
  if (tree_.node(node).child_count != 1) return error(node, "`can` takes one argument");
  const Value value = visit(tree_.child(node, 0), scope);
  const Value result = for_each_world(value, evaluation_, [&](const Value& leaf) {
    if (holds_error(leaf)) return Value::boolean(false);
    return content_of(leaf).unknown ? unknown_result(evaluation_, {leaf}, boolean_type()) : Value::boolean(true);
  });
  return made_here(result, node);
}

Value Walk::call_defined(hcl::NodeId node, const DefinedFunction& function, std::span<const Value> arguments) {
  if (arguments.size() != function.parameters.size()) {
    return error(node, "`" + std::string(tree_.text(node)) + "` takes " + std::to_string(function.parameters.size()) +
                           " arguments");
  }
  if (!evaluation_.is_pack) {
    const auto wrong = std::ranges::find_if(arguments, &Value::is_error);
    if (wrong != arguments.end()) return *wrong;
  }
  Nothing nothing;
  std::vector<Scope> scopes;
  scopes.reserve(arguments.size() + 1);
  scopes.emplace_back(nothing);
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    scopes.emplace_back(scopes.back(), function.parameters[i], arguments[i]);
  }
  const bool is_called_by_pack = std::exchange(evaluation_.is_pack, true);
  const Value result = Walk(*function.result.tree, evaluation_).visit(function.result.node, scopes.back());
  evaluation_.is_pack = is_called_by_pack;
  if (is_called_by_pack) return result;
  return result.is_error() ? error(node, result.as_unknown().reason) : made_here(result, node);
}

Value Walk::unknown_function(hcl::NodeId node) {
  const std::string_view name = tree_.text(node);
  if (name.starts_with(kProviderNamespace)) {
    return unknown_value(arena(), "the provider function `" + std::string(name) + "` is not evaluated");
  }
  std::string message = "there is no function `" + std::string(name) + "`";
  if (const auto near = nearest(name, evaluation_.functions.names(evaluation_.is_pack)); !near.empty()) {
    message += "; did you mean `" + std::string(near) + "`?";
  }
  return error(node, message);
}

}  // namespace holdfast

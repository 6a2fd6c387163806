#pragma once

#include "expression/evaluate.h"
#include "syntax/hcl.h"

#include <string_view>

namespace holdfast {

/// One evaluation of one tree: what all parts of the evaluator share. Each member function evaluates one kind of node.
class Walk {
 public:
  Walk(const hcl::Tree& tree, Evaluation& evaluation) : tree_(tree), evaluation_(evaluation) {}

  Value visit(hcl::NodeId node, const Scope& scope);

 private:
  Value dispatch(hcl::NodeId node, const Scope& scope);

  // Constants and constructors.
  Value constant(hcl::NodeId node, const Value& value);
  Value number(hcl::NodeId node);
  Value tuple(hcl::NodeId node, const Scope& scope);
  Value object(hcl::NodeId node, const Scope& scope);

  // Reading: the value itself, without the origin that the whole reference gives it.
  struct Read {
    Value value;
    Entity* entity = nullptr;  // the value is this attribute of this entity
    std::string_view attribute = {};
  };
  Read read(hcl::NodeId node, const Scope& scope);
  Read read_name(hcl::NodeId node, const Scope& scope);
  Value reference(hcl::NodeId node, const Scope& scope);

  // Operators.
  Value unary(hcl::NodeId node, const Scope& scope);
  Value binary(hcl::NodeId node, const Scope& scope);
  Value logic(hcl::NodeId node, const Scope& scope);
  Value conditional(hcl::NodeId node, const Scope& scope);
  Value visit_under(hcl::NodeId node, const Scope& scope, Condition assumption);

  // Templates.
  Value template_text(hcl::NodeId node, const Scope& scope);
  Value template_if(hcl::NodeId node, const Scope& scope);
  Value template_for(hcl::NodeId node, const Scope& scope);
  /// Refuses what has no text, at its place.
  Value template_part(const Value& value, Span at);

  // Repetition.
  Value for_tuple(hcl::NodeId node, const Scope& scope);
  Value for_object(hcl::NodeId node, const Scope& scope);
  Value splat(hcl::NodeId node, const Scope& scope);
  template <class Body>
  Value unknown_repetition(const Value& collection, Body&& body);
  /// Is the item taken? `unknown` never: what is not known is a formula over an opaque variable.
  struct Filter {
    Condition condition;
    Value error;  // set instead
  };
  Filter filter(hcl::NodeId node, const Scope& scope);

  // Calls.
  Value call(hcl::NodeId node, const Scope& scope);
  Value call_try(hcl::NodeId node, const Scope& scope);
  Value call_can(hcl::NodeId node, const Scope& scope);
  Value call_defined(hcl::NodeId node, const DefinedFunction& function, std::span<const Value> arguments);
  Value unknown_function(hcl::NodeId node);

  Arena& arena() const { return evaluation_.arena; }
  Value error(hcl::NodeId node, std::string_view message) const { return error_value(arena(), span(node), message); }
  /// Where a mistake is told. What a pack makes of a value, mistakes included, has no place in the user's source.
  Span span(hcl::NodeId node) const { return evaluation_.is_pack ? Span() : tree_.span(node); }
  /// A value that this node made: it stands here in the user's source, and nowhere in a pack.
  Value made_here(const Value& value, hcl::NodeId node);

  const hcl::Tree& tree_;
  Evaluation& evaluation_;
};

/// The name under which the current element of a splat stands in its scope. No author can write it.
inline constexpr std::string_view kSplatElement = "*";

}  // namespace holdfast

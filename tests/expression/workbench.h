#pragma once

#include "expression/evaluate.h"
#include "expression/function.h"
#include "syntax/hcl.h"
#include "value/arena.h"
#include "value/entity.h"

#include <deque>
#include <map>
#include <string>
#include <string_view>

namespace holdfast {

/// Names and functions for expressions under test.
class Workbench {
 public:
  Workbench();

  /// Evaluates a text; the tree and the text stay alive.
  Value run(std::string_view source);
  std::string show(std::string_view source);
  void bind(const std::string& name, const Value& value) { names_.values[name] = value; }
  /// An open input, with the values that it may have and its default.
  Value variable(const std::string& name, const Type* type, std::vector<std::string_view> allowed = {});
  Scope scope() { return Scope(names_); }
  const hcl::Tree& parse(std::string_view source);

  Arena arena;
  FunctionTable functions;
  Evaluation evaluation{.arena = arena, .functions = functions};
  Diagnostics diagnostics;

 private:
  struct Names final : Entity {
    std::optional<Value> attribute(std::string_view name) override {
      const auto found = values.find(name);
      return found == values.end() ? std::nullopt : std::optional(found->second);
    }
    std::vector<std::string_view> attribute_names() const override {
      std::vector<std::string_view> names;
      for (const auto& [name, value] : values) names.push_back(name);
      return names;
    }
    std::string label() const override { return "names"; }
    std::map<std::string, Value, std::less<>> values;
  };

  Names names_;
  std::deque<std::string> sources_;
  std::deque<hcl::Tree> trees_;
};

}  // namespace holdfast

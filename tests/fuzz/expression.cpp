// Any expression has a value, in both languages, and whatever it is can be described and explained.
#include "expression/evaluate.h"
#include "expression/explain.h"
#include "expression/function.h"
#include "value/arena.h"
#include "value/entity.h"

#include <cstdint>
#include <cstdlib>
#include <string_view>

using namespace holdfast;

namespace {

/// A few names of each kind: known, unknown, open.
class Names final : public Entity {
 public:
  explicit Names(Arena& arena) : arena_(arena) {}

  std::optional<Value> attribute(std::string_view name) override {
    if (name == "u") return unknown_value(arena_, "it is open", {}, text_type());
    if (name == "v") return open(v_, text_type());
    if (name == "w") return open(w_, text_type());
    if (name == "b") return open(b_, boolean_type());
    if (name == "n") return Value::null();
    if (name == "self") return Value::entity(*this);
    return std::nullopt;
  }
  std::vector<std::string_view> attribute_names() const override { return {"b", "n", "self", "u", "v", "w"}; }
  std::string label() const override { return "names"; }

 private:
  Value open(const Variable& variable, const Type* type) {
    return Value::unknown(arena_, {.type = type, .reason = variable.reason, .variable = &variable});
  }

  static constexpr std::string_view kAllowed[] = {"1", "x", "true"};
  Arena& arena_;
  Variable v_{.name = "v", .reason = "not given", .declared_at = {}, .allowed = kAllowed};
  Variable w_{.name = "w", .reason = "not given", .declared_at = {}};
  Variable b_{.name = "b", .reason = "not given", .declared_at = {}};
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  static const FunctionTable functions;
  Diagnostics diagnostics;
  const hcl::Tree tree = hcl::parse_expression(FileId{0}, text, diagnostics);
  for (const bool is_pack : {false, true}) {
    Arena arena;
    Names names(arena);
    Evaluation evaluation{.arena = arena, .functions = functions, .is_pack = is_pack, .steps_left = 100'000};
    const Value value = evaluate({&tree, tree.root}, Scope(names), evaluation);
    if (evaluation.depth != 0 || !evaluation.assumption.is_always()) std::abort();
    if (describe(value, arena, 200).size() > 200 + 8) std::abort();
    if (value.is_unknown() && value.as_unknown().reason.empty()) std::abort();
    explain({&tree, tree.root}, Scope(names), evaluation);
  }
  return 0;
}

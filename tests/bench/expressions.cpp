// How long it takes to read and to evaluate expressions as modules have them. Usage: bench_expressions

#include "expression/evaluate.h"
#include "expression/function.h"
#include "syntax/hcl.h"
#include "value/arena.h"
#include "value/entity.h"

#include <chrono>
#include <cstdio>
#include <map>
#include <string>
#include <string_view>

namespace {

using namespace holdfast;

constexpr int kTimes = 2000;

constexpr std::string_view kExpressions[] = {
    "\"text\"",
    "12345",
    "var.name",
    "\"${var.name}-${var.stage}\"",
    "var.stage == \"prod\" ? 35 : 7",
    "var.open ? 1 : 0",
    "var.tags[\"Tier\"]",
    "[for s in var.list : upper(s) if s != \"b\"]",
    "{for k, v in var.tags : k => \"${v}!\"}",
    "merge(var.tags, {Name = var.name, Stage = var.stage})",
    "lookup(var.tags, \"Owner\", \"nobody\")",
    "try(var.tags.Missing, var.name)",
    "jsonencode({Statement = [{Effect = \"Allow\", Action = [\"a:*\"], Resource = \"arn:${var.name}:*\"}]})",
    "jsondecode(\"{\\\"a\\\":[1,2,{\\\"b\\\":null}]}\").a[2]",
    "format(\"%s-%03d\", var.name, 7)",
    "regex(\"^([a-z]+)-([0-9]+)$\", \"store-17\")[1]",
    "cidrsubnet(\"10.0.0.0/16\", 8, 3)",
    "flatten([for s in var.list : [for t in var.list : \"${s}${t}\"]])",
    "sha256(var.name)",
    "1.5 * 3 / 7",
    "<<EOT\nhello ${var.name}\n%{ for s in var.list ~}\n- ${s}\n%{ endfor ~}\nEOT\n",
};

class Names final : public Entity {
 public:
  explicit Names(Value variables) : variables_(variables) {}
  std::optional<Value> attribute(std::string_view name) override {
    return name == "var" ? std::optional(variables_) : std::nullopt;
  }
  std::vector<std::string_view> attribute_names() const override { return {"var"}; }
  std::string label() const override { return "names"; }

 private:
  Value variables_;
};

template <class Run>
double microseconds(const Run& run) {
  const auto begin = std::chrono::steady_clock::now();
  for (int i = 0; i < kTimes; ++i) run();
  return std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - begin).count() / kTimes;
}

}  // namespace

int main() {
  Arena arena;
  const FunctionTable functions;
  const auto text = [&](std::string_view t) { return Value::text(arena, t); };
  const Value::Entry tags[] = {{"Stage", text("prod")}, {"Tier", text("high")}};
  const Value list[] = {text("a"), text("b"), text("c")};
  const Value::Entry variables[] = {{"list", Value::sequence(arena, ValueKind::list, list, text_type())},
                                    {"name", text("ledger")},
                                    {"open", unknown_value(arena, "it is open", {}, boolean_type())},
                                    {"stage", text("prod")},
                                    {"tags", Value::mapping(arena, ValueKind::map, tags, text_type())}};
  Names names(Value::mapping(arena, ValueKind::object, variables));
  std::printf("%10s %10s   microseconds\n", "reading", "evaluating");
  for (const std::string_view source : kExpressions) {
    Diagnostics diagnostics;
    const double reading = microseconds([&] { hcl::parse_expression(FileId{0}, source, diagnostics); });
    const hcl::Tree tree = hcl::parse_expression(FileId{0}, source, diagnostics);
    const double evaluating = microseconds([&] {
      Arena own;
      Evaluation evaluation{.arena = own, .functions = functions};
      evaluate({&tree, tree.root}, Scope(names), evaluation);
    });
    std::printf("%10.2f %10.2f   %s\n", reading, evaluating, std::string(source.substr(0, source.find('\n'))).c_str());
    if (diagnostics.has_errors()) return 1;
  }
  return 0;
}

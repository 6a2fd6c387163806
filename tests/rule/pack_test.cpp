#include "rule/pack.h"

#include "expression/function.h"

#include <doctest/doctest.h>

#include <string>

using namespace holdfast;

namespace {

constexpr std::string_view kModel = R"hcl(
family "store" {
  attributes = { name = string, limits = object({ days = number }) }
}
type "box" {
  family     = ["store"]
  attributes = { lid = bool }
  terraform "acme_box" {
    name = raw.name
    lid  = true
  }
}
link "neighbours" {
  from = family.store
  to   = box
  when = from.name == to.name
}
)hcl";

std::string rule_with(std::string_view require) {
  return std::string(kModel) +
         "rule \"r\" {\n  title = \"t\"\n  theme = \"x\"\n  severity = \"low\"\n  why = \"w\"\n  fix = \"f\"\n"
         "  on = box\n  at = self\n  message = \"m\"\n  require = " +
         std::string(require) + "\n}\n";
}

/// Ids and messages of what is wrong with a pack.
std::string problems(const std::string& text) {
  Workspace workspace;
  Diagnostics diagnostics;
  Packs packs;
  const FileId file = workspace.add("pack/a.hcl", text);
  packs.add(std::make_unique<hcl::Tree>(hcl::parse_file(file, workspace.file(file).text(), diagnostics)), "pack",
            diagnostics);
  packs.finish(diagnostics);
  packs.check(FunctionTable(), diagnostics);
  std::string all;
  for (const Diagnostic& diagnostic : diagnostics.all()) {
    all += std::string(diagnostic.kind->id) + ": " + diagnostic.message + "\n";
  }
  return all;
}

}  // namespace

TEST_CASE("a sound pack has no problems") {
  CHECK(problems(rule_with("self.lid && self.limits.days > 3 && all([for n in self.neighbours : n.lid])")) == "");
}

TEST_CASE("misspelt names are told with the nearest one") {
  CHECK(problems(rule_with("self.lit")) ==
        "pack/undeclared-attribute: type `box` declares no attribute `lit`; did you mean `lid`?\n");
  CHECK(problems(rule_with("self.limits.day > 1")).find("did you mean `days`?") != std::string::npos);
  CHECK(problems(rule_with("all([for n in self.neighbours : n.lod])")).find("did you mean `lid`?") !=
        std::string::npos);
  CHECK(
      problems(rule_with("slef.lid")).find("pack/unknown-name: nothing is called `slef` here; did you mean `self`?") !=
      std::string::npos);
  CHECK(problems(rule_with("lenght(self.neighbours) > 0"))
            .find("pack/unknown-function: no function is called `lenght`; did you mean `length`?") !=
        std::string::npos);
  CHECK(problems(rule_with("length(model.boxx) > 0")).find("pack/unknown-type: no type or family is called `boxx`") !=
        std::string::npos);
}

TEST_CASE("a mapping may set only what its type declares") {
  CHECK(
      problems("type \"box\" {\n  attributes = { lid = bool }\n  terraform \"acme_box\" {\n    lit = true\n  }\n}\n") ==
      "pack/undeclared-attribute: type `box` declares no attribute `lit`; did you mean `lid`?\n");
}

TEST_CASE("arguments of blocks are what the block wants") {
  const auto has = [](const std::string& text, std::string_view problem) {
    return problems(std::string(kModel) + text).find(problem) != std::string::npos;
  };
  CHECK(has("link \"a\" {\n  from = box\n  to = box\n  whem = true\n}\n",
            "pack/unknown-argument: `whem` is no argument of `link`; did you mean `when`?"));
  CHECK(has("type {}\n", "pack/missing-label: `type` needs a name in quotes"));
  CHECK(has("link \"a\" {\n  from = 1\n  to = box\n  when = true\n}\n", "pack/expected-name: `from`"));
  CHECK(has("function \"f\" {\n  parameters = \"a\"\n  result = a\n}\n", "pack/expected-texts: `parameters`"));
  CHECK(has("rule \"r\" {\n  title = 1\n}\n", "pack/expected-text: `title`"));
  CHECK(problems("function \"f\" {\n  parameters = [\"a\"]\n  result = a\n}\n" + rule_with("f(1, 2)"))
            .find("pack/wrong-argument-count: `f` takes 1 arguments, not 2") != std::string::npos);
}

TEST_CASE("rules name frameworks and controls that there are") {
  const std::string framework =
      "framework \"acme\" {\n  name = \"Acme\"\n  version = \"1\"\n  organization = \"o\"\n  information_uri = \"u\"\n"
      "  label = \"l\"\n  guid = \"g\"\n  controls = { \"1.1\" = \"x\" }\n}\n";
  const auto with_control = [&](std::string_view control) {
    std::string rule = rule_with("true");
    rule.replace(rule.rfind('}'), 1, "  controls = { " + std::string(control) + " }\n}");
    return problems(framework + rule);
  };
  CHECK(with_control("acme = [\"1.1\"]") == "");
  CHECK(with_control("acne = [\"1.1\"]") ==
        "pack/unknown-framework: no framework is called `acne`; did you mean `acme`?\n");
  CHECK(with_control("acme = [\"1.2\"]") ==
        "pack/unknown-control: Acme has no control `1.2` in its pack file; did you mean `1.1`?\n");
}

TEST_CASE("rows of registers are what rules may name") {
  const auto with_row = [](const std::string& row) {
    return problems("register \"R\" {\n  name = \"n\"\n  requirements = { \"R-1\" = { " + row + " } }\n}\n");
  };
  CHECK(with_row("label = \"l\", proof = \"static\"") == "");
  CHECK(with_row("proof = \"hearsay\"").starts_with("pack/unknown-proof: "));
  CHECK(with_row("lable = \"l\"").starts_with("pack/unknown-requirement-field: "));
  std::string rule = rule_with("true");
  rule.replace(rule.rfind('}'), 1, "  covers = [\"R-9\"]\n}");
  CHECK(problems(rule).starts_with("pack/unknown-requirement: "));
}

TEST_CASE("what is there twice, or not at all, is told") {
  CHECK(problems(rule_with("true") + rule_with("true").substr(kModel.size())).find("pack/rule-twice: rule `pack/r`") !=
        std::string::npos);
  CHECK(problems("profile \"p\" {\n  policy = {}\n}\n").find("pack/no-profile") != std::string::npos);
  CHECK(problems(std::string(kModel) + "derive \"neighbours\" {\n  on = box\n  value = 1\n}\n")
            .find("pack/defined-twice") != std::string::npos);
  CHECK(problems("type \"a\" {}\ntype \"a\" {}\n").find("pack/defined-twice") != std::string::npos);
  CHECK(problems("rulle \"a\" {}\n")
            .find("pack/unknown-block: `rulle` is no block of the pack language; did you mean `rule`?") !=
        std::string::npos);
  CHECK(problems("link \"a\" {\n  from = box\n  to = box\n}\n").find("pack/missing-argument") != std::string::npos);
  CHECK(problems(rule_with("true") + "rule \"s\" {\n  basis = \"hope\"\n}\n").find("pack/unknown-basis") !=
        std::string::npos);
  CHECK(problems(rule_with("true") + "rule \"s\" {\n  severity = \"lwo\"\n}\n").find("pack/unknown-severity") !=
        std::string::npos);
}

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

TEST_CASE("what is there twice, or not at all, is told") {
  CHECK(problems(std::string(kModel) + "derive \"neighbours\" {\n  on = box\n  value = 1\n}\n")
            .find("pack/defined-twice") != std::string::npos);
  CHECK(problems("type \"a\" {}\ntype \"a\" {}\n").find("pack/defined-twice") != std::string::npos);
  CHECK(problems("rulle \"a\" {}\n")
            .find("pack/unknown-block: `rulle` is no block of the pack language; did you mean `rule`?") !=
        std::string::npos);
  CHECK(problems("link \"a\" {\n  from = box\n  to = box\n}\n").find("pack/missing-argument") != std::string::npos);
  CHECK(problems(rule_with("true") + "rule \"s\" {\n  severity = \"lwo\"\n}\n").find("pack/unknown-severity") !=
        std::string::npos);
}

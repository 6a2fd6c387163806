#include "sample.h"

#include <doctest/doctest.h>

#include <string>

using namespace holdfast;
using namespace holdfast::test;

TEST_CASE("a line per finding, which others can parse") {
  Sample sample;
  const FileId file = sample.add_file("main.tf", "x = 1\n");
  const Rule& rule = sample.add_rule("pack/rule", Severity::medium, "It is wrong");
  sample.add_finding(rule, sample.span(file, "1"), "it is\n\x1b[31mwrong").world = "A is b";
  CHECK(concise_report(sample.report, {}) == "main.tf:1:5: warning: it is \uFFFD[31mwrong, when A is b [pack/rule]\n");
}

TEST_CASE("other verdicts are notes, in an audit only") {
  Sample sample;
  const FileId file = sample.add_file("main.tf", "x = 1\n");
  sample.add_finding(sample.add_rule("pack/rule", Severity::high, "It is wrong"), sample.span(file, "x"), "it is open")
      .verdict = Verdict::undecided;
  CHECK(concise_report(sample.report, {}) == "");
  CHECK(concise_report(sample.report, {.audit = true}) == "main.tf:1:1: note: undecided: it is open [pack/rule]\n");
}

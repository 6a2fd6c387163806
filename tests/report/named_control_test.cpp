#include "report/named_control.h"

#include "sample.h"

#include <doctest/doctest.h>

using namespace holdfast;
using namespace holdfast::test;

TEST_CASE("controls come in the order of the frameworks, direct ones first") {
  Sample sample;
  Rule& rule = sample.add_rule("pack/rule", Severity::high, "It is wrong");
  rule.controls.push_back({.framework = "unheard_of", .control = "1"});
  std::string ids;
  for (const NamedControl& control : named_controls(rule, sample.report.frameworks))
    ids += std::string(control.id) + ' ';
  CHECK(ids == "A.8.13 PR.DS-11 A.5.30 ");
}

TEST_CASE("an edition is written as its publisher writes it") {
  Sample sample;
  CHECK(edition(sample.frameworks[0]) == "ISO/IEC 27001:2022");
  CHECK(edition(sample.frameworks[1]) == "NIST CSF 2.0");
}

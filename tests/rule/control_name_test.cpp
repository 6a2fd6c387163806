#include "rule/control_name.h"

#include <doctest/doctest.h>

using namespace holdfast;

namespace {

Framework framework() {
  Framework made;
  made.key = "acme_std";
  made.name = "ACME STD";
  made.version = "2.0";
  made.former_version = "1.1";
  made.controls = {{"PR.DS-01", "data", {"PR.DS-1", "X.4"}}, {"A.8.13", "backup", {"A.12.3.1"}}};
  return made;
}

bool names(std::size_t control, std::string_view written) {
  const Framework made = framework();
  return names_control(made, made.controls[control], written);
}

}  // namespace

TEST_CASE("letter case, separators and leading zeros of a control do not matter") {
  for (const char* written : {"PR.DS-01", "pr.ds-1", "PR-DS-01", "acme-std@2.0:PR.DS-01", "ACME STD:ds-01", "x.4"})
    CHECK_MESSAGE(names(0, written), written);
  for (const char* written : {"PR.DS-10", "PR.DS", "DS-01", "acme-std@1.0:PR.DS-01", "other:PR.DS-01", ""})
    CHECK_MESSAGE(!names(0, written), written);
}

TEST_CASE("the letter of a control may be left out once its framework is named") {
  for (const char* written : {"A.8.13", "a8.13", "acme_std:8.13", "A.12.3.1"})
    CHECK_MESSAGE(names(1, written), written);
  CHECK_FALSE(names(1, "8.13"));
}

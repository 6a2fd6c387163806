#include "workbench.h"

#include <doctest/doctest.h>

#include <fstream>
#include <string>

namespace holdfast {

namespace {

/// `expression  ->  result`, one a line; `#` at the start of a line comments. After `  ## ` stands what the reference
/// gives where we mean to differ, and why.
void check_rows(const std::string& name) {
  std::ifstream file(std::string(HOLDFAST_SOURCE_DIR) + "/tests/expression/rows/" + name);
  REQUIRE(file.good());
  Workbench bench;
  int rows = 0;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#') continue;
    const std::size_t note = line.find("  ## ");
    const std::size_t arrow = line.rfind("  ->  ", note);
    REQUIRE_MESSAGE(arrow != std::string::npos, line);
    const std::string source = line.substr(0, arrow);
    const std::string expected = line.substr(arrow + 6, note == std::string::npos ? note : note - arrow - 6);
    CHECK_MESSAGE(bench.show(source) == expected, name, ": ", source, "  ->  ", expected, " but was ",
                  bench.show(source));
    ++rows;
  }
  MESSAGE(name, ": ", rows, " rows");
}

}  // namespace

TEST_CASE("core expressions give what is recorded") { check_rows("core.txt"); }
TEST_CASE("functions give what is recorded") { check_rows("functions.txt"); }
TEST_CASE("syntax, templates and conversions give what is recorded") { check_rows("language.txt"); }

}  // namespace holdfast

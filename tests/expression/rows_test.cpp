#include "workbench.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <string>

namespace holdfast {

namespace {

std::string rows_folder() { return std::string(HOLDFAST_SOURCE_DIR) + "/tests/expression/rows/"; }

/// `expression  ->  result`, one a line; `#` at the start of a line comments. After `  ## ` stands what the reference
/// gives where we differ, and why. The console of the reference tells no error from another: `error` there is any.
void check_rows(const std::string& name) {
  const bool from_console = name.starts_with("console/");
  std::ifstream file(rows_folder() + name);
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
    std::string shown = bench.show(source);
    if (from_console && shown == "syntax error") shown = "error";
    CHECK_MESSAGE(shown == expected, name, ": ", source, "  ->  ", expected, " but was ", shown);
    ++rows;
  }
  MESSAGE(name, ": ", rows, " rows");
}

}  // namespace

TEST_CASE("core expressions give what is recorded") { check_rows("core.txt"); }
TEST_CASE("functions give what is recorded") { check_rows("functions.txt"); }
TEST_CASE("syntax, templates and conversions give what is recorded") { check_rows("language.txt"); }

TEST_CASE("known expressions give what the console of the reference gives") {
  for (const auto& file : std::filesystem::directory_iterator(rows_folder() + "console"))
    check_rows("console/" + file.path().filename().string());
}

}  // namespace holdfast

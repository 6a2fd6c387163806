#include "report/line_hash.h"

#include <doctest/doctest.h>

#include <string>

using namespace holdfast;

namespace {

/// The hashes as code scanning's uploader computes them; its own tests and another tool gave the expected ones.
void check(std::string text, const std::string& expected) {
  std::string actual;
  for (const LineHash& line : line_hashes(SourceFile(FileId{0}, "main.tf", std::move(text)))) {
    actual += (actual.empty() ? "" : " ") + to_string(line);
  }
  CHECK(actual == expected);
}

}  // namespace

TEST_CASE("an empty file has one line") { check("", "c129715d7a2bc9a3:1"); }

TEST_CASE("blanks do not count, and all line ends are alike") {
  const std::string expected = "271789c17abda88f:1 54703d4cd895b18:1 180aee12dab6264:1 a23a3dc5e078b07b:1";
  check(" a\nb\n  \t\tc\n d", expected);
  check("a\r\nb\r\nc\r\nd", expected);
  check("a\rb\rc\rd", expected);
}

TEST_CASE("a hash looks beyond its line") {
  check(" hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End",
        "8b7cf3e952e7aeb2:1 b1ae1287ec4718d9:1 bff680108adb0fcc:1 c6805c5e1288b612:1 b86d3392aea1be30:1 "
        "e6ceba753e1a442:1");
}

TEST_CASE("lines that hash the same are counted") {
  std::string text;
  for (int i = 0; i < 5; ++i) text += std::string(100, 'x') + '\n';
  const std::vector<LineHash> lines = line_hashes(SourceFile(FileId{0}, "main.tf", std::move(text)));
  REQUIRE(lines.size() == 6);
  CHECK(lines[1].hash == lines[0].hash);
  CHECK(lines[1].occurrence == 2);
}

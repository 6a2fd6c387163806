#include "command/expectation.h"

#include <doctest/doctest.h>

#include <string>

namespace holdfast {

namespace {

SourceFile file(std::string text) { return SourceFile(FileId{0}, "fixture", std::move(text)); }

std::string describe(const FixtureNotes& notes) {
  std::string text;
  for (const Expectation& e : notes.expectations) {
    text += std::to_string(e.line);
    if (e.first_column) text += ":" + std::to_string(*e.first_column);
    if (e.last_column) text += "-" + std::to_string(*e.last_column);
    text += " " + std::string(to_string(e.verdict)) + " " + e.id + "\n";
  }
  for (const Expectation& e : notes.mistakes) text += std::to_string(e.line) + " mistake " + e.id + "\n";
  return text;
}

}  // namespace

TEST_CASE("a comment expects findings in its line") {
  CHECK(describe(read_comments(file("a\nb # expect: p/x, p/y p/x\n"))) == "2 fail p/x\n2 fail p/y\n2 fail p/x\n");
  CHECK(describe(read_comments(file("a # expect: p/x # expect-undecided: p/y # expect-pass: p/z"))) ==
        "1 fail p/x\n1 undecided p/y\n1 pass p/z\n");
}

TEST_CASE("carets mark columns of the last line that is none of carets") {
  CHECK(describe(read_comments(file("a = bcd\n#   ^^^ p/x\n#   ^ undecided p/y\n"))) ==
        "1:5-7 fail p/x\n1:5-5 undecided p/y\n");
}

TEST_CASE("options and rules concern the whole fixture") {
  const FixtureNotes notes = read_comments(file("  # with: --region eu --var a=b\n# rules: p/x, p/y\n"));
  CHECK(notes.options == std::vector<std::string>{"--region", "eu", "--var", "a=b"});
  CHECK(notes.rules == std::vector<std::string>{"p/x", "p/y"});
  CHECK(notes.expectations.empty());
}

TEST_CASE("what is no expectation is a mistake") {
  CHECK(describe(read_comments(file("a # expect: x\nb # expect:\n"))) == "1 mistake x\n2 mistake \n");
}

TEST_CASE("a sidecar names lines and columns") {
  CHECK(describe(read_sidecar(file("3:5 p/x\nundecided 4:5-9 p/y, p/z\n\n# with: --region eu\n"))) ==
        "3:5 fail p/x\n4:5-9 undecided p/y\n4:5-9 undecided p/z\n");
  CHECK(describe(read_sidecar(file("3 p/x\n3:5- p/x\nxyz\n"))) ==
        "1 mistake 3 p/x\n2 mistake 3:5- p/x\n3 mistake xyz\n");
}

}  // namespace holdfast

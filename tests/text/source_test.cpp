#include "text/source.h"

#include <doctest/doctest.h>

using namespace holdfast;

namespace {

SourceFile source(std::string text) { return SourceFile(FileId{0}, "main.tf", std::move(text)); }

}  // namespace

TEST_CASE("lines end at a newline, and a carriage return before it belongs to the end") {
  const SourceFile file = source("a\r\nbc\n\nd");
  CHECK(file.line_count() == 4);
  CHECK(file.line(1) == "a");
  CHECK(file.line(2) == "bc");
  CHECK(file.line(3) == "");
  CHECK(file.line(4) == "d");
  CHECK(file.line_start(3) == 6);
}

TEST_CASE("a text that ends with a newline has an empty last line") {
  CHECK(source("a\n").line_count() == 2);
  CHECK(source("a\n").line(2) == "");
  CHECK(source("").line_count() == 1);
  CHECK(source("").line(1) == "");
}

TEST_CASE("columns count UTF-16 code units") {
  const SourceFile file = source("\"é\" = 😀x\n");
  CHECK(file.position(0) == Position{1, 1});
  CHECK(file.position(3) == Position{1, 3});   // the quote after é
  CHECK(file.position(11) == Position{1, 9});  // x, after a surrogate pair
}

TEST_CASE("an offset inside a character is its start, one past the end is the end") {
  const SourceFile file = source("é\nb");
  CHECK(file.position(1) == Position{1, 1});
  CHECK(file.position(2) == Position{1, 2});
  CHECK(file.position(3) == Position{2, 1});
  CHECK(file.position(99) == Position{2, 2});
}

TEST_CASE("a byte order mark does not count") {
  const SourceFile file = source(
      "\xEF\xBB\xBF"
      "ab");
  CHECK(file.text() == "ab");
  CHECK(file.position(1) == Position{1, 2});
}

TEST_CASE("the text of a span that leaves the file is what is there") {
  const SourceFile file = source("abc");
  CHECK(file.text(Span{FileId{0}, 1, 2}) == "b");
  CHECK(file.text(Span{FileId{0}, 2, 9}) == "c");
  CHECK(file.text(Span{FileId{0}, 9, 12}) == "");
  CHECK(file.text(Span{FileId{0}, 2, 1}) == "");
}

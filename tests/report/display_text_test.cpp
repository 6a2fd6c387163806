#include "report/display_text.h"

#include <doctest/doctest.h>

using namespace holdfast;
using Lines = std::vector<std::string>;

TEST_CASE("prose is broken at blanks, and a long word stays whole") {
  CHECK(wrapped("a bb ccc", 4) == Lines{"a bb", "ccc"});
  CHECK(wrapped("a\nbb", 10) == Lines{"a bb"});
  CHECK(wrapped("aaaaaa b", 4) == Lines{"aaaaaa", "b"});
  CHECK(wrapped("注文 b", 4) == Lines{"注文", "b"});
  CHECK(wrapped("a bb", 4, 1) == Lines{"a", "bb"});
  CHECK(wrapped("bbb a", 4, 3) == Lines{"", "bbb", "a"});
  CHECK(wrapped("", 4) == Lines{});
}

TEST_CASE("a no-break space does not break") { CHECK(wrapped("a b\u00A0c d", 4) == Lines{"a", "b c", "d"}); }

TEST_CASE("paragraphs are parted and code keeps its shape") {
  CHECK(wrapped("a\n\n\n  code  here\nb\n\n", 40) == Lines{"a", "", "", "  code  here", "b"});
}

TEST_CASE("nothing in a line reaches the terminal as a command") {
  CHECK(one_line("a\r\nb\tc\x1b[0m\u202E\xFF") == "a b c\uFFFD[0m\uFFFD\uFFFD");
}

#include "text/utf8.h"

#include <doctest/doctest.h>

using holdfast::valid_utf8_prefix;

TEST_CASE("well-formed text is valid to its end") {
  for (const std::string_view text : {"", "plain ASCII of some length", "\xC3\xA9", "12345678\xE2\x82\xAC",
                                      "\xED\x9F\xBF\xEE\x80\x80", "\xF0\x9F\x98\x80\xF4\x8F\xBF\xBF"}) {
    CHECK(valid_utf8_prefix(text) == text.size());
  }
}

TEST_CASE("the first malformed byte is found") {
  CHECK(valid_utf8_prefix("abcdefghij\xFFk") == 10);
  CHECK(valid_utf8_prefix("a\x80") == 1);
  CHECK(valid_utf8_prefix("\xC0\xAF") == 0);          // overlong
  CHECK(valid_utf8_prefix("\xE0\x9F\xBF") == 0);      // overlong
  CHECK(valid_utf8_prefix("a\xED\xA0\x80") == 1);     // surrogate
  CHECK(valid_utf8_prefix("\xF4\x90\x80\x80") == 0);  // above U+10FFFF
  CHECK(valid_utf8_prefix("ab\xE2\x82") == 2);        // cut off
}

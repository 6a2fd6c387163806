#include "text/unicode.h"

#include <doctest/doctest.h>

using namespace holdfast;

TEST_CASE("characters are read and written") {
  std::string text;
  for (const char32_t code : {U'a', U'é', U'€', U'😀'}) append_utf8(text, code);
  CHECK(text == "aé€😀");
  CHECK(character_at(text, 0).size == 1);
  CHECK(character_at(text, 1).code == U'é');
  CHECK(character_at(text, 6).code == U'😀');
}

TEST_CASE("bytes that are no character have no size") {
  CHECK(character_at("\xFF", 0).size == 0);
  CHECK(character_at("\xC3", 0).size == 0);
  CHECK(character_at("\xED\xA0\x80", 0).size == 0);  // a surrogate
}

TEST_CASE("trimming removes every kind of white space") {
  CHECK(trim_left(" \t\r\n\xC2\xA0\xE3\x80\x80x ") == "x ");
  CHECK(trim_right(" x\xE2\x80\x83\v\xC2\x85 ") == " x");
  CHECK(trim_left("  ") == "");
  CHECK(trim_right("\xA0") == "\xA0");
}

TEST_CASE("normal form C composes") {
  CHECK(normalized("e\u0301") == "é");
  CHECK(normalized("plain") == "plain");
  CHECK(is_surely_normalized("plain é"));
  CHECK_FALSE(is_surely_normalized("e\u0301"));
  CHECK(normalized("e\u0301\xFF") == "e\u0301\xFF");
}

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

TEST_CASE("a byte that is no character is taken off as the replacement") {
  std::string_view rest = "é\xFF\xED\xA0x";
  std::u32string taken;
  while (!rest.empty()) taken += next_character(rest);
  CHECK((taken == U"é\uFFFD\uFFFD\uFFFDx"));
}

TEST_CASE("characters are as wide as terminals show them") {
  CHECK(display_width(U'a') == 1);
  CHECK(display_width(U'é') == 1);
  CHECK(display_width(U'注') == 2);
  CHECK(display_width(U'📦') == 2);
  CHECK(display_width(U'\u0301') == 0);
  CHECK(display_width(kReplacement) == 1);
}

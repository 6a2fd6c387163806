#include "text/code_point.h"

#include <doctest/doctest.h>

#include <string>

using namespace holdfast;

namespace {

void check(std::string_view bytes, char32_t value, uint32_t size) {
  const CodePoint read = first_code_point(bytes);
  CHECK(static_cast<uint32_t>(read.value) == static_cast<uint32_t>(value));
  CHECK(read.size == size);
}

}  // namespace

TEST_CASE("characters are read and written back") {
  for (const std::string_view text : {"a", "é", "注", "📦", "\U0010FFFF"}) {
    const CodePoint read = first_code_point(text);
    CHECK(read.size == text.size());
    std::string back;
    append_utf8(back, read.value);
    CHECK(back == text);
  }
}

TEST_CASE("a byte that begins no character is a replacement of one byte") {
  check("\x80", kReplacement, 1);
  check("\xC3", kReplacement, 1);
  check("\xC0\xAF", kReplacement, 1);          // overlong
  check("\xE0\x80\xAF", kReplacement, 1);      // overlong
  check("\xED\xA0\x80", kReplacement, 1);      // surrogate
  check("\xF4\x90\x80\x80", kReplacement, 1);  // beyond the last character
  check("\xE6\xB3x", kReplacement, 1);
  check(std::string_view("\0", 1), 0, 1);
}

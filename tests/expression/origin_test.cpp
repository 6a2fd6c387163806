#include "workbench.h"

#include <doctest/doctest.h>

namespace holdfast {

namespace {

struct Origins : Workbench {
  std::string_view text_at(std::string_view source, OriginId id) {
    const Span& span = arena.origin(id).span;
    return source.substr(span.begin, span.end - span.begin);
  }
};

}  // namespace

TEST_CASE_FIXTURE(Origins, "literals stand where they were written") {
  constexpr std::string_view kSource = "[1, { a = \"x\" }]";
  const Value value = run(kSource);
  CHECK(text_at(kSource, value.items()[0].origin()) == "1");
  CHECK(text_at(kSource, value.items()[1].find("a")->origin()) == "\"x\"");
  CHECK(text_at(kSource, value.items()[1].entries()[0].key_origin) == "a");
}

TEST_CASE_FIXTURE(Origins, "a reading leads on to what was read") {
  bind("var", run("{ days = 35 }"));
  constexpr std::string_view kSource = "1 + var.days";
  const Value sum = run(kSource);
  CHECK(text_at(kSource, sum.origin()) == kSource);
  CHECK(arena.origin(sum.origin()).via == kNoOrigin);

  const Value read = run("var.days");
  const Origin& origin = arena.origin(read.origin());
  CHECK(text_at("var.days", read.origin()) == "var.days");
  CHECK(text_at("{ days = 35 }", origin.via) == "35");
}

TEST_CASE_FIXTURE(Origins, "a branch keeps its own place") {
  constexpr std::string_view kSource = "ub ? \"a\" : \"b\"";
  const Value value = run(kSource);
  REQUIRE(value.is_choice());
  CHECK(text_at(kSource, value.as_choice().then.origin()) == "\"a\"");
  CHECK(text_at(kSource, value.as_choice().otherwise.origin()) == "\"b\"");
}

TEST_CASE_FIXTURE(Origins, "what is encoded in a text keeps its places") {
  constexpr std::string_view kSource = "jsondecode(jsonencode({ a = [1, us], b = { c = \"x\" } }))";
  const Value value = run(kSource);
  CHECK(text_at(kSource, value.find("a")->origin()) == "[1, us]");
  CHECK(text_at(kSource, value.find("a")->items()[1].origin()) == "us");
  CHECK(text_at(kSource, value.find("b")->find("c")->origin()) == "\"x\"");
}

TEST_CASE_FIXTURE(Origins, "a mistake stands at the operand that is wrong") {
  const auto wrong = [&](std::string_view source) {
    const Value value = run(source);
    REQUIRE(value.is_error());
    return text_at(source, value.origin());
  };
  CHECK(wrong("1 + \"x\"") == "\"x\"");
  CHECK(wrong("{ a = 1 }.b") == "{ a = 1 }.b");
  CHECK(wrong("length(1 == 1, 2)") == "length(1 == 1, 2)");
  CHECK(wrong("upper([1])") == "[1]");
  CHECK(wrong("5 < null") == "null");
  CHECK(wrong("upper(lower(zz))") == "zz");
}

TEST_CASE_FIXTURE(Origins, "a misspelt name comes with the nearest") {
  CHECK(run("{ retention = 1 }.retenton").as_unknown().reason ==
        "there is no attribute `retenton`; did you mean `retention`?");
  CHECK(run("uper(1)").as_unknown().reason == "there is no function `uper`; did you mean `upper`?");
}

}  // namespace holdfast

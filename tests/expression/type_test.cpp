#include "expression/convert.h"

#include "notation.h"
#include "workbench.h"

#include <doctest/doctest.h>

namespace holdfast {

namespace {

struct Types : Workbench {
  const Type* type(std::string_view source) {
    const hcl::Tree& tree = parse(source);
    return read_type({&tree, tree.root}, evaluation, diagnostics);
  }
  std::string converted(std::string_view source, std::string_view wanted) {
    return notation(convert(run(source), *type(wanted), {}, evaluation));
  }
};

}  // namespace

TEST_CASE_FIXTURE(Types, "types are read as they are written") {
  CHECK(to_string(*type("list(object({a = optional(number, 1), b = string}))")) ==
        "list(object({a=optional(number),b=string}))");
  CHECK(to_string(*type("list")) == "list(any)");
  CHECK(to_string(*type("tuple([string, bool])")) == "tuple([string,bool])");
  CHECK_FALSE(diagnostics.has_errors());
  type("strin");
  REQUIRE(diagnostics.has_errors());
  CHECK(diagnostics.all()[0].message == "there is no type `strin`; did you mean `string`?");
}

TEST_CASE_FIXTURE(Types, "what is wrong with a type is told at its place") {
  const auto complaint = [&](std::string_view source) {
    diagnostics = {};
    type(source);
    REQUIRE(diagnostics.all().size() == 1);
    const Diagnostic& first = diagnostics.all()[0];
    return std::string(first.kind->id) + " " +
           std::string(source.substr(first.at.begin, first.at.end - first.at.begin));
  };
  CHECK(complaint("list(1)") == "expression/no-type 1");
  CHECK(complaint("list(strin)") == "expression/misspelt-type strin");
  CHECK(complaint("list(xyzzy)") == "expression/unknown-type xyzzy");
  CHECK(complaint("map(string, string)") == "expression/type-arguments map(string, string)");
  CHECK(complaint("object({a = optional(number, \"x\")})") == "expression/bad-default \"x\"");
}

TEST_CASE_FIXTURE(Types, "values become what is wanted") {
  CHECK(converted("1", "string") == "\"1\"");
  CHECK(converted("[1, \"2\"]", "tuple([string, number])") == "[\"1\", 2]");
  CHECK(converted("[1]", "tuple([string, number])") == "error");
  CHECK(converted("{a = 1, b = 2}", "object({a = string})") == "{\"a\":\"1\"}");
  CHECK(converted("{}", "object({a = string})") == "error");
  CHECK(converted("{}", "object({a = optional(string)})") == "{\"a\":null:string}");
  CHECK(converted("{a = null}", "object({a = optional(string, \"d\")})") == "{\"a\":\"d\"}");
  CHECK(converted("{a = \"\"}", "object({a = optional(string, \"d\")})") == "{\"a\":\"\"}");
  CHECK(converted("{}", "object({a = optional(number, \"5\")})") == "{\"a\":5}");
  CHECK(converted("{}", "object({a = optional(object({b = optional(string, \"d\"), c = optional(number)}), {})})") ==
        "{\"a\":{\"b\":\"d\", \"c\":null:number}}");
  CHECK(converted("{a = us}", "object({a = optional(string, \"d\")})") == "{\"a\":?string}");
  CHECK(converted("toset([\"b\", \"a\"])", "list(string)") == "list[\"a\", \"b\"]");
  CHECK(converted("{a = {x = 1}, b = {y = 2}}", "map(any)") == "map{\"a\":map{\"x\":1}, \"b\":map{\"y\":2}}");
  CHECK(converted("[1, true]", "list(any)") == "error");
  CHECK(converted("ub ? 1 : 2", "string") == "(\"1\" | \"2\")");
  CHECK(converted("ul", "set(string)") == "?set(string)");
}

}  // namespace holdfast

#include "report/json_writer.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace holdfast;

TEST_CASE("objects are indented, rows and lists are not") {
  JsonWriter json;
  json.object([&] {
    json.number("n", 1);
    json.array("empty", [] {});
    json.array("rows", [&] {
      json.row([&] { json.boolean("b", true); });
      json.row([&] { json.object("o", [&] { json.text("t", "x"); }); });
    });
    json.list("list", std::vector<std::string>{"a", "b"});
    json.text_if_any("nothing", "");
  });
  CHECK(json.take() ==
        "{\n \"n\": 1,\n \"empty\": [],\n \"rows\": [\n  {\"b\": true},\n  {\"o\": {\"t\": \"x\"}}\n ],\n"
        " \"list\": [\"a\", \"b\"]\n}\n");
}

TEST_CASE("texts are escaped, and made UTF-8") {
  JsonWriter json;
  json.row([&] { json.text("a\"b", std::string_view("\\\n\r\t\0\x7F/\xFF é", 11)); });
  CHECK(json.take() == "{\"a\\\"b\": \"\\\\\\n\\r\\t\\u0000\\u007f/\uFFFD é\"}\n");
}

#include "outline.h"
#include "syntax/document_builder.h"

#include <doctest/doctest.h>

using namespace holdfast;

namespace {

std::string read(std::string_view source, bool with_ranges) {
  Diagnostics diagnostics;
  return Outline(with_ranges).of(parse_json(FileId{0}, source, diagnostics));
}

std::string values(std::string_view source) { return read(source, false); }
std::string ranges(std::string_view source) { return read(source, true); }

std::string findings(std::string_view source) {
  Diagnostics diagnostics;
  const Document document = parse_json(FileId{0}, source, diagnostics);
  CHECK(document.is_json);
  CHECK(document.has_errors == diagnostics.has_errors());
  return written(diagnostics, source);
}

std::string either(std::string_view source) {
  Diagnostics diagnostics;
  std::string text;
  for (const Document& document : parse_documents(FileId{0}, source, diagnostics)) {
    text += (document.is_json ? "json " : "yaml ") + Outline(false).of(document);
  }
  return text + written(diagnostics, source);
}

}  // namespace

TEST_CASE("every value has its exact range") {
  CHECK(ranges(R"({"a": [1, -2.50e1 , true], "b" : null})") ==
        "{'a'@1-4: [1@7-8, -2.50e1@10-17, true@20-24]@6-25, 'b'@27-30: null@33-37}@0-38");
  CHECK(ranges("{}") == "{}@0-2");
  CHECK(ranges(" [ [ ] , { } ] ") == "[[]@3-6, {}@9-12]@1-14");
  CHECK(ranges("12") == "12@0-2");
  CHECK(ranges(R"("a")") == "'a'@0-3");
  CHECK(ranges("{\r\n\"a\"\r\n:\r\n1\r\n}") == "{'a'@3-6: 1@11-12}@0-15");
}

TEST_CASE("texts are decoded, numbers stay as written") {
  CHECK(values(R"(["a\n\"\\\/A", ""])") == R"(['a\n"\/A', ''])");
  CHECK(values(R"(["\ud83d\ude00"])") == "['\xF0\x9F\x98\x80']");
  CHECK(values("[12345678901234567890123, 0.10, 1E5]") == "[12345678901234567890123, 0.10, 1E5]");
  CHECK(ranges(R"(["\t", 1])") == "['\\t'@1-5, 1@7-8]@0-9");
}

TEST_CASE("half a surrogate pair is an unreadable character") {
  CHECK(values(R"(["\ud800", "\udc00x", "\\ud800"])") == "['\xEF\xBF\xBD', '\xEF\xBF\xBDx', '\\ud800']");
  CHECK(findings(R"(["\ud800"])") == "");
}

TEST_CASE("literals have types, texts are texts") {
  Diagnostics diagnostics;
  const Document document = parse_json(FileId{0}, R"([null, true, 1, 1.5, "1", "null"])", diagnostics);
  const std::span<const DocumentNodeId> items = document.children_of(document.root);
  CHECK(scalar_type(document, items[0]) == ScalarType::null);
  CHECK(scalar_type(document, items[1]) == ScalarType::boolean);
  CHECK(scalar_type(document, items[2]) == ScalarType::integer);
  CHECK(scalar_type(document, items[3]) == ScalarType::floating);
  CHECK(scalar_type(document, items[4]) == ScalarType::text);
  CHECK(scalar_type(document, items[5]) == ScalarType::text);
}

TEST_CASE("a repeated key is kept and reported") {
  CHECK(values(R"({"a": 1, "a": 2})") == "{'a': 1, 'a': 2}");
  CHECK(findings(R"({"a": 1, "b": {"a": 3}, "a": 2})") == R"(1:25 json/duplicate-key ""a"" <- 1:2)");
}

TEST_CASE("errors say what is expected where") {
  CHECK(findings("") == R"(1:1 json/empty "")");
  CHECK(findings("{\"a\": 1\n \"b\": 2}") == R"(2:2 json/expected ""b"")");
  CHECK(findings(R"({"a" 1})") == R"(1:6 json/expected "1")");
  CHECK(findings(R"({a: 1})") == R"(1:2 json/expected "a")");
  CHECK(findings(R"({"a": 1,})") == R"(1:8 json/trailing-comma ",")");
  CHECK(findings(R"([1, 2, ])") == R"(1:6 json/trailing-comma ",")");
  CHECK(findings(R"([1,, 2])") == R"(1:4 json/expected ",")");
  CHECK(findings("{\"a\": [1, 2\n}") == R"(2:1 json/expected "}")");
  CHECK(findings("{\"a\": [1, 2") == R"(1:11 json/unfinished "2" <- 1:7)");
  CHECK(findings("{\"a\": 'b'}") == R"(1:7 json/bad-word "'b'")");
  CHECK(findings("[True]") == R"(1:2 json/bad-word "True")");
  CHECK(findings("[01]") == R"(1:3 json/expected "1")");
  CHECK(findings("[.5]") == R"(1:2 json/bad-number ".5")");
  CHECK(findings("[1e400]") == R"(1:2 json/number-range "1e400")");
  CHECK(findings("[1] // a") == R"(1:5 json/comment "// a")");
  CHECK(findings("[1, // a\n2]") == R"(1:5 json/comment "// a")");
  CHECK(findings("{} x") == R"(1:4 json/trailing-text "x")");
  CHECK(findings("{\"a\": \"b\n}") == R"(1:7 json/unclosed-quote """)");
  CHECK(findings("[\"b") == R"(1:2 json/unclosed-quote """)");
  CHECK(findings(R"(["\q"])") == R"(1:3 json/bad-escape "\q")");
  CHECK(findings(R"(["\u12x4"])") == R"(1:3 json/bad-escape "\u12x")");
  CHECK(findings("[\"a\tb\"]") == "1:4 json/control-character \"\t\"");
}

TEST_CASE("what was read before an error stays") {
  CHECK(values(R"({"a": [1, 2}, "b": 3})") == "{'a': [1, 2]}");
  CHECK(values(R"({"a": {"b": )") == "{'a': {'b': <>}}");
}

TEST_CASE("nesting is bounded") {
  const std::string deep = std::string(100'000, '[') + std::string(100'000, ']');
  CHECK(findings(deep) == R"(1:257 json/too-deep "[")");
}

TEST_CASE("bytes that are no text are reported") {
  CHECK(findings(std::string_view("[1]\0[2]", 7)).starts_with("1:4 json/control-character"));
  CHECK(findings("[\"\xE9\"]").starts_with("1:3 json/not-utf8"));
  CHECK(values("[\"\xE9\", 1]") == "['?', 1]");
}

TEST_CASE("JSON is tried first where text starts like it") {
  CHECK(either(R"({"a": "\ud83d\ude00"})") == "json {'a': '\xF0\x9F\x98\x80'}");
  CHECK(either("{a: b}") == "yaml {a: b}");
  CHECK(either("[\n  a, # b\n]") == "yaml [a]");
  CHECK(either("{\"a\": 1\n \"b\": 2}") == R"(json {'a': 1}2:2 json/expected ""b"")");
  CHECK(either("a: b") == "yaml {a: b}");
}

TEST_CASE("what a filter folds is read when asked for") {
  const std::string_view source = R"({"a": {"b": [1, "x"]}, "c": "d", "e": [{"a": null}]})";
  const DocumentFilter filter = [](const DocumentBuilder& so_far, std::string_view key) {
    if (key == "c") return Interest::none;
    return key == "a" && so_far.depth() == 1 ? Interest::folded : Interest::whole;
  };
  Diagnostics diagnostics;
  const Document document = parse_json(FileId{0}, source, filter, diagnostics);
  CHECK(Outline(true).of(document) == "{'a'@1-4: <>@6-21, 'e'@33-36: [{'a'@40-43: null@45-49}@39-50]@38-51}@0-52");
  const DocumentNodeId* folded = document.find(document.root, "a");
  REQUIRE(folded);
  CHECK(document.node(*folded).is_folded);
  CHECK(Outline(true).of(unfold(document, *folded)) == "{'b'@7-10: [1@13-14, 'x'@16-19]@12-20}@6-21");
}

TEST_CASE("what is folded is not nested deeper than what is read") {
  const std::string source = R"({"a": )" + std::string(400, '[') + std::string(400, ']') + "}";
  Diagnostics diagnostics;
  const auto fold = [](const DocumentBuilder&, std::string_view) { return Interest::folded; };
  CHECK(parse_json(FileId{0}, source, fold, diagnostics).has_errors);
  CHECK(written(diagnostics, source).starts_with("1:262 json/too-deep"));
}

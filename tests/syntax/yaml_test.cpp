#include "outline.h"
#include "text/workspace.h"

#include <doctest/doctest.h>

using namespace holdfast;

namespace {

std::string read(std::string_view source, bool with_ranges) {
  Diagnostics diagnostics;
  std::string text;
  for (const Document& document : parse_yaml(FileId{0}, source, diagnostics)) {
    if (!text.empty()) text += " --- ";
    text += Outline(with_ranges).of(document);
  }
  return text;
}

std::string values(std::string_view source) { return read(source, false); }
std::string ranges(std::string_view source) { return read(source, true); }

std::string findings(std::string_view source) {
  Diagnostics diagnostics;
  parse_yaml(FileId{0}, source, diagnostics);
  return written(diagnostics, source);
}

}  // namespace

TEST_CASE("scalars keep style, text and exact range") {
  CHECK(ranges("a: b") == "{a@0-1: b@3-4}@0-4");
  CHECK(ranges("a: 'b''c' # d") == "{a@0-1: 'b'c'@3-9}@0-9");
  CHECK(ranges(R"(a: "b\"\tc")") == "{a@0-1: 'b\"\\tc'@3-11}@0-11");
  CHECK(ranges("a: b c\n  d\nx: y") == "{a@0-1: b c d@3-10, x@11-12: y@14-15}@0-15");
  CHECK(ranges("a: |\n  b\n  c\n\nx: y") == "{a@0-1: |b\\nc\\n|@3-12, x@14-15: y@17-18}@0-18");
  CHECK(ranges("a: >-\n\n  b\n  c\n# d\nx: y") == "{a@0-1: |\\nb c|@3-14, x@19-20: y@22-23}@0-23");
  CHECK(ranges("a: |2-  # b\n    c") == "{a@0-1: |  c|@3-17}@0-17");
  CHECK(ranges("a: ''\nb: \"\"") == "{a@0-1: ''@3-5, b@6-7: ''@9-11}@0-11");
}

TEST_CASE("line ends may be CRLF") {
  CHECK(ranges("a: b\r\nc: |\r\n  d\r\ne: f\r\n") == "{a@0-1: b@3-4, c@6-7: |d\\n|@9-15, e@17-18: f@20-21}@0-21");
}

TEST_CASE("every line end but the first counts before a closing quote") {
  CHECK(values("a: '\n\n  '") == "{a: '\\n'}");
  CHECK(values("a: 'b\n\n  '") == "{a: 'b\\n'}");
  CHECK(values("a: 'b\n\n\n  '") == "{a: 'b\\n\\n'}");
  CHECK(values("a: 'b\n  '") == "{a: 'b '}");
}

TEST_CASE("a value left out is empty where the author would write it") {
  CHECK(ranges("a:\n\n# b\nc: d") == "{a@0-1: <>@1-1, c@8-9: d@11-12}@0-12");
  CHECK(ranges("- \n- a") == "[<>@1-1, a@5-6]@0-6");
  CHECK(ranges("a: !B\nc: d") == "{a@0-1: !B <>@5-5, c@6-7: d@9-10}@0-10");
  CHECK(ranges("a: &b\nc: *b") == "{a@0-1: <>@5-5, c@6-7: *<>@9-11}@0-11");
  CHECK(ranges("? a\n? b") == "{a@2-3: <>@3-3, b@6-7: <>@7-7}@0-7");
}

TEST_CASE("null words keep their place and are not mistaken for the next key") {
  CHECK(ranges("a: null\nb: ~") == "{a@0-1: null@3-7, b@8-9: ~@11-12}@0-12");
  CHECK(ranges("a:\nnull: b") == "{a@0-1: <>@1-1, null@3-7: b@9-10}@0-10");
  CHECK(ranges("[~, {null, a}]") == "[~@1-2, {null@5-9: <>@9-9, a@11-12: <>@12-12}@4-13]@0-14");
}

TEST_CASE("collections reach from their first to their last character") {
  CHECK(ranges("a: [b, {c: d}, ] # e\nf: g") == "{a@0-1: [b@4-5, {c@8-9: d@11-12}@7-13]@3-16, f@21-22: g@24-25}@0-25");
  CHECK(ranges("a:\n- b\n-\n  - c\n") == "{a@0-1: [b@5-6, [c@13-14]@11-14]@3-14}@0-14");
  CHECK(ranges("[a: b]") == "[{a@1-2: b@4-5}@1-5]@0-6");
  CHECK(ranges("a: [b,\n  # ]\n  c\n]") == "{a@0-1: [b@4-5, c@15-16]@3-18}@0-18");
  CHECK(ranges("a: {}") == "{a@0-1: {}@3-5}@0-5");
}

TEST_CASE("a tag is its name, and the node begins after it") {
  CHECK(ranges("a: !Ref b") == "{a@0-1: !Ref b@8-9}@0-9");
  CHECK(ranges("a: !Sub 'b'") == "{a@0-1: !Sub 'b'@8-11}@0-11");
  CHECK(ranges("a: !Sub |\n  b") == "{a@0-1: !Sub |b|@8-13}@0-13");
  CHECK(ranges("a: !If [b, !Ref c]") == "{a@0-1: !If [b@8-9, !Ref c@16-17]@7-18}@0-18");
  CHECK(ranges("a: !Sub\n  - b\n") == "{a@0-1: !Sub [b@12-13]@10-13}@0-13");
  CHECK(ranges("a: !T\n  b: c") == "{a@0-1: !T {b@8-9: c@11-12}@8-12}@0-12");
  CHECK(ranges("!T a: b") == "{!T a@3-4: b@6-7}@0-7");
  CHECK(ranges("a: &x !T b") == "{a@0-1: !T b@9-10}@0-10");
  CHECK(values("a: !T '0'") == "{a: !T '0'}");
}

TEST_CASE("a tag before a key is not one of the mapping") {
  CHECK(findings("a: [!T b: c]") == R"(1:5 yaml/tagged-key "!T b")");
  CHECK(findings("a: !T\n  b: c") == "");
}

TEST_CASE("a standard tag only says how the text is to be taken") {
  CHECK(values("a: !!str 1") == "{a: '1'}");
  CHECK(values("a: !!int '1'") == "{a: 1}");
  CHECK(values("a: !!map {b: c}") == "{a: {b: c}}");
  CHECK(values("a: ! 1") == "{a: '1'}");
}

TEST_CASE("an alias shares what its anchor holds and has a range of its own") {
  CHECK(ranges("a: &x [b]\nc: *x") == "{a@0-1: [b@7-8]@6-9, c@10-11: *[b@7-8]@13-15}@0-15");
  CHECK(values("- &x !T b\n- *x") == "[!T b, !T *b]");
}

TEST_CASE("a part of a text is found where it stands") {
  const auto part = [](std::string_view source, std::string_view text) {
    Diagnostics diagnostics;
    const std::vector<Document> documents = parse_yaml(FileId{0}, source, diagnostics);
    const Document& document = documents.at(0);
    const Span span = document.part_span(document.root, document.text(document.root).find(text), text.size());
    return std::to_string(span.begin) + "-" + std::to_string(span.end);
  };
  CHECK(part("a ${b} ${b}", "${b}") == "2-6");
  CHECK(part("'a ${b}'", "${b}") == "3-7");
  CHECK(part("|\n  a\n  ${b}\n", "${b}") == "8-12");
  CHECK(part("|\n  ${b}\n  ${b}\n", "${b}") == "0-15");
  CHECK(part("\"\\x24{b}\"", "${b}") == "0-9");
}

TEST_CASE("merge keys yield to explicit keys and earlier mappings") {
  CHECK(values("- &x {a: 1, b: 2}\n- {<<: *x, a: 3}") == "[{a: 1, b: 2}, {a: 3, b: 2}]");
  CHECK(values("- &x {a: 1}\n- &y {a: 2, b: 2}\n- {<<: [*x, *y]}") == "[{a: 1}, {a: 2, b: 2}, {a: 1, b: 2}]");
  CHECK(values("<<: a") == "{<<: a}");
  CHECK(findings("- &x {a: 1}\n- {<<: *x}") == R"(2:4 yaml/merge-key "<<")");
}

TEST_CASE("all documents of a stream are read") {
  CHECK(values("a: b\n--- # c\n- d\n...\n---\n'e'") == "{a: b} --- [d] --- 'e'");
  CHECK(values("%YAML 1.1\n---\na") == "a");
  CHECK(values("# nothing\n") == "");
  CHECK(findings("---\n---\n") == "");
}

TEST_CASE("a repeated key is kept and reported, and the later one is found") {
  Diagnostics diagnostics;
  const std::vector<Document> documents = parse_yaml(FileId{0}, "a: 1\nb: 2\na: 3\na: 4", diagnostics);
  const Document& document = documents.at(0);
  CHECK(document.text(*document.find(document.root, "a")) == "4");
  CHECK(document.find(document.root, "c") == nullptr);
  CHECK(document.children_of(document.root).size() == 8);
  CHECK(!document.has_errors);
  CHECK(findings("a: 1\nb: 2\na: 3\na: 4") == R"(3:1 yaml/duplicate-key "a" <- 1:1)");
}

TEST_CASE("plain scalars are typed by what templates mean") {
  const auto type = [](std::string_view source) {
    Diagnostics diagnostics;
    const std::vector<Document> documents = parse_yaml(FileId{0}, source, diagnostics);
    return scalar_type(documents.at(0), documents.at(0).root);
  };
  for (const char* text : {"~", "null", "Null", "NULL"}) CHECK(type(text) == ScalarType::null);
  for (const char* text : {"true", "False", "TRUE"}) CHECK(type(text) == ScalarType::boolean);
  for (const char* text : {"0", "-7", "+7", "1_000", "0x1F", "0o17", "0b11", "12345678901234567890123"}) {
    CHECK(type(text) == ScalarType::integer);
  }
  for (const char* text : {"1.5", "-.5", "1.", "1e3", "1.5E-3", "0.5"}) CHECK(type(text) == ScalarType::floating);
  for (const char* text :
       {"yes", "on",    "y",  "tRUE", "010",  "012345678901", "2012-10-17", "12:30:45", ".inf",    ".",
        "+",   "1.2.3", "0x", "1e",   "00.5", "'1'",          "\"true\"",   "''",       "!!str 1", "|-\n  1"}) {
    CHECK(type(text) == ScalarType::text);
  }
}

TEST_CASE("numbers are told in decimal digits") {
  CHECK(number_text("1_000") == "1000");
  CHECK(number_text("-0x1F") == "-31");
  CHECK(number_text("0o17") == "15");
  CHECK(number_text("+0b11") == "3");
  CHECK(number_text("1.50") == "1.50");
}

TEST_CASE("errors stand at their cause") {
  CHECK(findings("a: 'b\nc: d\n") == R"(1:4 yaml/unclosed-quote "'")");
  CHECK(findings("a: [b, c\nd: e\n") == R"(1:4 yaml/unclosed-bracket "[" <- 2:1)");
  CHECK(findings("a:\n  {b: c\n   d: e}\n") == R"(3:4 yaml/missing-comma "d" <- 2:3)");
  CHECK(findings("a: }") == R"(1:4 yaml/unopened-bracket "}")");
  CHECK(findings("a:\n\tb: c\n") == R"(2:1 yaml/tab "	")");
  CHECK(findings("a: *x") == R"(1:4 yaml/unknown-anchor "*x")");
  CHECK(findings("a: @x") == R"(1:4 yaml/unexpected-character "@")");
  CHECK(findings("a: *\n") == R"(1:4 yaml/unexpected-character "*")");
  CHECK(findings("a: b: c") == R"(1:4 yaml/unexpected-key "b")");
  CHECK(findings("a: b\n - c: d\n") == R"(2:4 yaml/unexpected-key "c")");
  CHECK(findings("a:\n  b: c\n  - d\n") == R"(3:3 yaml/unexpected-text "-")");
  CHECK(findings("  a: b\nc: d\n") == R"(2:1 yaml/unexpected-text "c: d")");
  CHECK(findings("a: 'b\nc: 'd'\n") == R"(2:5 yaml/unexpected-text "d'" <- 1:4)");
  CHECK(findings(R"(a: "\q")") == R"(1:5 yaml/bad-escape "\q")");
  CHECK(findings("a: !B !C d") == R"(1:7 yaml/two-tags "!C")");
  CHECK(findings("&a [*a]") == R"(1:5 yaml/alias-cycle "*a")");
  CHECK(findings(",") == R"(1:1 yaml/unexpected-text ",")");
  CHECK(findings("a: - b\n") == R"(1:4 yaml/unexpected-item "-")");
  CHECK(findings("a: &x &y 1\n") == R"(1:7 yaml/bad-property "&y")");
  CHECK(findings("a: |00\n b\n") == R"(1:6 yaml/syntax "0")");
}

TEST_CASE("what was read before an error stays") {
  CHECK(values("a:\n  b: [c, d\ne: f\n").starts_with("{a: {b: [c, "));
  CHECK(values("a: b\nc:\n  - d\n  - @e\n") == "{a: b, c: [d]}");
  Diagnostics diagnostics;
  const std::vector<Document> documents = parse_yaml(FileId{0}, "a: b\nc: @", diagnostics);
  CHECK(documents.at(0).has_errors);
  CHECK(parse_yaml(FileId{0}, "@", diagnostics).at(0).has_errors);
}

TEST_CASE("bytes that are no text are reported and the rest is read") {
  CHECK(values(std::string_view("a: b\0c\nd: e", 11)) == "{a: b c, d: e}");
  CHECK(values("a: b\x04\nd: e") == "{a: b, d: e}");
  CHECK(values("a: \xE9t\nd: e") == "{a: ?t, d: e}");
  CHECK(findings("a: b\x04\nd: e").starts_with("1:5 yaml/control-character"));
  CHECK(findings("a: \xE9t\nd: e").starts_with("1:4 yaml/not-utf8"));
  CHECK(findings(std::string_view("\xFF\xFE"
                                  "a\0",
                                  4))
            .starts_with("1:1 yaml/not-utf8"));
  CHECK(values("a: \xC3\xA9\xF0\x9F\x98\x80") == "{a: \xC3\xA9\xF0\x9F\x98\x80}");
}

TEST_CASE("nesting, aliases and unread tokens are bounded") {
  std::string deep(400, '[');
  CHECK(findings(deep + std::string(400, ']')) == R"(1:257 yaml/too-deep "[")");
  CHECK(findings(std::string(100'000, '[')).find("yaml/too-deep") != std::string::npos);

  std::string bomb = "- &a0 [x, x, x, x, x, x, x, x, x, x]\n";
  for (int i = 1; i < 9; ++i) {
    const std::string before = "*a" + std::to_string(i - 1);
    bomb += "- &a" + std::to_string(i) + " [" + before;
    for (int k = 1; k < 10; ++k) bomb += ", " + before;
    bomb += "]\n";
  }
  CHECK(findings(bomb) == R"(5:43 yaml/too-many-aliases "*a3")");
  CHECK(findings(std::string(1000, ',')).starts_with("1:1 yaml/unexpected-text"));
}

TEST_CASE("a question mark inside a plain text between brackets is text") {
  Workspace workspace;
  Diagnostics diagnostics;
  const FileId file = workspace.add("a.yaml", "a: {at: cron(0 5 ? * * *), b: 1}\n");
  const std::vector<Document> documents = parse_yaml(file, workspace.file(file).text(), diagnostics);
  CHECK(diagnostics.all().empty());
  REQUIRE(documents.size() == 1);
  const Document& document = documents.front();
  const DocumentNodeId* inner = document.find(document.root, "a");
  REQUIRE(inner);
  const DocumentNodeId* at = document.find(*inner, "at");
  REQUIRE(at);
  CHECK(document.text(*at) == "cron(0 5 ? * * *)");
  CHECK(document.source.substr(document.node(*at).begin, 17) == "cron(0 5 ? * * *)");
}

#include "hcl_print.h"

#include <doctest/doctest.h>

using namespace holdfast;

namespace {

std::string lowered(std::string_view source) {
  Diagnostics diagnostics;
  const hcl::Tree tree = hcl::parse_file(FileId{0}, source, diagnostics);
  CHECK(tree.has_errors == !diagnostics.all().empty());
  const std::string complaints = hcl::print(source, diagnostics);
  return hcl::print(tree, tree.root) + (complaints.empty() ? "" : " -- " + complaints);
}

void check(std::string_view source, std::string_view expected) {
  CAPTURE(source);
  CHECK(lowered(source) == expected);
}

}  // namespace

TEST_CASE("arguments and blocks in the order of the source") {
  check("", "{}");
  check("# only a comment", "{}");
  check("a = 1\nb {}\nc = 2\n", "{a=1 b {} c=2}");
  check("r \"x\" y {\n  a = 1\n\n  n {\n    b = 2\n  }\n}\n", "{r \"x\" 'y {a=1 n {b=2}}}");
  check("b { a = 1 }\n", "{b {a=1}}");
  check("b { a = [\n1 ] }\n", "{b {a=[1]}}");
  check("for = 1\nif = 2\ntrue = 3\n", "{for=1 if=2 true=3}");
  check("\r\na = 1\r\nb {\r\n}\r\n", "{a=1 b {}}");
  check("a = 1 # one\nb = 2 // two\nc = 3 /* three */\n", "{a=1 b=2 c=3}");
  check("r \"a\\u0062\" {}\n", "{r \"ab\" {}}");
}

TEST_CASE("an argument ends with its line, or with its brackets and heredocs") {
  check("a = [\n  1,\n]\nb = <<E\nc = 1\nE\nd = \"${\n x\n}\"\n", "{a=[1] b=<<\"c = 1\\n\" d=$x}");
  check("a = f(<<E\nx\nE\n)\nb = 1\n", "{a=(f <<\"x\\n\") b=1}");
}

TEST_CASE("spans and headers") {
  const std::string_view source = "\nresource \"a\" b {\n  c = 1\n}\n";
  Diagnostics diagnostics;
  const hcl::Tree tree = hcl::parse_file(FileId{7}, source, diagnostics);
  const hcl::NodeId block = tree.child(tree.root, 0);
  const auto text = [&](Span span) { return source.substr(span.begin, span.end - span.begin); };
  CHECK(text(tree.span(block)) == "resource \"a\" b {\n  c = 1\n}");
  CHECK(text(tree.name_span(block)) == "resource");
  CHECK(text(tree.header_span(block)) == "resource \"a\" b");
  CHECK(tree.labels(block) == std::vector<std::string_view>{"a", "b"});
  CHECK(text(tree.span(tree.body(block))) == "{\n  c = 1\n}");
  const hcl::NodeId attribute = tree.child(tree.body(block), 0);
  CHECK(text(tree.span(attribute)) == "c = 1");
  CHECK(text(tree.span(tree.child(attribute, 0))) == "1");
  CHECK(tree.span(attribute).file == FileId{7});
}

TEST_CASE("what the language refuses and the grammar does not") {
  check("a = 1 b = 2\nc = 3\n", "{a=1 b=2 c=3} -- 1:7 items-on-one-line");
  check("b {\n} c = 1\n", "{b {} c=1} -- 2:3 items-on-one-line");
  check("b { a = 1\n}\n", "{b {a=1}} -- 1:5 items-on-one-line");
  check("b {\n  a = 1 }\n", "{b {a=1}} -- 2:9 items-on-one-line");
  check("b\n{\n}\n", "{b {}} -- 2:1 brace-on-new-line");
  check("b \"x\"\n{\n  a = 1\n}\n", "{b \"x\" {a=1}} -- 2:1 brace-on-new-line");
  check("a = 1\nb\n{\n}\n", "{a=1 b {}} -- 3:1 brace-on-new-line");
  check("a = 1\nc:: {\n}\n", "{a=1} -- 2:1 not-an-item");
  check("a = 1\nc::d = 1\n", "{a=1 c::d=1} -- 2:2 unexpected");
  check("b { a = 1, c = 2 }\nd = 1\n", "{b {a=bad} d=1} -- 1:10 unexpected");
  check("b { c {} }\n", "{b {c {}}} -- 1:5 one-line-block");
  check("a = b\n  + c\n", "{a=(+ b c)} -- 2:3 line-break");
  check("a = b\n  .c\n", "{a=(. b c)} -- 2:3 line-break");
  check("a = b\n  [0]\n", "{a=(at b 0)} -- 2:3 line-break");
  check("a = f\n  (x)\n", "{a=(f x)} -- 2:3 line-break");
  check("a = b\n  ? c\n  : d\n", "{a=(? b c d)} -- 2:3 line-break, 3:3 line-break");
  check("a =\n  1\n", "{a=1} -- 2:3 line-break");
  check("a = \"x\ny\"\nb = 1\n", "{a=\"x\\ny\" b=1} -- 1:5 multiline-string");
  check("r \"a${1}\" {\n  b = 1\n}\n", "{r \"a${1}\" {b=1}} -- 1:3 label-template");
  check("r \"a\\x\" {\n}\n", "{r \"a\" {}} -- 1:5 bad-escape");
  check("a = 1\rb = 2\n", "{a=1 b=2} -- 1:6 bad-character");
  check("a = 1\f\n", "{a=1} -- 1:6 bad-character");
  check("a = 1;\n", "{a=1} -- 1:6 bad-character");
  check("a = \xFF 1\nb = 1\n", "{a=1 b=1} -- 1:5 bad-utf8");
  check("# \xFF\na = 1\n", "{a=1}");
  check("a = 1\nb = 2\na = 3\n", "{a=1 b=2 a=3} -- 3:1 duplicate-argument");
  check("{ \"a\": 1 }", "{} -- 1:1 json-text");
  check("[1]", "{} -- 1:1 json-text");
  check(
      "\xFF\xFE"
      "a",
      "{} -- 1:1 encoding");
  check("b {\n  a = 10.0.0.0/16\n}\n", "{b {a=(/ bad 16)}} -- 2:7 bad-number");
}

TEST_CASE("a broken argument takes nothing with it") {
  check("a =\nb = 1\n", "{a=bad b=1} -- 1:1 no-value");
  check("x {\n  a = \n  b = 1\n}\nc = 1\n", "{x {a=bad b=1} c=1} -- 2:3 no-value");
  check("x {\n  a = 1 +\n  b = 1\n}\n", "{x {a=bad b=1}} -- 2:10 incomplete-value");
  check("x {\n  a = [1 2]\n  b = 1\n}\n", "{x {a=bad b=1}} -- 2:10 unexpected");
  check("x {\n  a = f(1\n  b = 1\n}\n", "{x {a=(f 1) b=1}} -- 2:8 unclosed-bracket");
  check("x {\n  a = [1, 2\n}\nc = 1\n", "{x {a=[1 2]} c=1} -- 2:7 unclosed-bracket");
  check("x {\n  a = 1, 2]\n  b = 1\n}\n", "{x {a=bad b=1}} -- 2:11 stray-bracket");
  check("x {\n  = 1\n  b = 1\n}\n", "{x {b=1}} -- 2:3 expected-item");
  check("x {\n  a\n  b = 1\n}\n", "{x {b=1}} -- 2:3 not-an-item");
  check("some words here\nb = 1\n", "{b=1} -- 1:1 not-an-item");
}

TEST_CASE("text that is not closed ends with its line") {
  check("a = \"x\nb = \"y\"\n", "{a=\"x\" b=\"y\"} -- 1:5 unclosed-string");
  check("x {\n  a = [\"y, 1]\n  b = \"z\"\n}\nc = 1\n", "{x {a=[\"y, 1\"] b=\"z\"} c=1} -- 2:8 unclosed-string");
  check("a = f(\"x)\nb = 1\n", "{a=(f \"x\") b=1} -- 1:7 unclosed-string");
  check("a = \"${b\nc = 1\n", "{a=bad c=1} -- 1:6 unclosed-template");
  check("a = \"${b\"\nc = 1\n", "{a=\"${b\" c=1} -- 1:6 unclosed-template");
  check("a = \"", "{a=\"\"} -- 1:5 unclosed-string");
  check("a = \"x", "{a=\"x\"} -- 1:5 unclosed-string");
  check("x {\n  a = <<E\n  b\n}\n\ny {\n  c = 1\n}\n", "{x {a=bad} y {c=1}} -- 2:7 unclosed-heredoc");
  check("x {\n  a = 1\n  /* b\n}\n\ny {\n  c = 1\n}\n",
        "{x {a=1} y {c=1}} -- 1:1 unclosed-block, 3:3 unclosed-comment");
}

TEST_CASE("a block that is not closed ends before the next one at the margin") {
  check("x {\n  a = 1\n\ny {\n  b = 1\n}\n", "{x {a=1} y {b=1}} -- 1:1 unclosed-block");
  check("x \"l\" {\n  a = 1\n", "{x \"l\" {a=1}} -- 1:1 unclosed-block");
  check("x {\n  t = {\n    a = 1\n}\n\ny {\n}\n", "{x {t={'a 1}} y {}} -- 2:7 unclosed-bracket");
  check("x {\n  t = {\n    a = 1\n  n {\n    b = 1\n  }\n}\n", "{x {t={'a 1} n {b=1}}} -- 2:7 unclosed-bracket");
  check("a = {\n  b = 1\n\nc = 1\n", "{a={'b 1} c=1} -- 1:5 unclosed-bracket");
  check("a = [\n  1,\n\nc = 1\n", "{a=[1] c=1} -- 1:5 unclosed-bracket");
  check("x {\n}\n}\ny {\n}\n", "{x {} y {}} -- 3:1 stray-bracket");
  check("x {\n  a = (1\n}\ny {\n}\n", "{x {a=1} y {}} -- 2:7 unclosed-bracket");
}

TEST_CASE("blocks without indentation are fine") { check("x {\nn {\na = 1\n}\n}\ny {\n}\n", "{x {n {a=1}} y {}}"); }

TEST_CASE("depth and damage are bounded") {
  std::string blocks;
  for (int i = 0; i < 100'000; ++i) blocks += "b {\n";
  CHECK(lowered(blocks + std::string(100'000, '}')).find("too-deep") != std::string::npos);
  std::string unclosed;
  for (int i = 0; i < 20'000; ++i) unclosed += "b {\n a = <<E\n";
  CHECK(lowered(unclosed).ends_with(", 67:1 too-many-unclosed"));
  std::string list = "a = [";
  for (int i = 0; i < 1'000'000; ++i) list += "1,";
  CHECK(lowered(list + "]\nb = 1\n") == "{a=bad b=1} -- 1:1048579 too-large");
}

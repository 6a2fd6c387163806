#include "hcl_print.h"

#include <doctest/doctest.h>

using namespace holdfast;

namespace {

std::string lowered(std::string_view source) {
  Diagnostics diagnostics;
  const hcl::Tree tree = hcl::parse_expression(FileId{0}, source, diagnostics);
  const std::string complaints = hcl::print(source, diagnostics);
  return hcl::print(tree, tree.root) + (complaints.empty() ? "" : " -- " + complaints);
}

void check(std::string_view source, std::string_view expected) {
  CAPTURE(source);
  CHECK(lowered(source) == expected);
}

}  // namespace

TEST_CASE("constants") {
  check("null", "null");
  check("true", "true");
  check("false", "false");
  check("1", "1");
  check("1.50", "1.50");
  check("1e10", "1e10");
  check("1E3", "1E3");
  check("1e+3", "1e+3");
  check("1.5e-3", "1.5e-3");
  check("12345678901234567890123", "12345678901234567890123");
  check("\"\"", "\"\"");
  check("\"a b\"", "\"a b\"");
}

TEST_CASE("names may hold minus and colons") {
  check("un-1", "un-1");
  check("a-b", "a-b");
  check("provider::aws::f(1)", "(provider::aws::f 1)");
  check("core::upper(\"a\")", "(core::upper \"a\")");
  check("größe", "größe");
  check("truely", "truely");
}

TEST_CASE("operators bind in order and to the left") {
  check("2 - 1 - 1", "(- (- 2 1) 1)");
  check("8 / 2 / 2", "(/ (/ 8 2) 2)");
  check("1 + 2 * 3 % 2", "(+ 1 (% (* 2 3) 2))");
  check("a || b && c == d < e", "(|| a (&& b (== c (< d e))))");
  check("1 < 2 < 3", "(< (< 1 2) 3)");
  check("1 == 1 != true", "(!= (== 1 1) true)");
  check("a <= b >= c > d", "(> (>= (<= a b) c) d)");
  check("a+b", "(+ a b)");
  check("5 % -3", "(% 5 (- 3))");
}

TEST_CASE("unary operators bind tighter than binary ones and looser than reading") {
  check("-a.b[0]", "(- (at (. a b) 0))");
  check("!a == b", "(== (! a) b)");
  check("-a + b", "(+ (- a) b)");
  check("--1", "(- (- 1))");
  check("!!true", "(! (! true))");
  check("- 1", "(- 1)");
  check("-\"1\"", "(- \"1\")");
}

TEST_CASE("conditionals chain to the right") {
  check("a ? b : c", "(? a b c)");
  check("a ? b : c ? d : e", "(? a b (? c d e))");
  check("a ? b : c ? d : e ? f : g", "(? a b (? c d (? e f g)))");
  check("a ? b ? c : d : e", "(? a (? b c d) e)");
  check("(a ? b : c) ? d : e", "(? (? a b c) d e)");
  check("a ? b : (c ? d : e)", "(? a b (? c d e))");
  check("a == 1 ? b : c + 1", "(? (== a 1) b (+ c 1))");
}

TEST_CASE("reading") {
  check("a.b.c", "(. (. a b) c)");
  check("a[0]", "(at a 0)");
  check("a[\"k\"].b", "(. (at a \"k\") b)");
  check("a.0", "(at. a 0)");
  check("a.0.b", "(. (at. a 0) b)");
  check("a[b[0]]", "(at a (at b 0))");
  check("f(a).b", "(. (f a) b)");
  check("(a).b", "(. a b)");
  check("{a = 1}.a", "(. {'a 1} a)");
  check("[1, 2][0]", "(at [1 2] 0)");
  check("\"abc\"[0]", "(at \"abc\" 0)");
  check("a . b", "(. a b)");
}

TEST_CASE("an attribute splat ends before brackets, a full splat takes everything") {
  check("a.*", "(splat. a _)");
  check("a[*]", "(splat a _)");
  check("a.*.b", "(splat. a (. _ b))");
  check("a[*].b", "(splat a (. _ b))");
  check("a.*.b[0]", "(at (splat. a (. _ b)) 0)");
  check("a[*].b[0]", "(splat a (at (. _ b) 0))");
  check("a.*.b.0", "(splat. a (at. (. _ b) 0))");
  check("a.*.b[0].c", "(. (at (splat. a (. _ b)) 0) c)");
  check("a[*][*].b", "(splat a (splat _ (. _ b)))");
  check("a[*].b[*].c", "(splat a (splat (. _ b) (. _ c)))");
  check("a.*.b[*].c", "(splat (splat. a (. _ b)) (. _ c))");
  check("a[ * ].b", "(splat a (. _ b))");
  check("f(a[*].b...)", "(f (splat a (. _ b))...)");
}

TEST_CASE("calls") {
  check("f()", "(f)");
  check("f(1, 2)", "(f 1 2)");
  check("f(1, 2,)", "(f 1 2)");
  check("f(a...)", "(f a...)");
  check("f(1, a...)", "(f 1 a...)");
  check("min (1, 2)", "(min 1 2)");
  check("f(\n  1,\n  2\n)", "(f 1 2)");
}

TEST_CASE("collections") {
  check("[]", "[]");
  check("[1, 2,]", "[1 2]");
  check("[1\n, 2]", "[1 2]");
  check("{}", "{}");
  check("{a = 1, b : 2}", "{'a 1 'b 2}");
  check("{\n  a = 1\n  b = 2,\n\n  c = 3 }", "{'a 1 'b 2 'c 3}");
  check("{\"k\" = 1}", "{\"k\" 1}");
  check("{(k) = 1}", "{k 1}");
  check("{\"${k}\" = 1}", "{$k 1}");
  check("{a.b = 1}", "{(. a b) 1}");
  check("{1 = 2}", "{1 2}");
  check("{true = 1, null = 2}", "{'true 1 'null 2}");
}

TEST_CASE("an entry of an object ends with its line, whatever the next one starts with") {
  check("{\n  a = b\n  (c) = d\n}", "{'a b c d}");
  check("{\n  a = b\n  -1 = d\n}", "{'a b (- 1) d}");
  check("{\n  a = f(x) # note\n  (c) = d\n}", "{'a (f x) c d}");
  check("{\n  a = <<E\nx\nE\n  (c) = d\n}", "{'a <<\"x\\n\" c d}");
}

TEST_CASE("for") {
  check("[for x in l : x]", "[for x in l : x]");
  check("[for i, x in l : x if i > 0]", "[for i,x in l : x if (> i 0)]");
  check("{for k, v in m : k => v}", "{for k,v in m : k => v}");
  check("{for x in l : x.a => x... if x.b}", "{for x in l : (. x a) => x... if (. x b)}");
  check("[\n  for x in l :\n  x\n  if true\n]", "[for x in l : x if true]");
  check("{\n  for x in l :\n  x => [\n    for y in x : y]\n}", "{for x in l : x => [for y in x : y]}");
}

TEST_CASE("comments and line ends are blanks inside brackets") {
  check("(a # one\n + b // two\n)", "(+ a b)");
  check("a /* x \n y */ + b", "(+ a b)");
  check("[ /* } */ 1, # ]\n 2 ]", "[1 2]");
  check("a\n+\nb", "(+ a b)");
}

TEST_CASE("nodes span their parentheses, and are marked") {
  Diagnostics diagnostics;
  const hcl::Tree tree = hcl::parse_expression(FileId{0}, "f( (a) ).b", diagnostics);
  const hcl::NodeId call = tree.child(tree.root, 0);
  const hcl::Node& argument = tree.node(tree.child(call, 0));
  CHECK(argument.begin == 3);
  CHECK(argument.end == 6);
  CHECK((argument.flags & hcl::kParenthesized) != 0);
  CHECK(tree.span(call) == Span{FileId{0}, 0, 8});
  CHECK(tree.span(tree.root) == Span{FileId{0}, 0, 10});
  CHECK(tree.name_span(tree.root) == Span{FileId{0}, 9, 10});
}

TEST_CASE("what is no expression is bad, and says where") {
  check("", "bad -- 1:1 incomplete-value");
  check("1 2", "bad -- 1:3 unexpected");
  check("a y = 2", "bad -- 1:3 unexpected");
  check("a +", "bad -- 1:4 incomplete-value");
  check("a) + (b", "(+ a b) -- 1:2 stray-bracket");
  check("[1, 2", "[1 2] -- 1:1 unclosed-bracket");
  check("1.2.3", "bad -- 1:1 bad-number");
  check("10.0.0.0/16", "(/ bad 16) -- 1:1 bad-number");
  check("0x1F", "bad -- 1:1 bad-number");
  check("1_000", "bad -- 1:1 bad-number");
  check(".5", "bad -- 1:1 bad-number");
  check("1.", "bad -- 1:1 bad-number");
  check("a.0.1", "(at. (at. a 0) 1) -- 1:3 chained-legacy-index");
  check("a.*.*.b", "(splat. (splat. a _) (. _ b)) -- 1:4 nested-attribute-splat");
  check("{a = 1 b = 2}", "{'a 1 'b 2} -- 1:8 missing-comma");
  check("{\na = 1\n, b = 2}", "{'a 1 'b 2} -- 3:1 comma-first");
  check("{\na = 1\n,}", "{'a 1} -- 3:1 comma-first");
  check("{\na =\n1}", "{'a 1} -- 3:1 line-break");
  check("{\na = 1 +\n1\n}", "{'a (+ 1 1)} -- 3:1 line-break");
  check("[for s in l : s...]", "bad -- 1:16 unexpected");
  check("[l...]", "bad -- 1:3 unexpected");
  check("[1 2]", "bad -- 1:4 unexpected");
  check("f(1, , 2)", "bad -- 1:6 unexpected");
  check("{a = }", "bad -- 1:6 unexpected");
  check("{a}", "bad -- 1:3 unexpected");
  check("{\na = 1\nb\nc = 2\n}", "bad -- 3:1 no-value");
  check("{a = 1, \"b\", c = 2}", "bad -- 1:9 no-value");
  check("{for k in l : k}", "bad -- 1:16 unexpected");
  check("l[]", "bad -- 1:3 unexpected");
  check("a.-b", "bad -- 1:3 unexpected");
  check("\u0603a", "bad -- 1:1 unreadable-value");
  check("{a = 1 = 2}", "bad -- 1:8 unexpected");
  check("a ? b", "bad -- 1:6 incomplete-value");
  check("a.b(c)", "bad -- 1:4 unexpected");
  check("[for x l : x]", "bad -- 1:8 unexpected");
  check("f(\"${a b}\")", "bad -- 1:8 unexpected");
  check("[for x iny : x]", "[for x in y : x] -- 1:8 unexpected");
  check("[forx in y : x]", "bad -- 1:7 unexpected");
  check("[for x in y : x ifx]", "[for x in y : x if x] -- 1:17 unexpected");
  check("\"%{ ifx }a%{ endif }\"", "`(if x `\"a\"`)` -- 1:5 unexpected");
  check("a::b", "a::b -- 1:2 unexpected");
  check("a.b:: + 1", "(+ (. a b::) 1) -- 1:4 unexpected");
  check("a::(1)", "(a:: 1) -- 1:2 unexpected");
  check("{a::b = 1}", "{'a::b 1} -- 1:3 unexpected");
  check("a; b", "bad -- 1:2 bad-character");
  check("'a'", "a -- 1:1 bad-character");
}

TEST_CASE("depth is bounded") {
  const auto nested = [](std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); };
  Diagnostics fine;
  hcl::parse_expression(FileId{0}, nested(200), fine);
  CHECK(fine.all().empty());
  CHECK(lowered(nested(100'000)).ends_with(" -- 1:257 too-deep"));
  std::string sum = "1";
  for (int i = 0; i < 100'000; ++i) sum += " + 1";
  CHECK(lowered(sum).ends_with("too-deep"));
}

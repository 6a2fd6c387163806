#include "hcl_print.h"

#include <doctest/doctest.h>

using namespace holdfast;

namespace {

std::string shown(const hcl::Tree& tree, std::string_view source, const Diagnostics& diagnostics) {
  const std::string complaints = hcl::print(source, diagnostics);
  return hcl::print(tree, tree.root) + (complaints.empty() ? "" : " -- " + complaints);
}

void check(std::string_view source, std::string_view expected) {
  CAPTURE(source);
  Diagnostics diagnostics;
  const hcl::Tree tree = hcl::parse_expression(FileId{0}, source, diagnostics);
  CHECK(shown(tree, source, diagnostics) == expected);
}

void check_template(std::string_view source, std::string_view expected) {
  CAPTURE(source);
  Diagnostics diagnostics;
  const hcl::Tree tree = hcl::parse_template(FileId{0}, source, diagnostics);
  CHECK(shown(tree, source, diagnostics) == expected);
}

}  // namespace

TEST_CASE("text lies between the parts, blanks included") {
  check(R"("a ${b} c")", "`\"a \" b \" c\"`");
  check(R"("  ${b}  ")", "`\"  \" b \"  \"`");
  check(R"("${a}${b}")", "`a b`");
  check(R"("${a} # ${b} // \"x\"")", "`a \" # \" b \" // \"x\"\"`");
}

TEST_CASE("a single part alone keeps its type") {
  check(R"("${l}")", "$l");
  check(R"("${ [1] }")", "$[1]");
  check(R"("${~ l ~}")", "$l");
  check(R"(" ${~ l}")", "`l`");
  check(R"("${"${a}"}")", "$a");
  Diagnostics diagnostics;
  const hcl::Tree tree = hcl::parse_expression(FileId{0}, R"( "${l}" )", diagnostics);
  CHECK(tree.span(tree.root) == Span{FileId{0}, 1, 7});
}

TEST_CASE("escapes") {
  check(R"("\n\r\t\"\\")", "\"\\n\\r\\t\"\\\"");
  check(R"("\u00e9\U0001F600")", "\"é😀\"");
  check(R"("e\u0301")", "\"é\"");
  check("\"e\u0301\"", "\"é\"");
  check(R"("\x41")", "\"41\" -- 1:2 bad-escape");
  check(R"("\ud800")", "\"\" -- 1:2 bad-escape");
  check(R"("\U00110000")", "\"\" -- 1:2 bad-escape");
  check(R"("\u12")", "\"\" -- 1:2 bad-escape");
}

TEST_CASE("runs of marks") {
  check(R"("$${a} %%{b}")", "\"${a} %{b}\"");
  check(R"("$$${x}")", "\"$${x}\"");
  check(R"("$$$${x}")", "\"$$${x}\"");
  check(R"("%%%{x}")", "\"%%{x}\"");
  check(R"("$$")", "\"$$\"");
  check(R"("%%")", "\"%%\"");
  check(R"("$$$$")", "\"$$$$\"");
  check(R"("a$")", "\"a$\"");
  check(R"("$x")", "\"$x\"");
  check(R"("100%")", "\"100%\"");
  check(R"("%${x}")", "`\"%\" x`");
  check(R"("$%{ if a }b%{ endif }")", "`\"$\" (if a `\"b\"`)`");
}

TEST_CASE("trimming in quoted text goes through escapes") {
  check(R"("a \n ${~ "X" ~} \n b")", "`\"a\" \"X\" \"b\"`");
  check(R"("a ${ b ~} ${~ c } d")", "`\"a \" b c \" d\"`");
  check(R"("%{ if true ~}  x  %{~ endif }|")", "`(if true `\"x\"`) \"|\"`");
}

TEST_CASE("directives") {
  check(R"("%{ if ub }a%{ else }b%{ endif }")", "`(if ub `\"a\"` `\"b\"`)`");
  check(R"("%{ if a }%{ endif }")", "`(if a ``)`");
  check(R"("%{ for x in l }${x},%{ endfor }")", "`(for x in l `x \",\"`)`");
  check(R"("%{ for k, v in m }${k}%{ if v }!%{ endif }%{ endfor }.")", "`(for k,v in m `k (if v `\"!\"`)`) \".\"`");
}

TEST_CASE("heredocs") {
  check("<<EOT\nEOT\n", "<<\"\"");
  check("<<EOT\na\n b\nEOT\n", "<<\"a\\n b\\n\"");
  check("<<EOT\na\\n$${x} %%{y} $$ $${\nEOT\n", "<<\"a\\n${x} %{y} $$ ${\\n\"");
  check("<<EOT\r\na\r\nEOT\r\n", "<<\"a\\r\\n\"");
  check("<<EOT\n${[1]}\nEOT\n", "<<`[1] \"\\n\"`");
  check("<<EOT\na \"quoted\" # no comment\nEOT\n", "<<\"a \"quoted\" # no comment\\n\"");
  check("<<E1-x_\na\nE1-x_\n", "<<\"a\\n\"");
}

TEST_CASE("the end of a heredoc stands alone in its line") {
  check("<<EOT\na\n  EOT\n", "<<\"a\\n\"");
  check("<<EOT\na\nEOT  \n", "<<\"a\\n\"");
  check("<<EOT\nEOTX\nEOT x\nEO\nEOT\n", "<<\"EOTX\\nEOT x\\nEO\\n\"");
  check("<<EOT\nEOT ${x}\nEOT${x}\n${x}EOT\nEOT\n", "<<`\"EOT \" x \"\\nEOT\" x \"\\n\" x \"EOT\\n\"`");
  check("<<EOT\na\nEOT", "<<\"a\\n\" -- 3:1 heredoc-end");
}

TEST_CASE("a heredoc inside a part of a heredoc") {
  check("<<A\nx ${ <<B\ny\nA\nB\n } z\nA\n", "<<`\"x \" <<\"y\\nA\\n\" \" z\\n\"`");
}

TEST_CASE("trimming in heredocs ends with the line") {
  check("<<EOT\n  a ${~ \"x\" ~}  \n   b\nEOT\n", "<<`\"  a\" \"x\" \"   b\\n\"`");
  check("<<EOT\n${x ~}\n\n   b\nEOT\n", "<<`x \"\\n   b\\n\"`");
  check("<<EOT\na\n\n   ${~ x}\nEOT\n", "<<`\"a\\n\\n\" x \"\\n\"`");
  check("<<EOT\n%{ for x in l ~}\n- ${x}\n%{ endfor ~}\nend\nEOT\n", "<<`(for x in l `\"- \" x \"\\n\"`) \"end\\n\"`");
}

TEST_CASE("<<- removes the smallest indentation") {
  check("<<-EOT\n    a\n\n      b\n    EOT\n", "<<\"a\\n\\n  b\\n\"");
  check("<<-EOT\n    a\n  \n      b\n    EOT\n", "<<\"a\\n  \\n  b\\n\"");
  check("<<-EOT\n\ta\n\t\tb\n\tEOT\n", "<<\"a\\n\\tb\\n\"");
  check("<<-EOT\n\ta\n    b\n\tEOT\n", "<<\"a\\n   b\\n\"");
  check("<<-EOT\n    ${\"x\"}\n      b\n    EOT\n", "<<`\"x\" \"\\n  b\\n\"`");
  check("<<-EOT\n  first\n    ${j}\n  EOT\n", "<<`\"first\\n  \" j \"\\n\"`");
  check("<<-EOT\n  a\r\n    b\r\n  EOT\n", "<<\"a\\r\\n  b\\r\\n\"");
}

TEST_CASE("indentation is measured after trimming") {
  check("<<-EOT\n    %{ for i in l ~}\n    i${i}\n    %{ endfor ~}\n    z\n    EOT\n",
        "<<`(for i in l `\"    i\" i \"\\n\"`) \"    z\\n\"`");
  check("<<-EOT\n    %{ for i in l }\n    i${i}\n    %{ endfor }\n    z\n    EOT\n",
        "<<`(for i in l `\"\\ni\" i \"\\n\"`) \"\\nz\\n\"`");
  check("<<-EOT\n    a\n    %{~ if true }\n    b\n    %{~ endif }\n    EOT\n",
        "<<`\"    a\\n\" (if true `\"\\n    b\\n\"`) \"\\n\"`");
}

TEST_CASE("templates without quotes") {
  check_template("", "\"\"");
  check_template("a \"b\" \\n ${c}\n", "`\"a \"b\" \\n \" c \"\\n\"`");
  check_template("${[1, 2]}", "$[1 2]");
  check_template("a-${1+1}", "`\"a-\" (+ 1 1)`");
  check_template("$${x} %%{y}", "\"${x} %{y}\"");
  check_template("%{ for x in l ~}\n\n${x}\n%{ endfor ~}\n", "`(for x in l `\"\\n\" x \"\\n\"`)`");
  check_template("a $", "\"a $\"");
  check_template("a ${b", "`\"a \" b` -- 1:3 unclosed-template");
  check_template("a ${}", "`\"a \" bad` -- 1:3 empty-interpolation");
  check_template("%{ if a }b", "bad -- 1:1 unclosed-directive");
  check_template("a%{ endif }", "bad -- 1:5 unexpected");
  check_template("%{ for x in l }%{ endif }", "bad -- 1:19 unexpected");
  check_template("${ a b }", "bad -- 1:6 unexpected");
}

TEST_CASE("a template in a larger file reports places there") {
  Diagnostics diagnostics;
  const hcl::Tree tree = hcl::parse_template(FileId{3}, "a${b.c}", diagnostics, 100);
  const hcl::NodeId read = tree.child(tree.root, 1);
  CHECK(tree.span(read) == Span{FileId{3}, 103, 106});
  CHECK(tree.text(read) == "c");
  CHECK(tree.name_span(read) == Span{FileId{3}, 105, 106});
  hcl::parse_template(FileId{3}, "${}", diagnostics, 100);
  CHECK(diagnostics.all().front().at == Span{FileId{3}, 100, 103});
}

TEST_CASE("text that cannot be read on") {
  check(R"("%{ if a }x")", "bad -- 1:2 unclosed-directive");
  check(R"("${}")", "$bad -- 1:2 empty-interpolation");
  check("\"a\nb\"", "\"a\\nb\" -- 1:1 multiline-string");
  check("<< EOT\na\nEOT\n", "<<\"a\\n\" -- 1:1 heredoc-start");
  check("<<\"EOT\"\na\nEOT\n", "<<\"a\\n\" -- 1:1 heredoc-start");
  check("<<-\"EOT\"\n  a\nEOT\n", "<<\"a\\n\" -- 1:1 heredoc-start");
  check("\"a\xFF\"", "\"a\xFF\" -- 1:3 bad-utf8");
  check(std::string_view("\"a\0b\"", 5), std::string_view("\"a\0b\"", 5));
}

TEST_CASE("70 interpolations inside each other are too many for the grammar") {
  std::string source = "x";
  for (int i = 0; i < 40; ++i) source = "\"a${" + source + "}\"";
  Diagnostics diagnostics;
  hcl::parse_expression(FileId{0}, source, diagnostics);
  CHECK(diagnostics.all().empty());
  for (int i = 0; i < 100; ++i) source = "\"a${" + source + "}\"";
  hcl::parse_expression(FileId{0}, source, diagnostics);
  CHECK(diagnostics.all().size() == 1);
}

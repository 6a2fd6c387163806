#include "sample.h"

#include <doctest/doctest.h>

#include <string>

using namespace holdfast;
using namespace holdfast::test;

namespace {

/// The lines from the code on, up to the notes, of a report about one finding in one file.
std::string frame_of(const Sample& sample, std::size_t width = 100) {
  const std::string text = text_report(sample.report, {.width = width});
  const std::size_t begin = text.find(" |\n") + 3;
  return text.substr(begin, text.find("  |\n", begin) - begin);
}

void check_frame(std::string source, std::string_view at, const std::string& expected, std::size_t width = 100) {
  Sample sample;
  const FileId file = sample.add_file("main.tf", std::move(source));
  sample.add_finding(sample.add_rule("pack/rule", Severity::high, "It is wrong"), sample.span(file, at), "it is wrong");
  CHECK(frame_of(sample, width) == expected);
}

}  // namespace

TEST_CASE("the exact span is underlined") { check_frame("a = bcd\n", "bcd", "1 | a = bcd\n  |     ^^^\n"); }

TEST_CASE("tabs, wide and combining characters keep the underline in place") {
  check_frame("\ta = b\n", "b", "1 |     a = b\n  |         ^\n");
  check_frame("a\tb = c\n", "c", "1 | a   b = c\n  |         ^\n");
  check_frame("注文 = b\n", "b", "1 | 注文 = b\n  |        ^\n");
  check_frame("📦 = 注文\n", "注文", "1 | 📦 = 注文\n  |      ^^^^\n");
  check_frame("e\xCC\x81 = b\n", "b", "1 | e\xCC\x81 = b\n  |     ^\n");
}

TEST_CASE("what would move the cursor is shown as a replacement") {
  check_frame("a\x1b[2J = b\n", "b", "1 | a\uFFFD[2J = b\n  |         ^\n");
  check_frame("a \u202E = b\n", "b", "1 | a \uFFFD = b\n  |       ^\n");
  check_frame("a \xFF = b\n", "b", "1 | a \uFFFD = b\n  |       ^\n");
}

TEST_CASE("a span over several lines is underlined on its first") {
  check_frame("a = [\n  1,\n]\n", "[\n  1,\n]", "1 | a = [\n  |     ^\n");
  check_frame("a = [\r\n  1,\r\n]\r\n", "[\r\n  1,\r\n]", "1 | a = [\n  |     ^\n");
}

TEST_CASE("an empty span is shown where it is") {
  check_frame("", "", "1 |\n  | ^\n");
  check_frame("a = \n", "\n", "1 | a = \n  |     ^\n");
}

TEST_CASE("a long line is cropped around the span") {
  const std::string filler(200, 'x');
  check_frame("a = " + filler + "\n", "a", "1 | a = xxxxxxxxxxxxxxxxxxxxxxxxxxxxx...\n  | ^\n", 40);
  check_frame(filler + " b " + filler + "\n", " b ", "1 | ...xxxxxxxxx b xxxxxxxxxxxxxxxxxx...\n  |             ^^^\n",
              40);
  check_frame(filler + " b\n", " b", "1 | ...xxxxxxxxx b\n  |             ^^\n", 40);
}

TEST_CASE("a file of one long line is no problem") {
  std::string source(1 << 20, 'x');
  source += "\"wrong\"" + std::string(1 << 20, 'x');
  check_frame(std::move(source), "\"wrong\"", "1 | ...xxxxxxxxx\"wrong\"xxxxxxxxxxxxxx...\n  |             ^^^^^^^\n",
              40);
}

TEST_CASE("second places are marked, near ones in the same frame") {
  Sample sample;
  const FileId file = sample.add_file("main.tf", "a = 1\nb = 2\nc = 3\nd = 4\ne = 5\nf = 6\n");
  Finding& finding = sample.add_finding(sample.add_rule("pack/rule", Severity::high, "It is wrong"),
                                        sample.span(file, "c"), "it is wrong");
  finding.evidence = {{.at = sample.span(file, "a"), .text = "because of this"},
                      {.at = sample.span(file, "3"), .text = "and this"},
                      {.at = sample.span(file, "f"), .text = "and that"}};
  CHECK(frame_of(sample) ==
        "1 | a = 1\n  | - because of this\n2 | b = 2\n3 | c = 3\n  | ^\n  |     - and this\n...\n6 | f = 6\n  | - and "
        "that\n");
}

TEST_CASE("colours come only when they are allowed") {
  Sample sample;
  fill_showcase(sample);
  CHECK(text_report(sample.report, {.color = false}).find('\x1b') == std::string::npos);
  CHECK(text_report(sample.report, {.color = true}).find("\x1b[1;31mcritical") != std::string::npos);
}

TEST_CASE("paths are links only where a terminal opens them") {
  Sample sample;
  const FileId file = sample.add_file("a b.tf", "x = 1\n");
  sample.add_finding(sample.add_rule("pack/rule", Severity::high, "It is wrong"), sample.span(file, "x"),
                     "it is wrong");
  CHECK(text_report(sample.report, {}).find("\x1b]8") == std::string::npos);
  CHECK(text_report(sample.report, {.links = true})
            .find("\x1b]8;;file:///repository/a%20b.tf\x1b\\a b.tf:1:1\x1b]8;;\x1b\\\n") != std::string::npos);
}

TEST_CASE("no line is wider than the terminal when it can be helped") {
  Sample sample;
  fill_showcase(sample);
  for (const std::size_t width : {60U, 80U, 120U}) {
    const std::string text = text_report(sample.report, {.audit = false, .width = width});
    std::size_t begin = 0;
    for (std::size_t end = text.find('\n'); end != std::string::npos; begin = end + 1, end = text.find('\n', begin)) {
      const std::string line = text.substr(begin, end - begin);
      const bool is_summary = end + 1 == text.size() || line.find("--audit") != std::string::npos;
      if (!is_summary) CHECK_MESSAGE(line.size() <= width + 8, line);  // bytes; a few characters take more than one
    }
  }
}

TEST_CASE("a run without findings says so") {
  Sample sample;
  sample.add_file("main.tf", "");
  CHECK(text_report(sample.report, {}) == "Nothing wrong in 1 file\n");
}

// What the shorter formats promise to those who read them; whole reports are snapshots.
#include "report/control_report.h"
#include "report/diagram_report.h"
#include "report/summary.h"
#include "sample.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>
#include <sstream>
#include <string>
#include <vector>

using namespace holdfast;
using namespace holdfast::test;
using Json = nlohmann::ordered_json;

namespace {

constexpr DiagnosticKind kBroken{"hcl/broken", Gravity::error, "{}"};

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

std::ptrdiff_t count_of(const std::vector<std::string>& lines, const std::string& start) {
  return std::ranges::count_if(lines, [&](const std::string& line) { return line.starts_with(start); });
}

/// A file of one line, and as many findings of a severity in it.
void add_many(Sample& sample, int count, Severity severity, const std::string& message = "it is wrong") {
  const FileId file = sample.add_file("main.tf", "x = 1\n");
  const Rule& rule = sample.add_rule("pack/" + std::string(to_string(severity)), severity, "It is wrong");
  for (int i = 0; i < count; ++i) sample.add_finding(rule, sample.span(file, "x"), message).resource = "r";
}

}  // namespace

TEST_CASE("annotations are capped, the most severe first, and the total is said once") {
  Sample sample;
  add_many(sample, 8, Severity::high);
  add_many(sample, 8, Severity::critical);
  add_many(sample, 30, Severity::medium);
  add_many(sample, 30, Severity::info);
  const std::vector<std::string> lines = lines_of(github_report(sample.report, {}));
  CHECK(count_of(lines, "::error ") == 10);
  CHECK(count_of(lines, "::warning ") == 10);
  CHECK(count_of(lines, "::notice ") == 10);
  CHECK(lines[7].find("title=pack/critical (critical)::") != std::string::npos);
  CHECK(lines[8].find("title=pack/high (high)::") != std::string::npos);
  CHECK(lines.back() ==
        "::notice title=Holdfast::8 critical, 8 high, 30 medium, 30 info in 4 files; 47 not shown here, the least "
        "severe of each level");
}

TEST_CASE("what stands in an annotation cannot end it or begin another") {
  Sample sample;
  const FileId file = sample.add_file("a,b:c%.tf", "x = 1\n");
  const Rule& rule = sample.add_rule("pack/rule", Severity::high, "It is wrong");
  sample.add_finding(rule, sample.span(file, "x"), "50% of it,\r\n::error::is wrong");
  CHECK(lines_of(github_report(sample.report, {})).front() ==
        "::error file=a%2Cb%3Ac%25.tf,line=1,endLine=1,col=1,endColumn=2,title=pack/rule (high)::50%25 of it,%0A"
        "::error::is wrong%0AHelp: What to do.");
}

TEST_CASE("columns of an annotation need one line") {
  Sample sample;
  const FileId file = sample.add_file("main.tf", "x = {\n}\n");
  sample.add_finding(sample.add_rule("pack/rule", Severity::low, "It is wrong"), sample.span(file, "{\n}"), "is wrong");
  CHECK(github_report(sample.report, {}).starts_with("::notice file=main.tf,line=1,endLine=2,title="));
}

TEST_CASE("a summary claims no more than was read and compared") {
  Sample sample;
  const FileId file = sample.add_file("main.tf", "x = 1\n");
  CHECK(summary_line(sample.report) == "Nothing wrong in 1 file");
  sample.report.is_compared = true;
  CHECK(summary_line(sample.report) == "Nothing new in 1 file");
  sample.add_diagnostic(kBroken, sample.span(file, "x"), "broken");
  CHECK(summary_line(sample.report) == "Nothing wrong in what could be read of 1 file");
}

TEST_CASE("a clean run annotates nothing") {
  Sample sample;
  sample.add_file("main.tf", "x = 1\n");
  CHECK(github_report(sample.report, {}) == "");
}

TEST_CASE("fingerprints of Code Quality are unique and stay when another finding goes") {
  Sample sample;
  add_many(sample, 3, Severity::high);
  const Json entries = Json::parse(gitlab_report(sample.report, {}));
  std::set<std::string> prints;
  for (const Json& entry : entries) prints.insert(entry["fingerprint"]);
  CHECK(prints.size() == 3);
  sample.report.findings.pop_back();
  CHECK(Json::parse(gitlab_report(sample.report, {}))[1]["fingerprint"] == entries[1]["fingerprint"]);
}

TEST_CASE("cells that a spreadsheet would compute are only text") {
  Sample sample;
  add_many(sample, 1, Severity::high, "=HYPERLINK(\"https://example.com\",\"x\"),\r\nand more");
  sample.report.findings[0].resource = "@r";
  const std::string csv = csv_report(sample.report, {});
  CHECK(csv.find("\"'=HYPERLINK(\"\"https://example.com\"\",\"\"x\"\"),\nand more\"") != std::string::npos);
  CHECK(csv.find("\"'@r\"") != std::string::npos);
  CHECK(csv.ends_with("\"\r\n"));
}

TEST_CASE("a rule without a fault is one passing case, unless an audit wants all") {
  Sample sample;
  add_many(sample, 2, Severity::high);
  for (Finding& finding : sample.report.findings) finding.verdict = Verdict::pass;
  CHECK(junit_report(sample.report, {}).find(R"(<testsuite name="pack/high" tests="1" failures="0")") !=
        std::string::npos);
  CHECK(junit_report(sample.report, {.audit = true}).find(R"(<testsuite name="pack/high" tests="2" failures="0")") !=
        std::string::npos);
}

TEST_CASE("a summary page is cut by rows, and says by how many") {
  Sample sample;
  add_many(sample, 2000, Severity::high, std::string(1000, 'x'));
  const std::string page = markdown_report(sample.report, {});
  CHECK(page.size() < (std::size_t{1} << 20));
  CHECK(page.find("findings not shown here, for want of room.**") != std::string::npos);
  CHECK(count_of(lines_of(page), "| high |") > 900);
}

TEST_CASE("a summary page holds posture and graph beside as many findings as there is room for") {
  Sample sample;
  add_many(sample, 2000, Severity::high, std::string(1000, 'x'));
  add_survey(sample);
  sample.report.survey.rows.resize(5000, sample.report.survey.rows[0]);
  const std::string page = markdown_report(sample.report, {.audit = true});
  CHECK(page.size() < (std::size_t{1} << 20));
  CHECK(page.find("data stores not shown here, for want of room.**") != std::string::npos);
  CHECK(page.find("findings not shown here, for want of room.**") != std::string::npos);
  CHECK(page.find("```mermaid\nflowchart LR\n") != std::string::npos);
}

TEST_CASE("of a graph that hosts would not draw, whole deployments are left out") {
  Sample sample;
  add_survey(sample);
  Drawing& drawing = sample.report.survey.drawings[0];
  Drawing large = drawing;
  large.edges.resize(501, large.edges[0]);
  sample.report.survey.drawings.push_back(large);
  const HostedDiagram hosted = hosted_diagram(sample.report);
  CHECK(hosted.left_out == 1);
  CHECK(hosted.text.find("subgraph") == std::string::npos);
  CHECK(hosted.text.find("alone") == std::string::npos);
  CHECK(markdown_report(sample.report, {}).find("1 deployment not drawn here") != std::string::npos);
}

TEST_CASE("names in a graph are text, and every edge of it is drawn") {
  Sample sample;
  add_survey(sample);
  const std::string page = html_report(sample.report, {});
  CHECK(page.find(">orders &lt;&amp;&gt; &quot;more&quot;</text>") != std::string::npos);
  const auto count = [&](std::string_view what) {
    std::size_t found = 0;
    for (std::size_t at = page.find(what); at != std::string::npos; at = page.find(what, at + 1)) ++found;
    return found;
  };
  CHECK(count("<path") == 4);
  CHECK(count("<rect") == 4);
  CHECK(count("class=\"perhaps\"") == 1);
}

TEST_CASE("names in a summary page are neither markup nor mentions") {
  Sample sample;
  add_many(sample, 1, Severity::high, "<script>alert(1)</script> | @team *x* [a](b) `c` my_own _x_");
  sample.report.findings[0].resource = "a`|b";
  const std::string page = markdown_report(sample.report, {});
  CHECK(
      page.find("&lt;script&gt;alert(1)&lt;/script&gt; \\| @<!-- -->team \\*x\\* \\[a\\](b) \\`c\\` my_own \\_x\\_") !=
      std::string::npos);
  CHECK(page.find("``a`\\|b``") != std::string::npos);
  CHECK(page.find("<script") == std::string::npos);
}

TEST_CASE("a place links to the page of its revision") {
  Sample sample;
  add_many(sample, 1, Severity::high);
  sample.report.revision = Revision{.repository_uri = "https://github.com/example/infra", .commit = "abc"};
  CHECK(
      markdown_report(sample.report, {}).find("[`main.tf:1`](https://github.com/example/infra/blob/abc/main.tf#L1)") !=
      std::string::npos);
}

TEST_CASE("bytes that are no text break no format") {
  Sample sample;
  add_many(sample, 1, Severity::high, "a \xFF\x01\x1b[31m\u202E b \xEF\xBF\xBE");
  for (const auto render : {junit_report, csv_report, markdown_report, github_report, gitlab_report, json_report}) {
    const std::string report = render(sample.report, {});
    CHECK(report.find('\xFF') == std::string::npos);
    CHECK(report.find('\x1b') == std::string::npos);
    CHECK(report.find('\x01') == std::string::npos);
  }
  CHECK(junit_report(sample.report, {}).find("\xEF\xBF\xBE") == std::string::npos);
}

TEST_CASE("names on a page are text, wherever they stand") {
  Sample sample;
  add_many(sample, 1, Severity::high, "<script>alert('1')</script>");
  Finding& finding = sample.report.findings[0];
  finding.resource = "\"><img src=x onerror=alert(1)>";
  finding.suppression = Suppression{.reason = "</article><script>", .owner = "<b>", .expires = "2027-01-31", .at = {}};
  sample.rules.front().title = "</title><script>";
  const FileId file = sample.add_file("<script>.tf", "</pre><script>\n");
  sample.add_finding(sample.rules.front(), sample.span(file, "</pre>"), "</p>").evidence = {
      {.at = sample.span(file, "<script>"), .text = "</span><script>"}};
  for (const auto render : {html_report, control_html_report}) {
    const std::string page = render(sample.report, {.audit = true});
    CHECK(page.find("<script") == page.rfind("<script"));
    CHECK(page.find("<img") == std::string::npos);
    CHECK(page.find("<b>&lt;") == std::string::npos);
    CHECK(page.find("</pre><script>") == std::string::npos);
  }
}

TEST_CASE("a page permits itself nothing but what is in it") {
  Sample sample;
  const std::string page = html_report(sample.report, {});
  CHECK(page.find("default-src 'none'; style-src 'sha256-") != std::string::npos);
  CHECK(page.find("http://") == std::string::npos);
}

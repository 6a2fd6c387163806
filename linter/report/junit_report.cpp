#include "report/escape.h"
#include "report/place.h"
#include "report/report.h"
#include "report/shown_findings.h"
#include "report/summary.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <numeric>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace holdfast {
namespace {

enum class Outcome : uint8_t { passed, failed, broken, skipped };

struct Case {
  std::string name;
  Outcome outcome = Outcome::passed;
  std::string kind = {};     // of the failure
  std::string message = {};  // one line
  std::string detail = {};
  std::optional<Place> place = {};
};

/// A rule, or the reading of the input.
struct Suite {
  std::string name;
  std::vector<Case> cases = {};

  std::size_t count(Outcome outcome) const {
    return static_cast<std::size_t>(std::ranges::count(cases, outcome, &Case::outcome));
  }
};

Outcome outcome_of(const Finding& finding) {
  if (is_open_fault(finding)) return Outcome::failed;
  return finding.verdict == Verdict::pass ? Outcome::passed : Outcome::skipped;
}

std::string name_of(const Finding& finding) {
  const std::string& name = finding.resource.empty() ? finding.rule->title : finding.resource;
  return finding.discriminator.empty() ? name : fmt::format("{} ({})", name, finding.discriminator);
}

std::string detail_of(const Report& report, const Finding& finding, const std::optional<Place>& place) {
  std::string detail = statement(finding);
  if (place) detail += fmt::format("\n\nat {}:{}:{}", place->path, place->begin.line, place->begin.column);
  for (const Evidence& evidence : finding.evidence) {
    if (const auto at = place_of(report, evidence.at)) {
      detail += fmt::format("\nsee {}:{}:{} {}", at->path, at->begin.line, at->begin.column, evidence.text);
    }
  }
  if (!finding.rule->fix.empty()) detail += "\n\nhelp: " + finding.rule->fix;
  return detail;
}

Case case_of(const Report& report, const Finding& finding) {
  Case test{.name = name_of(finding), .outcome = outcome_of(finding)};
  test.place = place_of(report, shown_place(report, finding));
  if (test.outcome == Outcome::passed) return test;
  test.message = finding.suppression ? "suppressed: " + finding.suppression->reason : statement(finding);
  if (test.message.empty()) test.message = to_string(finding.verdict);
  if (test.outcome == Outcome::skipped) return test;
  test.kind = to_string(finding.severity);
  test.detail = detail_of(report, finding, test.place);
  return test;
}

Suite reading(const Report& report) {
  Suite suite{.name = "input"};
  for (const Diagnostic& diagnostic : report.diagnostics) {
    if (diagnostic.kind->gravity != Gravity::error) continue;
    const std::optional<Place> place = place_of(report, diagnostic.at);
    const std::string where =
        place ? fmt::format("{}:{}:{}: ", place->path, place->begin.line, place->begin.column) : "";
    suite.cases.push_back({.name = place ? place->path : "input",
                           .outcome = Outcome::broken,
                           .kind = std::string(diagnostic.kind->id),
                           .message = diagnostic.message,
                           .detail = where + diagnostic.message,
                           .place = place});
  }
  if (suite.cases.empty()) suite.cases.push_back({.name = "all files can be read"});
  return suite;
}

/// What stands for all that a rule found no fault in, where not each is told.
Case rest_of(const std::vector<const Finding*>& findings) {
  const auto undecided = std::ranges::count(findings, Verdict::undecided, &Finding::verdict);
  Case test{.name = "no fault"};
  if (undecided > 0) {
    test.outcome = Outcome::skipped;
    test.message = fmt::format("{} undecided; an audit lists them", undecided);
  }
  return test;
}

Suite suite_of(const Report& report, const Rule& rule, const std::vector<const Finding*>& findings, bool is_audit) {
  Suite suite{.name = rule.id};
  for (const Finding* finding : findings) {
    if (is_audit || is_open_fault(*finding)) suite.cases.push_back(case_of(report, *finding));
  }
  if (suite.cases.empty()) suite.cases.push_back(rest_of(findings));
  return suite;
}

std::vector<Suite> suites_of(const Report& report, bool is_audit) {
  std::unordered_map<const Rule*, std::vector<const Finding*>> by_rule;
  for (const Finding& finding : report.findings) by_rule[finding.rule].push_back(&finding);
  std::vector<Suite> suites = {reading(report)};
  for (const Rule* rule : report.rules) suites.push_back(suite_of(report, *rule, by_rule[rule], is_audit));
  return suites;
}

std::string counts(const std::vector<Suite>& suites) {
  const auto total = [&](auto count) {
    return std::transform_reduce(suites.begin(), suites.end(), std::size_t{0}, std::plus(), count);
  };
  const auto of = [&](Outcome outcome) { return total([&](const Suite& suite) { return suite.count(outcome); }); };
  return fmt::format(R"(tests="{}" failures="{}" errors="{}")",
                     total([](const Suite& suite) { return suite.cases.size(); }), of(Outcome::failed),
                     of(Outcome::broken));
}

std::string xml(const Suite& suite, const Case& test) {
  std::string out =
      fmt::format(R"(    <testcase classname="{}" name="{}")", markup_text(suite.name), markup_text(test.name));
  if (test.place) out += fmt::format(R"( file="{}" line="{}")", markup_text(test.place->path), test.place->begin.line);
  if (test.outcome == Outcome::passed) return out + "/>\n";
  const std::string_view element = test.outcome == Outcome::skipped  ? "skipped"
                                   : test.outcome == Outcome::failed ? "failure"
                                                                     : "error";
  out += fmt::format(">\n      <{} message=\"{}\"", element, markup_text(test.message));
  if (!test.kind.empty()) out += fmt::format(R"( type="{}")", markup_text(test.kind));
  out += test.detail.empty() ? "/>\n" : fmt::format(">{}</{}>\n", markup_text(test.detail), element);
  return out + "    </testcase>\n";
}

}  // namespace

std::string junit_report(const Report& report, const ReportOptions& options) {
  const std::vector<Suite> suites = suites_of(report, options.audit);
  std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  out += fmt::format("<testsuites name=\"Holdfast\" {}>\n", counts(suites));
  for (const Suite& suite : suites) {
    out += fmt::format("  <testsuite name=\"{}\" {} skipped=\"{}\">\n", markup_text(suite.name), counts({suite}),
                       suite.count(Outcome::skipped));
    for (const Case& test : suite.cases) out += xml(suite, test);
    out += "  </testsuite>\n";
  }
  return out + "</testsuites>\n";
}

}  // namespace holdfast

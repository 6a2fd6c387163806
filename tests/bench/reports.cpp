// Reports of 5,000 findings take at most 100 ms each, and twice as many findings at most a little more than twice that.
#include "report/report.h"

#include <chrono>
#include <cstdio>
#include <deque>
#include <string>

using namespace holdfast;

namespace {

constexpr double kMillisecondsMax = 100;
constexpr int kFindingsPerFile = 50;

struct Input {
  Workspace workspace;
  std::deque<Rule> rules;
  Report report;
};

/// Files of many small blocks, a finding with evidence and a flow on each.
void fill(Input& input, int finding_count) {
  input.report.workspace = &input.workspace;
  input.report.source_root = input.report.working_directory = "/repository";
  input.report.version = "0.1.0";
  for (int i = 0; i < 50; ++i) {
    Rule& rule = input.rules.emplace_back();
    rule.id = "pack/rule-" + std::to_string(100 + i);
    rule.title = "Something is wrong";
    rule.why = "It goes wrong, and then it hurts those who did not see it coming.";
    rule.fix = "Set `value` to what is asked for.";
    input.report.rules.push_back(&rule);
  }
  for (int made = 0; made < finding_count; made += kFindingsPerFile) {
    std::string text;
    for (int i = 0; i < kFindingsPerFile; ++i) {
      text +=
          "resource \"kind\" \"name_" + std::to_string(i) + "\" {\n  first  = \"value\"\n  second = var.days\n}\n\n";
    }
    const FileId file = input.workspace.add("stacks/stack-" + std::to_string(100000 + made) + ".tf", text);
    input.report.files.push_back(file);
    std::size_t at = 0;
    for (int i = 0; i < kFindingsPerFile; ++i, ++at) {
      at = text.find("resource", at);
      const auto begin = static_cast<uint32_t>(at);
      Finding& finding = input.report.findings.emplace_back();
      finding.rule = &input.rules[static_cast<std::size_t>(i)];
      finding.severity = static_cast<Severity>(i % 5);
      finding.message = "name_" + std::to_string(i) + " keeps for 14 days what is to be kept for 35";
      finding.at = {file, begin, begin + 8};
      finding.resource = "kind.name_" + std::to_string(i);
      finding.resource_type = "kind";
      finding.evidence = {{.at = {file, begin + 30, begin + 35}, .text = "this one selects it"}};
      finding.flow = {{.at = {file, begin + 60, begin + 65}, .text = "the default of var.days"}};
    }
  }
}

template <class Render>
double milliseconds(const Render& render) {
  const auto begin = std::chrono::steady_clock::now();
  render();
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
}

}  // namespace

int main() {
  bool is_kept = true;
  struct Format {
    const char* name;
    std::string (*render)(const Report&, const ReportOptions&);
  };
  const Format formats[] = {
      {"text", text_report}, {"concise", concise_report}, {"json", json_report}, {"sarif", sarif_report}};
  Input once;
  Input twice;
  fill(once, 5000);
  fill(twice, 10000);
  for (const Format& format : formats) {
    std::size_t size = 0;
    const double time = milliseconds([&] { size = format.render(once.report, {.audit = true}).size(); });
    const double time_twice = milliseconds([&] { format.render(twice.report, {.audit = true}); });
    std::printf("%-8s %6.1f ms, twice as many %6.1f ms, %5.1f MB\n", format.name, time, time_twice,
                static_cast<double>(size) / 1e6);
    is_kept = is_kept && time <= kMillisecondsMax && time_twice <= 2 * kMillisecondsMax;
  }
  return is_kept ? 0 : 1;
}

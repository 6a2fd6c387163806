#include "command/coverage.h"

#include "report/json_writer.h"

#include <fmt/format.h>

#include <array>
#include <map>

namespace holdfast {

namespace {

/// By verdict.
using Counts = std::array<std::size_t, 4>;

std::size_t count(const Counts& counts, Verdict verdict) { return counts[static_cast<std::size_t>(verdict)]; }

bool has_applied(const Counts& counts) {
  return count(counts, Verdict::pass) + count(counts, Verdict::fail) + count(counts, Verdict::undecided) > 0;
}

std::map<std::string_view, Counts> counted(const Report& report) {
  std::map<std::string_view, Counts> rules;
  for (const Rule* rule : report.rules) rules[rule->id];
  for (const Finding& finding : report.findings) ++rules[finding.rule->id][static_cast<std::size_t>(finding.verdict)];
  return rules;
}

std::string as_json(const std::map<std::string_view, Counts>& rules) {
  JsonWriter json;
  json.object([&] {
    json.array("rules", [&] {
      for (const auto& [id, counts] : rules) {
        json.row([&, &id = id, &counts = counts] {
          json.text("id", id);
          json.number("pass", count(counts, Verdict::pass));
          json.number("fail", count(counts, Verdict::fail));
          json.number("undecided", count(counts, Verdict::undecided));
          json.number("notApplicable", count(counts, Verdict::not_applicable));
          json.boolean("applied", has_applied(counts));
        });
      }
    });
  });
  return json.take();
}

}  // namespace

std::string coverage(const Report& report, std::string_view format) {
  const auto rules = counted(report);
  if (format == "json") return as_json(rules);
  std::string text = fmt::format("{:>7} {:>7} {:>9} {:>7}\n", "pass", "fail", "undecided", "n/a");
  std::size_t idle = 0;
  for (const auto& [id, counts] : rules) {
    text += fmt::format("{:>7} {:>7} {:>9} {:>7}  {}{}\n", count(counts, Verdict::pass), count(counts, Verdict::fail),
                        count(counts, Verdict::undecided), count(counts, Verdict::not_applicable), id,
                        has_applied(counts) ? "" : " (never applied)");
    if (!has_applied(counts)) ++idle;
  }
  return text + fmt::format("{} rules, {} of which never applied\n", rules.size(), idle);
}

}  // namespace holdfast

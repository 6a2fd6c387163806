#include "command/rule_pages.h"

#include "command/pack_test.h"
#include "report/named_control.h"

#include <fmt/format.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <optional>
#include <sstream>
#include <vector>

namespace holdfast {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kNotice = "<!-- Made by tests/update from rules and fixtures. -->\n\n";

struct Dialect {
  std::string_view ending;
  std::string_view name;
  std::string_view language;
};
constexpr std::array<Dialect, 2> kDialects = {{{".tf", "Terraform", "hcl"}, {".yaml", "CloudFormation", "yaml"}}};

std::vector<const Framework*> frameworks_of(const Packs& packs) {
  std::vector<const Framework*> frameworks;
  for (const Framework& framework : packs.frameworks()) frameworks.push_back(&framework);
  return frameworks;
}

/// The smallest that fails: examples are to be read.
std::optional<fs::path> example(const fs::path& folder, std::string_view ending) {
  std::optional<fs::path> smallest;
  std::error_code error;
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with("fail-") && name.ends_with(ending) && entry.is_regular_file()) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  for (const fs::path& file : files) {
    if (!smallest || fs::file_size(file) < fs::file_size(*smallest)) smallest = file;
  }
  return smallest;
}

/// Without what the test expects at the ends of lines.
std::string shown_source(const fs::path& path) {
  std::ifstream file(path);
  std::string source;
  for (std::string line; std::getline(file, line);) {
    line.resize(std::min(line.size(), line.find("# expect")));
    line.resize(line.find_last_not_of(' ') + 1);
    source += line + "\n";
  }
  return source;
}

std::string examples(const Packs& packs, const Rule& rule, const std::string& fixtures) {
  std::string text;
  for (const Dialect& dialect : kDialects) {
    const auto path = example(fs::path(fixtures) / rule.id, dialect.ending);
    if (!path) continue;
    text += fmt::format("## In {}\n\n```{}\n{}```\n\n```text\n{}```\n\n", dialect.name, dialect.language,
                        shown_source(*path), fixture_report(packs, path->string(), rule.id));
  }
  return text;
}

std::string page_of(const Packs& packs, const Rule& rule, const std::string& fixtures) {
  std::string page =
      fmt::format("# {}\n\n{}**{}.** Severity {}{}, theme {}.\n\n{}\n\n{}\n\n", rule.id, kNotice, rule.title,
                  rule.level ? "up to " : "", to_string(rule.severity), rule.theme, rule.why, rule.fix);
  if (!rule.is_enabled) page += "This rule is off unless it is selected.\n\n";
  page += examples(packs, rule, fixtures);
  page += "## Evidence for\n\n";
  for (const NamedControl& control : named_controls(rule, frameworks_of(packs))) {
    page += fmt::format("- {} {}: {}{}\n", edition(*control.framework), control.id, control.label,
                        control.is_direct ? "" : " (supporting)");
  }
  for (const std::string& id : rule.covers) {
    if (const Requirement* row = packs.requirement(id)) page += fmt::format("- {}: {}\n", row->id, row->label);
  }
  return page;
}

std::string link(const Rule& rule) {
  return fmt::format("[{}]({}.md)", rule.id.substr(rule.id.find('/') + 1), rule.id);
}

std::string index(const Packs& packs) {
  std::map<std::string, std::string> themes;
  for (const Rule* rule : packs.rules())
    themes[rule->theme] += fmt::format("| {} | {} | {} |\n", link(*rule), to_string(rule->severity), rule->title);
  std::string page = fmt::format(
      "# Rules\n\n{}{} rules. [Which controls](controls.md) and [which requirements](requirements.md) they give "
      "evidence "
      "for.\n",
      kNotice, packs.rules().size());
  for (const auto& [theme, rows] : themes)
    page += fmt::format("\n## {}\n\n| rule | severity | fault |\n| --- | --- | --- |\n{}", theme, rows);
  return page;
}

template <class Predicate>
std::string links(const Packs& packs, Predicate&& is_wanted) {
  std::string list;
  for (const Rule* rule : packs.rules()) {
    if (is_wanted(*rule)) list += (list.empty() ? "" : ", ") + link(*rule);
  }
  return list;
}

std::string control_matrix(const Packs& packs) {
  std::string page = fmt::format("# Controls\n\n{}", kNotice);
  for (const Framework& framework : packs.frameworks()) {
    page += fmt::format("## {}\n\n| control | label | evidence | supporting |\n| --- | --- | --- | --- |\n",
                        edition(framework));
    for (const Control& control : framework.controls) {
      const auto rules = [&](bool is_direct) {
        return links(packs, [&](const Rule& rule) {
          const ControlReference wanted{framework.key, control.id, is_direct};
          return std::find(rule.controls.begin(), rule.controls.end(), wanted) != rule.controls.end();
        });
      };
      page += fmt::format("| {} | {} | {} | {} |\n", control.id, control.label, rules(true), rules(false));
    }
    page += "\n";
  }
  return page;
}

std::string requirement_matrix(const Packs& packs) {
  std::string page = fmt::format("# Requirements\n\n{}", kNotice);
  for (const Register& one : packs.registers()) {
    page += fmt::format("## {}\n\n| row | requirement | proof | rules |\n| --- | --- | --- | --- |\n", one.name);
    for (const Requirement& row : one.requirements) {
      const bool has_more = row.needs_evidence && row.proof != Proof::by_people;
      page += fmt::format("| {} | {} | {}{} | {} |\n", row.id, row.label, to_string(row.proof),
                          has_more ? ", with records by people" : "", links(packs, [&](const Rule& rule) {
                            return std::find(rule.covers.begin(), rule.covers.end(), row.id) != rule.covers.end();
                          }));
    }
    page += "\n";
  }
  return page;
}

}  // namespace

std::map<std::string, std::string> rule_pages(const Packs& packs, const std::string& fixtures) {
  std::map<std::string, std::string> pages = {{"README.md", index(packs)},
                                              {"controls.md", control_matrix(packs)},
                                              {"requirements.md", requirement_matrix(packs)}};
  for (const Rule* rule : packs.rules()) pages[rule->id + ".md"] = page_of(packs, *rule, fixtures);
  return pages;
}

}  // namespace holdfast

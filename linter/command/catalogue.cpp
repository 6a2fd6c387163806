#include "command/catalogue.h"

#include "report/display_text.h"
#include "report/json_writer.h"
#include "report/named_control.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace holdfast {

namespace {

std::vector<const Framework*> frameworks_of(const Packs& packs) {
  std::vector<const Framework*> frameworks;
  for (const Framework& framework : packs.frameworks()) frameworks.push_back(&framework);
  std::sort(frameworks.begin(), frameworks.end(),
            [](const Framework* a, const Framework* b) { return a->name < b->name; });
  return frameworks;
}

std::string as_json(const Packs& packs) {
  JsonWriter json;
  const auto frameworks = frameworks_of(packs);
  json.object([&] {
    json.array("rules", [&] {
      for (const Rule* rule : packs.rules()) {
        json.object([&] {
          json.text("id", rule->id);
          json.text("title", rule->title);
          json.text("theme", rule->theme);
          json.text("severity", to_string(rule->severity));
          json.text("basis", to_string(rule->basis));
          json.boolean("enabled", rule->is_enabled);
          json.text("why", rule->why);
          json.text("fix", rule->fix);
          json.array("controls", [&] {
            for (const NamedControl& control : named_controls(*rule, frameworks)) {
              json.row([&] {
                json.text("framework", edition(*control.framework));
                json.text("id", control.id);
                json.text("label", control.label);
                json.boolean("direct", control.is_direct);
              });
            }
          });
          json.list("covers", rule->covers);
        });
      }
    });
  });
  return json.take();
}

void add_prose(std::string& page, std::string_view prose, std::size_t width) {
  for (const std::string& line : wrapped(prose, width)) page += line + "\n";
  page += '\n';
}

}  // namespace

std::string rule_list(const Packs& packs, std::string_view format) {
  if (format == "json") return as_json(packs);
  std::size_t widest = 0;
  for (const Rule* rule : packs.rules()) widest = std::max(widest, rule->id.size());
  std::string list;
  for (const Rule* rule : packs.rules()) {
    list += fmt::format("{:<8}  {:<{}}  {}{}\n", to_string(rule->severity), rule->id, widest, rule->title,
                        rule->is_enabled ? "" : " (off unless selected)");
  }
  return list;
}

std::string rule_page(const Packs& packs, const Rule& rule, std::size_t width) {
  std::string page = fmt::format("{} ({}, {})\n", rule.id, to_string(rule.severity), rule.theme);
  add_prose(page, rule.title + ".", width);
  add_prose(page, "Why: " + rule.why, width);
  add_prose(page, "Fix: " + rule.fix, width);
  page += "Evidence for:\n";
  for (const NamedControl& control : named_controls(rule, frameworks_of(packs))) {
    page += fmt::format("  {} {}  {}{}\n", edition(*control.framework), control.id, control.label,
                        control.is_direct ? "" : " (supporting)");
  }
  return page;
}

}  // namespace holdfast

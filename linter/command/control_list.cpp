#include "command/control_list.h"

#include "report/json_writer.h"
#include "report/named_control.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <vector>

namespace holdfast {

namespace {

std::vector<std::string> rules_for(const Packs& packs, const Framework& framework, const Control& control,
                                   bool is_direct) {
  std::vector<std::string> ids;
  for (const Rule* rule : packs.rules()) {
    for (const ControlReference& reference : rule->controls) {
      if (reference == ControlReference{framework.key, control.id, is_direct}) ids.push_back(rule->id);
    }
  }
  return ids;
}

std::string as_json(const Packs& packs) {
  JsonWriter json;
  json.object([&] {
    json.array("frameworks", [&] {
      for (const Framework& framework : packs.frameworks()) {
        json.object([&] {
          json.text("key", framework.key);
          json.text("name", framework.name);
          json.text("version", framework.version);
          json.array("controls", [&] {
            for (const Control& control : framework.controls) {
              json.object([&] {
                json.text("id", control.id);
                json.text("label", control.label);
                json.list_if_any("aliases", control.aliases);
                json.list("rules", rules_for(packs, framework, control, true));
                json.list("supporting", rules_for(packs, framework, control, false));
              });
            }
          });
        });
      }
    });
  });
  return json.take();
}

std::string former_ids(const Framework& framework, const Control& control) {
  if (control.aliases.empty()) return {};
  return fmt::format(" (was {} in {})", fmt::join(control.aliases, ", "), framework.former_version);
}

}  // namespace

std::string control_list(const Packs& packs, std::string_view format) {
  if (format == "json") return as_json(packs);
  std::string list;
  for (const Framework& framework : packs.frameworks()) {
    list += fmt::format("{}{}\n", list.empty() ? "" : "\n", edition(framework));
    for (const Control& control : framework.controls) {
      list += fmt::format("  {:<8}  {:>3} rules, {:>3} supporting  {}{}\n", control.id,
                          rules_for(packs, framework, control, true).size(),
                          rules_for(packs, framework, control, false).size(), control.label,
                          former_ids(framework, control));
    }
  }
  return list;
}

}  // namespace holdfast

#include "report/sarif_driver.h"

#include "report/code_scanning.h"
#include "report/level.h"
#include "report/location_path.h"
#include "report/named_control.h"
#include "report/sarif_text.h"

#include <algorithm>
#include <set>
#include <string>

namespace holdfast {
namespace {

std::string_view security_severity(Severity severity) {
  switch (severity) {
    case Severity::critical: return "9.5";
    case Severity::high: return "8.0";
    case Severity::medium: return "5.5";
    case Severity::low: return "3.0";
    case Severity::info: return "1.0";
  }
  return {};
}

std::string_view problem_severity(Severity severity) {
  const std::string_view name = level(severity);
  return name == "note" ? "recommendation" : name;
}

/// What code scanning sorts alerts by.
std::string_view precision(Basis basis) {
  switch (basis) {
    case Basis::convention: return "medium";
    case Basis::demand: return "high";
    case Basis::service: return "very-high";
  }
  return {};
}

std::string_view last_part(std::string_view id) { return id.substr(id.rfind('/') + 1); }

std::string first_paragraph(std::string_view prose) {
  std::string paragraph = sarif_sentence(prose.substr(0, prose.find("\n\n")));
  if (paragraph.size() <= code_scanning::kDescriptionMax) return paragraph;
  return paragraph.substr(0, paragraph.rfind(' ', code_scanning::kDescriptionMax - 4)) + "...";
}

/// Ids of the controls that rules refer to.
std::set<std::string_view> used_controls(const Framework& framework, const std::vector<const Rule*>& rules) {
  std::set<std::string_view> used;
  for (const Rule* rule : rules) {
    for (const ControlReference& reference : rule->controls) {
      if (reference.framework == framework.key) used.insert(reference.control);
    }
  }
  return used;
}

/// "iso27001-2022/A.8.13"
std::string tag(const NamedControl& control) {
  std::string framework = control.framework->key;
  std::ranges::replace(framework, '_', '-');
  return framework.append("-").append(control.framework->version).append("/").append(control.id);
}

std::vector<std::string> tags(const Rule& rule, const std::vector<NamedControl>& controls) {
  std::vector<std::string> tags = {"security"};
  const auto add = [&](std::string text) {
    const bool is_new = std::ranges::find(tags, text) == tags.end();
    if (is_new && !text.empty() && tags.size() < code_scanning::kTagsMax) tags.push_back(std::move(text));
  };
  add(rule.id.substr(0, rule.id.rfind('/') == std::string::npos ? 0 : rule.id.rfind('/')));
  add(rule.theme);
  for (const NamedControl& control : controls) add(tag(control));
  return tags;
}

std::string control_line(const NamedControl& control) {
  std::string line = edition(*control.framework).append(" ").append(control.id);
  if (!control.label.empty()) line.append(" (").append(control.label).append(")");
  if (!control.is_direct) line.append(", supporting");
  return line;
}

std::string help_text(const Rule& rule, const std::vector<NamedControl>& controls) {
  std::string help = rule.why.empty() ? sarif_sentence(rule.title) : rule.why;
  if (!rule.fix.empty()) help.append("\n\nHow to fix it: ").append(rule.fix);
  if (!controls.empty()) help += "\n\nControls:";
  for (const NamedControl& control : controls) help.append("\n- ").append(control_line(control));
  return help;
}

std::string help_markdown(const Rule& rule, const std::vector<NamedControl>& controls) {
  std::string help = rule.why.empty() ? sarif_sentence(rule.title) : rule.why;
  if (!rule.fix.empty()) help.append("\n\n## How to fix it\n\n").append(rule.fix);
  if (!controls.empty()) help += "\n\n## Controls\n";
  for (const NamedControl& control : controls) help.append("\n- ").append(control_line(control));
  return help;
}

void write_text(JsonWriter& json, std::string_view key, std::string_view text) {
  json.row(key, [&] { json.text("text", text); });
}

void write_component(JsonWriter& json, std::string_view key, const Framework& framework) {
  json.row(key, [&] {
    json.text("name", framework.name);
    json.text("guid", framework.guid);
  });
}

void write_rule(JsonWriter& json, const Report& report, const Rule& rule) {
  const std::vector<NamedControl> controls = named_controls(rule, report.frameworks);
  json.text("id", rule.id);
  json.list_if_any("deprecatedIds", rule.old_ids);
  json.text("name", pascal_case(last_part(rule.id)));
  write_text(json, "shortDescription", sarif_sentence(rule.title));
  write_text(json, "fullDescription", first_paragraph(rule.why.empty() ? rule.title : rule.why));
  json.object("help", [&] {
    json.text("text", help_text(rule, controls));
    json.text("markdown", help_markdown(rule, controls));
  });
  json.text("helpUri", rule.has_page ? report.home + "/rules/pages/" + percent_encoded(rule.id) + ".md" : report.home);
  json.row("defaultConfiguration", [&] { json.text("level", level(rule.severity)); });
  if (!controls.empty()) {
    json.array("relationships", [&] {
      for (const NamedControl& control : controls) {
        json.row([&] {
          json.row("target", [&] { write_sarif_control(json, control); });
          json.list("kinds", std::vector<std::string>{control.is_direct ? "superset" : "relevant"});
        });
      }
    });
  }
  json.object("properties", [&] {
    json.text("precision", precision(rule.basis));
    json.text("problem.severity", problem_severity(rule.severity));
    json.text("security-severity", security_severity(rule.severity));
    json.list("tags", tags(rule, controls));
  });
}

/// A message of which the arguments are not known.
std::string without_arguments(std::string_view message) {
  std::string text(message);
  for (std::size_t at = text.find("{}"); at != std::string::npos; at = text.find("{}")) text.replace(at, 2, "...");
  return text;
}

void write_notice(JsonWriter& json, const Report& report, const SarifNotice& notice) {
  const std::string text = sarif_sentence(without_arguments(notice.text));
  json.text("id", notice.id);
  json.text("name", pascal_case(notice.id));
  write_text(json, "shortDescription", text);
  write_text(json, "fullDescription", text);
  write_text(json, "help", "What a notification is about was not checked, or not completely: results may be missing.");
  json.text("helpUri", report.home);
}

void write_taxon(JsonWriter& json, std::string_view id, const Control* control) {
  json.object([&] {
    json.text("id", id);
    if (control == nullptr) return;
    json.list_if_any("deprecatedIds", control->aliases);
    if (!control->label.empty()) write_text(json, "shortDescription", sarif_sentence(control->label));
  });
}

}  // namespace

void write_sarif_control(JsonWriter& json, const NamedControl& control) {
  json.text("id", control.id);
  write_component(json, "toolComponent", *control.framework);
}

void write_sarif_driver(JsonWriter& json, const Report& report, const std::vector<const Rule*>& rules,
                        const std::vector<SarifNotice>& notices) {
  json.text("name", "Holdfast");
  json.text("semanticVersion", report.version);
  json.text("informationUri", report.home);
  json.array("supportedTaxonomies", [&] {
    for (const Framework* framework : report.frameworks) {
      if (!used_controls(*framework, rules).empty()) write_component(json, {}, *framework);
    }
  });
  json.array("notifications", [&] {
    for (const SarifNotice& notice : notices) json.object([&] { write_notice(json, report, notice); });
  });
  json.array("rules", [&] {
    for (const Rule* rule : rules) json.object([&] { write_rule(json, report, *rule); });
  });
}

void write_sarif_taxonomies(JsonWriter& json, const Report& report, const std::vector<const Rule*>& rules) {
  for (const Framework* framework : report.frameworks) {
    std::set<std::string_view> used = used_controls(*framework, rules);
    if (used.empty()) continue;
    json.object([&] {
      json.text("name", framework->name);
      json.text("guid", framework->guid);
      json.text("version", framework->version);
      json.text("organization", framework->organization);
      json.text("informationUri", framework->information_uri);
      write_text(json, "shortDescription", sarif_sentence(framework->label));
      json.boolean("isComprehensive", false);
      json.array("taxa", [&] {
        for (const Control& control : framework->controls) {
          if (used.erase(control.id) > 0) write_taxon(json, control.id, &control);
        }
        for (const std::string_view unlisted : used) write_taxon(json, unlisted, nullptr);
      });
    });
  }
}

}  // namespace holdfast

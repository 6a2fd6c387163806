#include "rule/selection.h"

#include "rule/control_name.h"

#include <algorithm>
#include <cctype>

namespace holdfast {

namespace {

bool same_ignoring_case(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](unsigned char x, unsigned char y) { return std::tolower(x) == std::tolower(y); });
}

bool refers_to(const Packs& packs, const ControlReference& reference, std::string_view name) {
  const Framework* framework = packs.framework(reference.framework);
  const Control* control = framework ? framework->find(reference.control) : nullptr;
  return control && names_control(*framework, *control, name);
}

bool is_named(const Packs& packs, const Rule& rule, std::string_view name) {
  const std::string_view id = rule.id;
  if (name == id || name == id.substr(id.find('/') + 1) || same_ignoring_case(name, rule.theme)) return true;
  if (std::find(rule.old_ids.begin(), rule.old_ids.end(), name) != rule.old_ids.end()) return true;
  return std::any_of(rule.controls.begin(), rule.controls.end(), [&](const ControlReference& reference) {
    return same_ignoring_case(name, reference.framework) || refers_to(packs, reference, name);
  });
}

}  // namespace

Result<std::vector<const Rule*>> rules_named(const Packs& packs, std::string_view name) {
  std::vector<const Rule*> found;
  std::vector<std::string_view> ids;
  for (const Rule* rule : packs.rules()) {
    if (is_named(packs, *rule, name)) found.push_back(rule);
    ids.push_back(rule->id);
    ids.push_back(std::string_view(rule->id).substr(rule->id.find('/') + 1));
    ids.push_back(rule->theme);
  }
  if (!found.empty()) return found;
  const std::string_view candidate = nearest(name, ids);
  return failure(
      "`" + std::string(name) + "` is no rule, theme, framework or control" +
      (candidate.empty() ? "; `holdfast rules` lists them" : "; did you mean `" + std::string(candidate) + "`?"));
}

Result<std::vector<const Rule*>> select_rules(const Packs& packs, const std::vector<std::string>& select,
                                              const std::vector<std::string>& ignore) {
  std::vector<const Rule*> wanted;
  for (const Rule* rule : packs.rules()) {
    if (select.empty() && rule->is_enabled) wanted.push_back(rule);
  }
  for (const std::string& name : select) {
    const auto found = rules_named(packs, name);
    if (!found) return found;
    wanted.insert(wanted.end(), found->begin(), found->end());
  }
  for (const std::string& name : ignore) {
    const auto found = rules_named(packs, name);
    if (!found) return found;
    std::erase_if(wanted,
                  [&](const Rule* rule) { return std::find(found->begin(), found->end(), rule) != found->end(); });
  }
  std::sort(wanted.begin(), wanted.end(), [](const Rule* a, const Rule* b) { return a->id < b->id; });
  wanted.erase(std::unique(wanted.begin(), wanted.end()), wanted.end());
  return wanted;
}

}  // namespace holdfast

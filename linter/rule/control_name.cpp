#include "rule/control_name.h"

#include <algorithm>
#include <cctype>

namespace holdfast {

namespace {

bool is_digit(char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; }
bool is_letter(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; }

/// Runs of letters and of digits, joined by dots: "PR.DS-01" and "prds1" are not the same, "PR.DS-1" and "pr.ds.01"
/// are.
std::string key_of(std::string_view id) {
  std::string key;
  for (std::size_t i = 0; i < id.size();) {
    const auto belongs = is_digit(id[i]) ? is_digit : is_letter;
    std::size_t end = i;
    while (end < id.size() && belongs(id[end])) ++end;
    if (end == i) {
      ++i;
      continue;
    }
    std::string_view run = id.substr(i, end - i);
    while (run.size() > 1 && run.front() == '0') run.remove_prefix(1);
    if (!key.empty()) key += '.';
    for (const char c : run) key += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    i = end;
  }
  return key;
}

std::string without_separators(std::string_view name) {
  std::string letters;
  for (const char c : name) {
    if (is_letter(c) || is_digit(c)) letters += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  return letters;
}

/// The part before the colon: the key or the name of a framework, with or without its version.
bool names_framework(const Framework& framework, std::string_view written) {
  const std::size_t at = written.find('@');
  if (at != std::string_view::npos && written.substr(at + 1) != framework.version) return false;
  const std::string name = without_separators(written.substr(0, at));
  return name == without_separators(framework.key) || name == without_separators(framework.name);
}

/// Once the framework is named, the letters with which its ids begin may be left out.
bool spells(std::string_view id, const std::string& key, bool is_framework_named) {
  const std::string full = key_of(id);
  if (full == key) return true;
  const std::size_t dot = full.find('.');
  return is_framework_named && dot != std::string::npos && is_letter(full.front()) && full.substr(dot + 1) == key;
}

const std::string* old_id(const Framework& framework, const Control& control, std::string_view written) {
  const std::size_t colon = written.find(':');
  const bool is_named = colon != std::string_view::npos;
  if (is_named && !names_framework(framework, written.substr(0, colon))) return nullptr;
  const std::string key = key_of(is_named ? written.substr(colon + 1) : written);
  const auto found =
      std::ranges::find_if(control.aliases, [&](const auto& alias) { return spells(alias, key, is_named); });
  return found == control.aliases.end() ? nullptr : &*found;
}

bool has_current_id(const Framework& framework, const Control& control, std::string_view written) {
  const std::size_t colon = written.find(':');
  if (colon == std::string_view::npos) return spells(control.id, key_of(written), false);
  return names_framework(framework, written.substr(0, colon)) &&
         spells(control.id, key_of(written.substr(colon + 1)), true);
}

}  // namespace

bool names_control(const Framework& framework, const Control& control, std::string_view written) {
  return has_current_id(framework, control, written) || old_id(framework, control, written) != nullptr;
}

std::vector<std::string> notes_on_old_controls(const Packs& packs, const std::vector<std::string>& names) {
  std::vector<std::string> notes;
  for (const std::string& name : names) {
    for (const Framework& framework : packs.frameworks()) {
      std::string current;
      const std::string* old = nullptr;
      for (const Control& control : framework.controls) {
        const std::string* found = old_id(framework, control, name);
        if (!found || has_current_id(framework, control, name)) continue;
        old = found;
        current += (current.empty() ? "" : " and ") + control.id;
      }
      if (old) {
        notes.push_back(*old + " is of " + framework.name + " " + framework.former_version + "; using " + current +
                        " of " + framework.version);
      }
    }
  }
  return notes;
}

}  // namespace holdfast

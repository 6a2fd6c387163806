#include "command/hyperlinks.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string_view>

namespace holdfast {

namespace {

std::string_view variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string_view() : std::string_view(value);
}

}  // namespace

bool terminal_shows_links() {
  constexpr std::array<std::string_view, 7> kPrograms = {"Hyper", "Tabby",     "WezTerm", "ghostty",
                                                         "rio",   "iTerm.app", "vscode"};
  constexpr std::array<std::string_view, 5> kTerminals = {"xterm-kitty", "xterm-ghostty", "foot", "alacritty",
                                                          "contour"};
  if (const std::string_view forced = variable("FORCE_HYPERLINK"); !forced.empty()) return forced != "0";
  for (const char* name : {"WT_SESSION", "KITTY_WINDOW_ID", "KONSOLE_VERSION", "DOMTERM"}) {
    if (!variable(name).empty()) return true;
  }
  const std::string_view terminal = variable("TERM");
  return std::ranges::find(kPrograms, variable("TERM_PROGRAM")) != kPrograms.end() ||
         std::ranges::any_of(kTerminals, [&](std::string_view name) { return terminal.starts_with(name); }) ||
         variable("VTE_VERSION").size() >= 4;  // 5000 was the first that has them
}

}  // namespace holdfast

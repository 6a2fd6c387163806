#include "command/terminal.h"

#include "command/hyperlinks.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>

namespace holdfast {

namespace {

constexpr std::array<std::string_view, 3> kColorChoices = {"auto", "always", "never"};
constexpr std::size_t kWidth = 100;  // where nobody knows

std::size_t terminal_width() {
  winsize size{};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  return kWidth;
}

}  // namespace

bool is_color_choice(std::string_view color) {
  return std::find(kColorChoices.begin(), kColorChoices.end(), color) != kColorChoices.end();
}

std::vector<std::string_view> color_choices() { return {kColorChoices.begin(), kColorChoices.end()}; }

ReportOptions terminal_options(std::string_view color) {
  const bool is_terminal = ::isatty(STDOUT_FILENO) == 1;
  const char* no_color = std::getenv("NO_COLOR");
  const bool wants_color = is_terminal && !(no_color && *no_color);
  return {.color = color == "always" || (color == "auto" && wants_color),
          .links = color == "auto" && wants_color && terminal_shows_links(),
          .width = is_terminal ? terminal_width() : kWidth};
}

}  // namespace holdfast

#include "command/terminal.h"

#include "command/hyperlinks.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdlib>

namespace holdfast {

namespace {

constexpr std::size_t kWidth = 100;  // where nobody knows

std::size_t terminal_width() {
  winsize size{};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  return kWidth;
}

}  // namespace

ReportOptions terminal_options(std::string_view color) {
  const bool is_terminal = ::isatty(STDOUT_FILENO) == 1;
  const char* no_color = std::getenv("NO_COLOR");
  const bool wants_color = is_terminal && !(no_color && *no_color);
  return {.color = color == "always" || (color == "auto" && wants_color),
          .links = color == "auto" && wants_color && terminal_shows_links(),
          .width = is_terminal ? terminal_width() : kWidth};
}

}  // namespace holdfast

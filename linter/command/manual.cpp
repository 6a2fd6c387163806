#include "command/manual.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace holdfast {

namespace {

/// Text as roff takes it literally: hyphens that may be copied, and no line that begins a request.
std::string literal(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c == '-' || c == '\\') result += '\\';
    result += c == '\\' ? 'e' : c;
  }
  if (result.starts_with('.') || result.starts_with('\'')) result.insert(0, "\\&");
  return result;
}

std::string described(const OptionUsage& option) {
  std::string names;
  for (const std::string& name : option.names)
    names += fmt::format("{}\\fB{}\\fR", names.empty() ? "" : ", ", literal(name));
  if (!option.value.empty()) names += fmt::format(" \\fI{}\\fR", literal(option.value));
  return fmt::format(".TP\n{}\n{}\n", names, literal(option.summary));
}

std::string synopsis(const CommandUsage& command) {
  std::string text = fmt::format("\\fBholdfast {}\\fR", literal(command.name));
  if (!command.options.empty()) text += " [\\fIoption\\fR...]";
  for (const OptionUsage& argument : command.arguments)
    text += fmt::format(" \\fI{}\\fR{}", literal(argument.names.front()), argument.may_repeat ? "..." : "");
  return text;
}

std::string section(const CommandUsage& command) {
  std::string text = fmt::format(".SS {}\n{}.\n", literal(command.name), literal(command.summary));
  for (const OptionUsage& argument : command.arguments) text += described(argument);
  for (const OptionUsage& option : command.options) text += described(option);
  return text;
}

constexpr std::string_view kEnd = R"(.SH EXIT STATUS
.TP
.B 0
Nothing at or above \fB\-\-fail\-on\fR.
.TP
.B 1
Findings.
.TP
.B 2
Some input could not be read or parsed: the results are incomplete.
.TP
.B 3
The command line, the configuration, or a pack given with \fB\-\-rules\fR, is wrong.
.TP
.B 4
A fault of the program itself.
.SH ENVIRONMENT
.TP
.B NO_COLOR
When it is set and not empty, no colours are used unless they are asked for.
)";

}  // namespace

std::string manual(const Usage& usage, std::string_view version) {
  std::string page = fmt::format(".TH HOLDFAST 1 \"\" \"holdfast {}\"\n.SH NAME\nholdfast \\- {}\n.SH SYNOPSIS\n",
                                 version, literal(usage.summary.substr(0, usage.summary.find_last_not_of(".") + 1)));
  for (const CommandUsage& command : usage.commands) page += synopsis(command) + "\n.br\n";
  page += ".SH COMMANDS\n";
  for (const CommandUsage& command : usage.commands) page += section(command);
  return page + std::string(kEnd);
}

}  // namespace holdfast

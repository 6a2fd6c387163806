#include "command/usage.h"

#include <CLI/CLI.hpp>

namespace holdfast {

namespace {

OptionUsage usage_of(const CLI::Option& option) {
  OptionUsage usage{.value = option.get_option_text(),
                    .summary = option.get_description(),
                    .may_repeat = option.get_expected_max() > 1};
  for (const std::string& name : option.get_snames()) usage.names.push_back("-" + name);
  for (const std::string& name : option.get_lnames()) usage.names.push_back("--" + name);
  if (option.get_positional()) usage.names = {option.get_single_name()};
  return usage;
}

CommandUsage command_usage_of(const CLI::App& command) {
  CommandUsage usage{.name = command.get_name(), .summary = command.get_description()};
  for (const CLI::Option* option : command.get_options())
    (option->get_positional() ? usage.arguments : usage.options).push_back(usage_of(*option));
  return usage;
}

}  // namespace

Usage usage_of(const CLI::App& app) {
  Usage usage{.summary = app.get_description()};
  for (const CLI::Option* option : app.get_options()) usage.options.push_back(usage_of(*option));
  for (const CLI::App* command : app.get_subcommands({})) usage.commands.push_back(command_usage_of(*command));
  return usage;
}

}  // namespace holdfast

#pragma once

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace holdfast {

/// What a command takes: an option, or an argument by position (then `names` holds what the help calls it).
struct OptionUsage {
  std::vector<std::string> names = {};  // with their dashes
  /// Placeholder of the value, empty for a flag. `a|b` lists all values; FILE and DIR are paths.
  std::string value;
  std::string summary;
  bool may_repeat = false;
};

struct CommandUsage {
  std::string name;
  std::string summary;
  std::vector<OptionUsage> options = {};
  std::vector<OptionUsage> arguments = {};
};

/// The command line as data: help for shells and the manual page are renderings of it.
struct Usage {
  std::string summary;
  std::vector<OptionUsage> options = {};
  std::vector<CommandUsage> commands = {};
};

Usage usage_of(const CLI::App& app);

/// Words that stand for a placeholder: FORMAT, RULE and so on.
struct Vocabulary {
  std::string placeholder;
  std::vector<std::string> words = {};
};

}  // namespace holdfast

#include "command/completions.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace holdfast {

namespace {

using Words = std::vector<std::string>;

/// What can stand for a value: certain words, paths, or anything (neither).
struct Choices {
  Words words;
  bool is_path = false;
};

Choices choices_of(std::string_view placeholder, const std::vector<Vocabulary>& vocabularies) {
  Choices choices;
  choices.is_path = placeholder == "FILE" || placeholder == "DIR" || placeholder == "PATH";
  for (const Vocabulary& vocabulary : vocabularies) {
    if (placeholder == vocabulary.placeholder) choices.words = vocabulary.words;
    // FORMAT=FILE: the shell completes the first half.
    if (placeholder.substr(0, placeholder.find('=')) == vocabulary.placeholder && choices.words.empty()) {
      for (const std::string& word : vocabulary.words) choices.words.push_back(word + "=");
    }
  }
  for (std::size_t from = 0; placeholder.find('|') != std::string_view::npos && from <= placeholder.size();) {
    const std::size_t bar = std::min(placeholder.find('|', from), placeholder.size());
    choices.words.emplace_back(placeholder.substr(from, bar - from));
    from = bar + 1;
  }
  return choices;
}

Words names_of(const std::vector<OptionUsage>& options) {
  Words names;
  for (const OptionUsage& option : options) names.insert(names.end(), option.names.begin(), option.names.end());
  return names;
}

Words names_of(const std::vector<CommandUsage>& commands) {
  Words names;
  for (const CommandUsage& command : commands) names.push_back(command.name);
  return names;
}

Choices choices_of(const std::vector<OptionUsage>& arguments, const std::vector<Vocabulary>& vocabularies) {
  return arguments.empty() ? Choices() : choices_of(arguments.front().value, vocabularies);
}

std::string bash_reply(const Choices& choices) {
  if (choices.is_path) return "compopt -o filenames; COMPREPLY=($(compgen -f -- \"$cur\"))";
  if (choices.words.empty()) return ":";
  const bool is_first_half = choices.words.front().back() == '=';
  return fmt::format("{}COMPREPLY=($(compgen -W '{}' -- \"$cur\"))", is_first_half ? "compopt -o nospace; " : "",
                     fmt::join(choices.words, " "));
}

std::string bash(const Usage& usage, const std::vector<Vocabulary>& vocabularies) {
  std::string values, commands;
  for (const CommandUsage& command : usage.commands) {
    for (const OptionUsage& option : command.options) {
      if (option.value.empty()) continue;
      for (const std::string& name : option.names)
        values += fmt::format("    {},{}) {}; return ;;\n", command.name, name,
                              bash_reply(choices_of(option.value, vocabularies)));
    }
    commands += fmt::format(
        "    {})\n      if [[ $cur == -* ]]; then COMPREPLY=($(compgen -W '{}' -- \"$cur\"))\n      else {}; fi ;;\n",
        command.name, fmt::join(names_of(command.options), " "),
        bash_reply(choices_of(command.arguments, vocabularies)));
  }
  return fmt::format(R"(_holdfast() {{
  local cur=${{COMP_WORDS[COMP_CWORD]}} prev=${{COMP_WORDS[COMP_CWORD - 1]}} command='' word
  COMPREPLY=()
  # Bash takes the equal sign of --option=value for a word.
  if [[ $cur == = ]]; then cur=''; elif [[ $prev == = ]]; then prev=${{COMP_WORDS[COMP_CWORD - 2]}}; fi
  for word in "${{COMP_WORDS[@]:1:COMP_CWORD-1}}"; do
    if [[ $word != -* ]]; then command=$word; break; fi
  done
  case $command,$prev in
{}  esac
  case $command in
    '') COMPREPLY=($(compgen -W '{} {}' -- "$cur")) ;;
{}  esac
}}
complete -F _holdfast holdfast
)",
                     values, fmt::join(names_of(usage.commands), " "), fmt::join(names_of(usage.options), " "),
                     commands);
}

/// Text within single quotes, with a backslash before each of `special`.
std::string quoted(std::string_view text, std::string_view special = "") {
  std::string result = "'";
  for (const char c : text) {
    if (special.find(c) != std::string_view::npos) result += '\\';
    result += c == '\'' ? "'\\''" : std::string(1, c);
  }
  return result + "'";
}

std::string zsh_action(const Choices& choices) {
  if (choices.is_path) return "_files";
  return choices.words.empty() ? " " : fmt::format("({})", fmt::join(choices.words, " "));
}

std::string zsh_option(const OptionUsage& option, const std::vector<Vocabulary>& vocabularies) {
  std::string text;
  for (const std::string& name : option.names) {
    std::string spec = (option.may_repeat ? "*" : "") + name + "[" + option.summary + "]";
    std::replace(spec.begin(), spec.end(), ':', ';');
    text += " \\\n        " + quoted(spec);
    if (!option.value.empty())
      text += quoted(":" + option.value + ":" + zsh_action(choices_of(option.value, vocabularies)));
  }
  return text;
}

std::string zsh(const Usage& usage, const std::vector<Vocabulary>& vocabularies) {
  std::string described, commands;
  for (const CommandUsage& command : usage.commands) {
    described += "    " + quoted(command.name) + ":" + quoted(command.summary, ":") + "\n";
    commands += fmt::format("    {})\n      _arguments", command.name);
    for (const OptionUsage& option : command.options) commands += zsh_option(option, vocabularies);
    for (const OptionUsage& argument : command.arguments)
      commands += " \\\n        " + quoted((argument.may_repeat ? "*:" : ":") + argument.names.front() + ":" +
                                           zsh_action(choices_of(argument.value, vocabularies)));
    commands += " ;;\n";
  }
  return fmt::format(R"(#compdef holdfast
_holdfast() {{
  local -a commands=(
{}  )
  if (( CURRENT == 2 )); then
    _describe command commands
    compadd -- {}
    return
  fi
  shift words
  (( CURRENT-- ))
  case $words[1] in
{}  esac
}}
if [[ $funcstack[1] == _holdfast ]]; then _holdfast "$@"; else compdef _holdfast holdfast; fi
)",
                     described, fmt::join(names_of(usage.options), " "), commands);
}

std::string fish_values(const Choices& choices) {
  if (choices.is_path) return " -r -F";
  return choices.words.empty() ? " -x"
                               : fmt::format(" -x -a {}", quoted(fmt::format("{}", fmt::join(choices.words, " "))));
}

std::string fish_option(const OptionUsage& option, const std::vector<Vocabulary>& vocabularies) {
  std::string text;
  for (const std::string& name : option.names)
    text += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
  if (!option.value.empty()) text += fish_values(choices_of(option.value, vocabularies));
  return text + " -d " + quoted(option.summary, "\\") + "\n";
}

std::string fish(const Usage& usage, const std::vector<Vocabulary>& vocabularies) {
  std::string script = "complete -c holdfast -f\n";
  for (const OptionUsage& option : usage.options)
    script += "complete -c holdfast -n __fish_use_subcommand" + fish_option(option, vocabularies);
  for (const CommandUsage& command : usage.commands) {
    script += fmt::format("complete -c holdfast -n __fish_use_subcommand -a {} -d {}\n", command.name,
                          quoted(command.summary, "\\"));
    const std::string seen = fmt::format("complete -c holdfast -n '__fish_seen_subcommand_from {}'", command.name);
    for (const OptionUsage& option : command.options) script += seen + fish_option(option, vocabularies);
    const Choices argument = choices_of(command.arguments, vocabularies);
    if (argument.is_path) script += seen + " -F\n";
    if (!argument.words.empty())
      script += seen + " -a " + quoted(fmt::format("{}", fmt::join(argument.words, " "))) + "\n";
  }
  return script;
}

}  // namespace

std::string completions(std::string_view shell, const Usage& usage, const std::vector<Vocabulary>& vocabularies) {
  if (shell == "bash") return bash(usage, vocabularies);
  return shell == "zsh" ? zsh(usage, vocabularies) : fish(usage, vocabularies);
}

}  // namespace holdfast

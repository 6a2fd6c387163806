#include "syntax/yaml_error.h"

#include "syntax/document.h"
#include "syntax/document_diagnostics.h"

#include <algorithm>
#include <array>
#include <string>

namespace holdfast {
namespace {

/// What a complaint of the parser means for the author, by how it begins.
struct Complaint {
  std::string_view message;
  const DiagnosticKind* kind;
};
constexpr std::array kComplaints = {
    Complaint{"illegal tab", &kYamlTab},
    Complaint{"illegal EOF in scalar", &kYamlUnclosedQuote},
    Complaint{"illegal document indicator in scalar", &kYamlUnclosedQuote},
    Complaint{"end of sequence flow not found", &kYamlMissingComma},
    Complaint{"end of map flow not found", &kYamlMissingComma},
    Complaint{"illegal flow end", &kYamlUnopenedBracket},
    Complaint{"the referenced anchor is not defined", &kYamlUnknownAnchor},
    Complaint{"end of map not found", &kYamlUnexpectedText},
    Complaint{"end of sequence not found", &kYamlUnexpectedText},
    Complaint{"illegal map", &kYamlUnexpectedKey},
    Complaint{"illegal block entry", &kYamlUnexpectedItem},
    Complaint{"unknown token", &kYamlUnexpectedCharacter},
    Complaint{"unknown escape character", &kYamlBadEscape},
    Complaint{"bad character found while scanning hex number", &kYamlBadEscape},
    Complaint{"invalid unicode", &kYamlBadEscape},
    Complaint{"cannot assign multiple tags", &kYamlTwoTags},
    Complaint{"cannot assign multiple", &kYamlBadProperty},
    Complaint{"aliases can't have any content", &kYamlBadProperty},
    Complaint{"alias not found", &kYamlUnexpectedCharacter},
    Complaint{"anchor not found", &kYamlUnexpectedCharacter},
    Complaint{"illegal character found while scanning", &kYamlBadProperty},
    Complaint{"end of verbatim tag", &kYamlBadProperty},
    Complaint{"tag handle with no suffix", &kYamlBadProperty},
    Complaint{"bad file", &kYamlTooDeep},
};

const DiagnosticKind* kind_of(std::string_view message) {
  const auto found = std::find_if(kComplaints.begin(), kComplaints.end(),
                                  [&](const Complaint& complaint) { return message.starts_with(complaint.message); });
  return found == kComplaints.end() ? &kYamlSyntax : found->kind;
}

class Reporter {
 public:
  Reporter(const YamlError& error, FileId file, const YamlSource& source, Diagnostics& diagnostics)
      : error_(error), file_(file), source_(source), diagnostics_(diagnostics) {}

  void report() {
    const DiagnosticKind* kind = kind_of(error_.message);
    if (const std::optional<uint32_t> tab = indenting_tab()) {
      add(kYamlTab, *tab, *tab + 1);
    } else if (kind == &kYamlUnclosedQuote) {
      report_quote();
    } else if (kind == &kYamlMissingComma) {
      report_bracket();
    } else if (kind == &kYamlUnknownAnchor) {
      const uint32_t end = source_.property_end(error_.at);
      add(*kind, error_.at, end, {source_.slice(std::min(error_.at + 1, end), end)});
    } else if (kind == &kYamlUnexpectedCharacter && is_blank(source_.at(error_.at)) && error_.at > 0) {
      add(*kind, error_.at - 1, error_.at, {source_.slice(error_.at - 1, error_.at)});
    } else if (kind == &kYamlUnopenedBracket || kind == &kYamlUnexpectedCharacter) {
      add(*kind, error_.at, error_.at + 1, {source_.slice(error_.at, std::min(error_.at + 1, source_.size()))});
    } else if (kind == &kYamlBadEscape) {
      const std::size_t backslash = source_.slice(0, error_.at).rfind('\\');
      const uint32_t at = backslash == std::string_view::npos ? error_.at : static_cast<uint32_t>(backslash);
      add(*kind, at, at + 2);
    } else if (kind == &kYamlTooDeep) {
      add(*kind, error_.at, error_.at + 1, {std::to_string(kDocumentDepthMax)});
    } else {
      const uint32_t begin = word_begin();
      label_quoted(add(*kind, begin, word_end(begin)));
    }
  }

 private:
  Diagnostic& add(const DiagnosticKind& kind, uint32_t begin, uint32_t end,
                  std::initializer_list<std::string_view> arguments = {}) {
    return diagnostics_.report(kind, span(begin, end), arguments);
  }
  Span span(uint32_t begin, uint32_t end) const {
    return {file_, std::min(begin, source_.size()), std::min(std::max(begin, end), source_.size())};
  }

  /// The first tab that indents the line where the parser gave up.
  std::optional<uint32_t> indenting_tab() const {
    if (error_.bracket) return std::nullopt;
    const uint32_t line = source_.line_begin(error_.at);
    const std::size_t tab = source_.slice(line, source_.indentation_end(line)).find('\t');
    if (tab == std::string_view::npos) return std::nullopt;
    return line + static_cast<uint32_t>(tab);
  }

  void report_quote() {
    uint32_t quote = source_.unclosed_quote(error_.read_end);
    if (quote == source_.size()) quote = source_.skip_separators(error_.read_end, ":-?,[{");
    add(kYamlUnclosedQuote, quote, quote + 1);
  }

  void report_bracket() {
    const uint32_t bracket = error_.bracket.value_or(source_.skip_separators(error_.read_end, ":-?,"));
    const uint32_t begin = word_begin();
    if (source_.flow_end(bracket) == bracket) {
      add(kYamlUnclosedBracket, bracket, bracket + 1, {source_.slice(bracket, std::min(bracket + 1, source_.size()))})
          .labels.push_back({span(begin, word_end(begin)), "this cannot continue it"});
    } else {
      add(kYamlMissingComma, begin, word_end(begin), {source_.at(bracket) == '[' ? "]" : "}"})
          .labels.push_back({span(bracket, bracket + 1), "opened here"});
    }
  }

  /// A text that a forgotten quote made too long ends where the next quote was meant to open.
  void label_quoted(Diagnostic& diagnostic) const {
    const Span& quoted = error_.last_quoted;
    if (quoted.exists() && source_.line_begin(quoted.begin) != source_.line_begin(quoted.end) &&
        source_.line_begin(quoted.end) == source_.line_begin(error_.at)) {
      diagnostic.labels.push_back({span(quoted.begin, quoted.begin + 1), "this quoted text begins here"});
    }
  }

  /// The parser complains at the colon; the author looks at the key before it.
  uint32_t word_begin() const {
    uint32_t begin = std::min(error_.at, source_.size());
    if (source_.at(begin) != ':') return begin;
    while (begin > 0 && is_word(source_.at(begin - 1))) --begin;
    return begin;
  }
  uint32_t word_end(uint32_t begin) const {
    uint32_t end = begin;
    while (is_word(source_.at(end))) ++end;
    return std::max(end, begin + 1);
  }
  static bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
  static bool is_word(char c) { return std::string_view(" \t\r\n,[]{}:").find(c) == std::string_view::npos; }

  const YamlError& error_;
  FileId file_;
  const YamlSource& source_;
  Diagnostics& diagnostics_;
};

}  // namespace

void report_yaml_error(const YamlError& error, FileId file, const YamlSource& source, Diagnostics& diagnostics) {
  Reporter(error, file, source, diagnostics).report();
}

}  // namespace holdfast

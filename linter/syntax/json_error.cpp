#include "syntax/json_error.h"

#include "syntax/document_diagnostics.h"

#include <algorithm>

namespace holdfast {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";

class Reporter {
 public:
  Reporter(const JsonError& error, FileId file, std::string_view source, Diagnostics& diagnostics)
      : error_(error), file_(file), source_(source), diagnostics_(diagnostics) {}

  void report() {
    std::string_view expected = expected_next();
    uint32_t at = skip_blanks(error_.read_end);
    const bool is_value_behind = expected_separator() != '\0' && char_at(at) == expected_separator();
    const uint32_t separator = at;
    if (is_value_behind) {
      at = skip_blanks(at + 1);
      expected = error_.place == JsonPlace::object ? "a key in double quotes" : "a value";
    }
    if (at == source_.size()) {
      report_end(expected);
    } else if (error_.place == JsonPlace::end) {
      add(char_at(at) == '/' ? kJsonComment : kJsonTrailingText, at, line_end(at));
    } else if (source_.substr(at).starts_with("//") || source_.substr(at).starts_with("/*")) {
      add(kJsonComment, at, line_end(at));
    } else if (is_value_behind && char_at(separator) == ',' && (char_at(at) == '}' || char_at(at) == ']')) {
      add(kJsonTrailingComma, separator, separator + 1, {source_.substr(at, 1)});
    } else {
      report_token(at, expected, is_value_behind || expected_separator() == '\0');
    }
  }

 private:
  Diagnostic& add(const DiagnosticKind& kind, uint32_t begin, uint32_t end,
                  std::initializer_list<std::string_view> arguments = {}) {
    const auto size = static_cast<uint32_t>(source_.size());
    return diagnostics_.report(kind, {file_, std::min(begin, size), std::min(end, size)}, arguments);
  }

  /// What has to stand between the last token and the next key, value or item.
  char expected_separator() const {
    if (error_.place == JsonPlace::member) return ':';
    const bool is_inside = error_.place == JsonPlace::object || error_.place == JsonPlace::array;
    return is_inside && !error_.is_first ? ',' : '\0';
  }
  std::string_view expected_next() const {
    switch (error_.place) {
      case JsonPlace::start: return "a value";
      case JsonPlace::member: return "`:`";
      case JsonPlace::object: return error_.is_first ? "a key in double quotes or `}`" : "`,` or `}`";
      case JsonPlace::array: return error_.is_first ? "a value or `]`" : "`,` or `]`";
      case JsonPlace::end: break;
    }
    return "the end";
  }

  void report_end(std::string_view expected) {
    const auto size = static_cast<uint32_t>(source_.size());
    if (!error_.opened_at) {
      add(kJsonEmpty, size, size);
      return;
    }
    const uint32_t at = std::max(error_.read_end, 1U);
    add(kJsonUnfinished, at - 1, at, {expected})
        .labels.push_back({{file_, *error_.opened_at, *error_.opened_at + 1}, "opened here"});
  }

  void report_token(uint32_t at, std::string_view expected, bool may_be_value) {
    const char first = char_at(at);
    const bool expects_key = error_.place == JsonPlace::object;
    const uint32_t end = first == '"' ? text_end(at) : word_end(at);
    const std::string_view word = source_.substr(at, end - at);
    if (may_be_value && first == '"') {
      report_text(at);
    } else if (may_be_value && error_.is_number_range) {
      add(kJsonNumberRange, at, end, {word});
    } else if (may_be_value && !expects_key &&
               std::string_view("-+.0123456789").find(first) != std::string_view::npos) {
      add(kJsonBadNumber, at, end, {word});
    } else if (may_be_value && !expects_key && end > at) {
      add(kJsonBadWord, at, end, {word});
    } else {
      add(kJsonExpected, at, std::max(end, at + 1), {expected});
    }
  }

  /// A text that begins well and does not end well.
  void report_text(uint32_t begin) {
    const uint32_t at = std::max(error_.stopped_at, begin + 2) - 1;
    const uint32_t line = line_end(begin);
    const std::string_view text = source_.substr(begin, at + 1 - begin);
    const std::size_t backslash = text.rfind('\\');
    if (at >= line) {
      add(kJsonUnclosedQuote, begin, begin + 1);
    } else if (static_cast<unsigned char>(char_at(at)) < 0x20) {
      add(kJsonControlCharacter, at, at + 1, {char_at(at) == '\t' ? "tab" : "line end"});
    } else if (backslash != std::string_view::npos) {
      const uint32_t escape = begin + static_cast<uint32_t>(backslash);
      add(kJsonBadEscape, escape, at + 1);
    } else {
      add(kJsonUnclosedQuote, begin, begin + 1);
    }
  }

  char char_at(uint32_t at) const { return at < source_.size() ? source_[at] : '\0'; }
  uint32_t skip_blanks(uint32_t at) const { return found(source_.find_first_not_of(kBlanks, at)); }
  uint32_t word_end(uint32_t at) const { return found(source_.find_first_of(" \t\r\n,:[]{}\"", at)); }
  uint32_t text_end(uint32_t quote) const { return std::min(found(source_.find('"', quote + 1)) + 1, line_end(quote)); }
  uint32_t line_end(uint32_t at) const { return found(source_.find_first_of("\r\n", at)); }
  uint32_t found(std::size_t at) const { return static_cast<uint32_t>(std::min(at, source_.size())); }

  const JsonError& error_;
  FileId file_;
  std::string_view source_;
  Diagnostics& diagnostics_;
};

bool is_hex(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

/// Whether `\uD8xx` (a first half) or `\uDCxx` (a second) stands at an offset.
bool is_half(std::string_view text, std::size_t at, bool is_second) {
  if (text.size() < at + 6 || text[at] != '\\' || text[at + 1] != 'u') return false;
  if ((text[at + 2] != 'd' && text[at + 2] != 'D') || !is_hex(text[at + 4]) || !is_hex(text[at + 5])) return false;
  return std::string_view(is_second ? "cdefCDEF" : "89abAB").find(text[at + 3]) != std::string_view::npos;
}

}  // namespace

void report_json_error(const JsonError& error, FileId file, std::string_view source, Diagnostics& diagnostics) {
  Reporter(error, file, source, diagnostics).report();
}

std::string without_lone_surrogates(std::string_view source) {
  std::string replaced;
  std::size_t at = source.find('\\');
  while (at != std::string_view::npos) {
    std::size_t length = 2;
    if (is_half(source, at, false) && is_half(source, at + 6, true)) {
      length = 12;
    } else if (is_half(source, at, false) || is_half(source, at, true)) {
      if (replaced.empty()) replaced = source;
      replaced.replace(at, 6, "\\uFFFD");
      length = 6;
    }
    at = source.find('\\', at + length);
  }
  return replaced;
}

}  // namespace holdfast

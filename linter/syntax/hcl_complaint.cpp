#include "syntax/hcl_complaint.h"

#include "syntax/hcl_diagnostics.h"
#include "syntax/hcl_scan.h"

#include <algorithm>
#include <vector>

namespace holdfast::hcl {
namespace {

// What the last token was, as far as the next one cares.
enum class Last : uint8_t { opener, comma, operation, name, operand };

struct Level {
  char opener;  // a bracket, `$` or `%` for a part of a template, `"` or `E` for text, 0 outside
  bool is_for = false;
  bool is_index = false;
  bool has_value = false;  // of an entry of an object, or of all that `for` makes
  uint32_t entry = 0;      // where the entry begins
  int questions = 0;
};

struct Directive {
  uint32_t begin;
  std::string_view keyword;
  std::size_t level;
};

struct Refusal {
  const DiagnosticKind* kind;
  uint32_t at;
};

/// Follows the tokens of a value without building anything; brackets and quotes match already.
class Follower {
 public:
  Follower(std::string_view text, uint32_t begin, uint32_t end)
      : text_(text.substr(0, end)), at_(begin), last_(Last::operation), levels_({{'\0'}}) {}
  explicit Follower(std::string_view bare_template)
      : text_(bare_template), at_(0), last_(Last::operand), levels_({{'"'}}) {}

  /// The refusal has no kind when everything seems fine.
  Refusal first_refusal() {
    while (at_ < text_.size() && refusal_.kind == nullptr) {
      const char opener = levels_.back().opener;
      if (opener == '"' || opener == 'E')
        in_text();
      else
        in_code();
    }
    if (refusal_.kind == nullptr && !directives_.empty()) refuse(directives_.back().begin, kUnclosedDirective);
    const bool is_incomplete = wants_operand() || levels_.back().questions > 0;
    if (refusal_.kind == nullptr && is_incomplete) refuse(static_cast<uint32_t>(text_.size()), kIncompleteValue);
    return refusal_;
  }

 private:
  char peek(uint32_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }
  bool wants_operand() const { return last_ == Last::opener || last_ == Last::comma || last_ == Last::operation; }
  void refuse(uint32_t at, const DiagnosticKind& kind = kUnexpected) { refusal_ = {&kind, at}; }
  void take(uint32_t size, Last last) {
    at_ += size;
    last_ = last;
  }
  void open(char opener, uint32_t size) {
    levels_.push_back({opener});
    take(size, Last::opener);
  }

  void in_text() {
    const bool is_heredoc = levels_.back().opener == 'E';
    const char c = text_[at_];
    if (c == '$' || c == '%') {
      part_begin_ = at_;
      return open(c, peek(2) == '~' ? 3 : 2);
    }
    if (c != (is_heredoc ? 'E' : '"')) {
      ++at_;
      return;
    }
    if (!directives_.empty() && directives_.back().level == levels_.size()) {
      return refuse(directives_.back().begin, kUnclosedDirective);
    }
    levels_.pop_back();
    take(1, Last::operand);
  }

  void in_code() {
    const char c = text_[at_];
    Level& level = levels_.back();
    if (c == '\n' && level.opener == '{' && !level.is_for && !wants_operand()) {
      if (!level.has_value) return refuse(level.entry, kNoValue);
      level.has_value = false;
      return take(1, Last::comma);
    }
    if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
      ++at_;
      return;
    }
    if (last_ == Last::opener || last_ == Last::comma) level.entry = at_;
    if (is_identifier_start(c)) return word();
    if (c == '}' || c == ']' || c == ')' || (c == '~' && peek(1) == '}')) return close();
    if (wants_operand()) return operand(c);
    after_operand(c);
  }

  void operand(char c) {
    if (c == '"') return open('"', 1);
    if (c == '<' && peek(1) == '<') {
      return open('E', line_end(text_, at_) - at_);
    }
    if (c == '(' || c == '[' || c == '{') return open(c, 1);
    if (c == '-' || (c == '!' && peek(1) != '=')) return take(1, Last::operation);
    if (c < '0' || c > '9') return refuse(at_);
    while (peek() >= '0' && peek() <= '9') ++at_;
    last_ = Last::operand;
  }

  void after_operand(char c) {
    Level& level = levels_.back();
    const bool is_object = level.opener == '{' && !level.is_for;
    const std::string_view pair = text_.substr(at_, 2);
    if (c == '(' && last_ == Last::name) return open('(', 1);
    if (c == '[' && text_.substr(at_, 3) == "[*]") return take(3, Last::operand);
    if (c == '[') {
      open('[', 1);
      levels_.back().is_index = true;
      return;
    }
    if (text_.substr(at_, 3) == "...") return ellipsis();
    if (c == '.') return member();
    if (c == ',' && (level.opener == '(' || level.opener == '[' || level.opener == '{')) {
      if (is_object && !level.has_value) return refuse(level.entry, kNoValue);
      level.has_value = false;
      return take(1, Last::comma);
    }
    if (pair == "=>" && level.opener == '{' && level.is_for) {
      level.has_value = true;
      return take(2, Last::operation);
    }
    if (pair == "==" || pair == "!=" || pair == "<=" || pair == ">=" || pair == "&&" || pair == "||") {
      return take(2, Last::operation);
    }
    if (std::string_view("+-*/%<>").find(c) != std::string_view::npos) return take(1, Last::operation);
    if (c == '?') {
      ++level.questions;
      return take(1, Last::operation);
    }
    if (c == ':' && (level.questions > 0 || level.is_for)) {
      if (level.questions > 0) --level.questions;
      return take(1, Last::operation);
    }
    if ((c == ':' || c == '=') && is_object && !level.has_value) {
      level.has_value = true;
      return take(1, Last::operation);
    }
    refuse(at_);
  }

  void ellipsis() {
    const uint32_t next = skip_blanks(text_, at_ + 3, true);
    const char opener = levels_.back().opener;
    const bool is_last =
        next < text_.size() && (text_[next] == ')' || text_[next] == '}' || text_.substr(next, 2) == "if");
    if (!is_last || (opener != '(' && !(opener == '{' && levels_.back().is_for))) return refuse(at_);
    take(3, Last::operand);
  }

  void member() {
    ++at_;
    at_ = skip_blanks(text_, at_, true);
    if (peek() == '*') return take(1, Last::operand);
    const uint32_t begin = at_;
    at_ = identifier_end(text_, at_);
    while (at_ < text_.size() && is_digit(text_[at_])) ++at_;
    if (at_ == begin) return refuse(at_, at_ < text_.size() ? kUnexpected : kIncompleteValue);
    last_ = Last::operand;
  }

  void close() {
    Level& level = levels_.back();
    const bool is_empty = last_ == Last::opener && !level.is_index;
    const bool is_empty_or_ends_with_comma = is_empty || (last_ == Last::comma && level.opener != '$');
    const bool lacks_value = level.opener == '{' && !level.has_value && !wants_operand();
    if ((wants_operand() && !is_empty_or_ends_with_comma) || lacks_value || level.questions > 0) return refuse(at_);
    levels_.pop_back();
    take(text_[at_] == '~' ? 2 : 1, Last::operand);
  }

  void word() {
    const uint32_t begin = at_;
    at_ = identifier_end(text_, at_);
    while (text_.substr(at_, 2) == "::") at_ = identifier_end(text_, at_ + 2);
    const std::string_view word = text_.substr(begin, at_ - begin);
    Level& level = levels_.back();
    const bool is_first = last_ == Last::opener;
    if (level.opener == '%' && is_first) return directive(word, begin);
    if (word == "for" && is_first && (level.opener == '[' || level.opener == '{')) return for_names();
    if (wants_operand()) {
      last_ = Last::name;
      return;
    }
    const bool is_condition = word == "if" && level.is_for;
    if (!is_condition) return refuse(begin);
    last_ = Last::operation;
  }

  void directive(std::string_view keyword, uint32_t begin) {
    const bool is_open = !directives_.empty() && directives_.back().level + 1 == levels_.size();
    const std::string_view open_keyword = is_open ? directives_.back().keyword : std::string_view();
    last_ = Last::operand;
    if (keyword == "if" || keyword == "for") {
      directives_.push_back({part_begin_, keyword, levels_.size() - 1});
      last_ = Last::operation;
      if (keyword == "for") for_names();
    } else if (keyword == "else") {
      if (open_keyword != "if") return refuse(begin);
      directives_.back().keyword = "else";
    } else if (keyword == "endif" || keyword == "endfor") {
      const bool fits = keyword == "endfor" ? open_keyword == "for" : open_keyword == "if" || open_keyword == "else";
      if (!fits) return refuse(begin);
      directives_.pop_back();
    } else {
      refuse(begin);
    }
  }

  void for_names() {
    levels_.back().is_for = true;
    for (int names = 0; names < 2; ++names) {
      at_ = skip_blanks(text_, at_, true);
      const uint32_t end = identifier_end(text_, at_);
      if (end == at_) return refuse(at_);
      at_ = skip_blanks(text_, end, true);
      if (peek() != ',') break;
      ++at_;
    }
    const uint32_t end = identifier_end(text_, at_);
    if (text_.substr(at_, end - at_) != "in") return refuse(at_);
    at_ = end;
    last_ = Last::operation;
  }

  std::string_view text_;
  uint32_t at_;
  uint32_t part_begin_ = 0;
  Last last_;
  std::vector<Level> levels_;
  std::vector<Directive> directives_;
  Refusal refusal_{nullptr, 0};
};

void add(Refusal refusal, std::string_view source, uint32_t refused_at, Report& report) {
  if (refusal.kind == nullptr) refusal = {&kUnreadableValue, refused_at};
  const std::string_view rest = source.substr(std::min<std::size_t>(refusal.at, source.size()));
  const auto size = std::min(std::max<uint32_t>(identifier_end(rest, 0), 1), static_cast<uint32_t>(rest.size()));
  report.add(*refusal.kind, refusal.at, refusal.at + size, rest.substr(0, size));
}

}  // namespace

void explain_refused_value(std::string_view source, std::string_view skeleton, uint32_t begin, uint32_t end,
                           uint32_t refused_at, Report& report) {
  add(Follower(skeleton, begin, end).first_refusal(), source, std::clamp(refused_at, begin, std::max(begin, end)),
      report);
}

void explain_refused_template(std::string_view source, std::string_view skeleton, uint32_t refused_at, Report& report) {
  add(Follower(skeleton).first_refusal(), source, std::min(refused_at, static_cast<uint32_t>(source.size())), report);
}

}  // namespace holdfast::hcl

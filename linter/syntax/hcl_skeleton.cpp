#include "syntax/hcl_skeleton.h"

#include "syntax/hcl_construct.h"
#include "syntax/hcl_diagnostics.h"
#include "syntax/hcl_scan.h"
#include "text/unicode.h"

#include <algorithm>

namespace holdfast::hcl {
namespace {

class Skeleton {
 public:
  Skeleton(std::string_view source, Report& report)
      : source_(source),
        report_(report),
        text_(source),
        size_(static_cast<uint32_t>(source.size())),
        open_(source, text_, report) {}

  std::string of_code() {
    start_line();
    while (true) {
      while (at_ < size_) step();
      if (open_.is_empty()) break;
      const std::optional<uint32_t> next = open_.resume();
      if (!next) break;
      at_ = *next;
      start_line();
    }
    text_ += '\n';
    return std::move(text_);
  }

  std::string of_template() {
    open_.push(Open::heredoc, 0, 0);
    while (at_ < size_) step();
    open_.finish_template();
    text_ += '\n';
    return std::move(text_);
  }

 private:
  void step() {
    if (!open_.is_in_text()) return code();
    if (open_.innermost().kind == Open::quote) return quoted_text();
    heredoc_text();
  }

  char source_at(uint32_t at) const { return at < size_ ? source_[at] : '\n'; }
  std::string_view source_between(uint32_t begin, uint32_t end) const { return source_.substr(begin, end - begin); }

  void take(uint32_t size) {
    at_ += size;
    last_token_end_ = at_;
  }

  void push(Open kind) { open_.push(kind, at_, line_begin_); }

  // Code

  void code() {
    const char c = source_[at_];
    switch (c) {
      case ' ':
      case '\t': ++at_; return;
      case '\n':
        ++at_;
        start_line();
        return;
      case '\r':
        if (source_at(at_ + 1) != '\n') return refuse("a bare carriage return", 1);
        ++at_;
        return;
      case '#': return line_comment();
      case '/':
        if (source_at(at_ + 1) == '/') return line_comment();
        if (source_at(at_ + 1) == '*') return block_comment();
        return take(1);
      case '"': push(Open::quote); return take(1);
      case '<':
        if (source_at(at_ + 1) == '<') return heredoc_start();
        return take(1);
      case '{': push(brace_kind()); return take(1);
      case '(': push(Open::parenthesis); return take(1);
      case '[':
        if (splat_in_brackets()) return;
        push(Open::bracket);
        return take(1);
      case '}':
      case ']':
      case ')': return close(c);
      case '.': return dot();
      case ';': return refuse("`;`", 1);
      case '\'': return refuse("`'`, text is quoted with `\"`,", 1);
      case '`': return refuse("a backtick", 1);
      default: break;
    }
    if (is_digit(c)) return number();
    if (is_identifier_start(c)) return identifier();
    if (static_cast<unsigned char>(c) < ' ' || c == '\x7F') return refuse("a control character", 1);
    take(1);
  }

  void refuse(std::string_view what, uint32_t size) {
    report_.add(kBadCharacter, at_, at_ + size, what);
    blank(text_, at_, at_ + size);
    at_ += size;
  }

  void line_comment() {
    uint32_t end = line_end(source_, at_);
    blank(text_, at_, end);
    at_ = end;
  }

  void block_comment() {
    const std::size_t close = source_.find("*/", at_ + 2);
    if (close != std::string_view::npos) {
      blank(text_, at_, static_cast<uint32_t>(close) + 2);
      at_ = static_cast<uint32_t>(close) + 2;
      return;
    }
    report_.add(kUnclosedComment, at_, at_ + 2);
    const uint32_t end = next_item_at_margin(source_, at_);
    blank_but_line_ends(text_, at_, end);
    at_ = end;
    if (at_ < size_) start_line();
  }

  void identifier() {
    const uint32_t begin = at_;
    while (at_ < size_ && is_identifier_part(source_[at_])) {
      const Character character = character_at(source_, at_);
      if (character.size == 0) return bad_utf8();
      if (character.code >= 0x80 && is_space(character.code))
        return refuse("this kind of blank", static_cast<uint32_t>(character.size));
      at_ += static_cast<uint32_t>(character.size);
      if (source_at(at_) == ':' && source_at(at_ + 1) == ':' && is_identifier_start(source_at(at_ + 2))) at_ += 2;
    }
    last_word_ = source_between(begin, at_);
    last_token_end_ = at_;
  }

  void bad_utf8() {
    report_.add(kBadUtf8, at_, at_ + 1);
    blank(text_, at_, at_ + 1);
    ++at_;
  }

  void dot() {
    const bool follows_operand = last_token_end_ > 0 && ends_operand();
    if (is_digit(source_at(at_ + 1)) && !follows_operand) return number();
    if (const uint32_t star = skip_blanks(source_, at_ + 1); star > at_ + 1 && source_at(star) == '*') {
      blank(text_, at_, star);
      text_[star - 1] = '.';
      at_ = star;
    }
    take(1);
  }

  bool splat_in_brackets() {
    const uint32_t star = skip_blanks(source_, at_ + 1);
    if (source_at(star) != '*') return false;
    const uint32_t end = skip_blanks(source_, star + 1);
    if (source_at(end) != ']') return false;
    blank(text_, at_, end);
    text_.replace(end - 2, 3, "[*]");
    at_ = end;
    take(1);
    return true;
  }

  void number() {
    const uint32_t begin = at_;
    bool is_good = source_[begin] != '.';
    const bool is_legacy_index = is_good && begin > 0 && text_[begin - 1] == '.';
    int dots = 0;
    while (at_ < size_) {
      const char c = source_[at_];
      const char next = source_at(at_ + 1);
      if (is_digit(c))
        ++at_;
      else if (c == '.' && is_digit(next) && !is_legacy_index)
        ++dots, ++at_;
      else if (is_exponent(at_) && !is_legacy_index)
        at_ += 2;
      else
        break;
    }
    const bool ends_with_dot = source_at(at_) == '.' && !is_legacy_index && source_at(at_ + 1) != '.' &&
                               source_at(at_ + 1) != '*' && !is_identifier_start(source_at(at_ + 1));
    if (ends_with_dot || is_identifier_start(source_at(at_))) {
      is_good = false;
      while (is_identifier_part(source_at(at_)) || source_at(at_) == '.') ++at_;
    }
    std::fill(text_.begin() + begin, text_.begin() + at_, '1');
    last_token_end_ = at_;

    if (is_legacy_index && source_at(at_) == '.' && is_digit(source_at(at_ + 1))) {
      uint32_t end = at_ + 1;
      while (is_digit(source_at(end))) ++end;
      report_.add(kChainedLegacyIndex, begin, end, source_between(begin, end));
    } else if (!is_good || dots > 1) {
      uint32_t end = at_;
      while (is_identifier_part(source_at(end)) || source_at(end) == '.' || source_at(end) == '/') ++end;
      report_.add(kBadNumber, begin, end, source_between(begin, end));
    }
  }

  bool is_exponent(uint32_t at) const {
    if (source_[at] != 'e' && source_[at] != 'E') return false;
    const char next = source_at(at + 1);
    return is_digit(next) || ((next == '+' || next == '-') && is_digit(source_at(at + 2)));
  }

  // Brackets

  bool ends_operand() const {
    const char c = text_[last_token_end_ - 1];
    return is_identifier_part(c) || c == ')' || c == ']' || c == '}' || c == '"' || c == '*';
  }

  Open brace_kind() const {
    const uint32_t first = skip_blanks(source_, at_ + 1, true);
    if (source_between(first, identifier_end(source_, first)) == "for") return Open::object_for;
    if (last_token_end_ == 0) return Open::object;
    const char before = text_[last_token_end_ - 1];
    if (before == '"') return Open::block;
    if (!is_identifier_part(before)) return Open::object;
    return last_word_ == "in" || last_word_ == "if" ? Open::object : Open::block;
  }

  void close(char closer) {
    if (open_.close(closer, at_, line_begin_)) return take(1);
    report_.add(kStrayBracket, at_, at_ + 1, std::string_view(&closer, 1));
    blank(text_, at_, at_ + 1);
    ++at_;
  }

  void start_line() {
    line_begin_ = at_;
    open_.start_line(at_);
    if (!open_.is_empty() && open_.innermost().kind == Open::object) part_object_entries(skip_blanks(source_, at_));
  }

  // The grammar reads `a = b` and `(c) = d` in the next line as a call of b.
  void part_object_entries(uint32_t first) {
    const char c = source_at(first);
    if (c != '(' && c != '[' && c != '-') return;
    if (last_token_end_ <= open_.innermost().begin + 1 || !ends_operand()) return;
    // The line end after the marker of a heredoc is needed.
    const bool has_room = first - last_token_end_ > (last_token_end_ == heredoc_end_ ? 1 : 0);
    if (has_room) text_[first - 1] = ',';
  }

  // Text

  void quoted_text() {
    const uint32_t begin = at_;
    while (at_ < size_) {
      const char c = source_[at_];
      if (c == '"') {
        blank(text_, begin, at_);
        open_.pop();
        return take(1);
      }
      if (c == '\\') {
        at_ += source_at(at_ + 1) == '\n' ? 1 : 2;
      } else if (c == '$' || c == '%') {
        if (template_part(begin)) return;
      } else if (c == '\n') {
        if (!open_.quote_goes_on(at_)) return close_quote(begin);
        report_.add(kMultilineString, open_.innermost().begin, at_);
        line_begin_ = ++at_;
      } else {
        literal_character();
      }
    }
    at_ = size_;
    close_quote(begin);
  }

  void literal_character() {
    const Character character = character_at(source_, at_);
    if (character.size == 0) report_.add(kBadUtf8, at_, at_ + 1);
    at_ += static_cast<uint32_t>(std::max<std::size_t>(character.size, 1));
  }

  // At a run of `$` or `%`. Only a single one before `{` starts a part; a doubled one is an escape.
  bool template_part(uint32_t literal_begin) {
    const char mark = source_[at_];
    uint32_t end = at_;
    while (source_at(end) == mark) ++end;
    const bool has_brace = source_at(end) == '{';
    if (end - at_ > 1 || !has_brace) {
      at_ = has_brace ? end + 1 : end;
      return false;
    }
    blank_but_line_ends(text_, literal_begin, at_);
    if (open_.innermost().kind == Open::heredoc) open_.innermost().is_at_line_start = false;
    push(Open::interpolation);
    at_ += 2;
    take(source_at(at_) == '~' ? 1 : 0);
    return true;
  }

  void close_quote(uint32_t literal_begin) {
    open_.close_quote(literal_begin, at_);
    last_token_end_ = at_;
  }

  void heredoc_start() {
    const uint32_t begin = at_;
    uint32_t at = begin + 2;
    if (source_at(at) == '-') ++at;
    const uint32_t bare = at;
    at = skip_blanks(source_, at);
    const bool is_quoted = source_at(at) == '"';
    if (is_quoted) ++at;
    const uint32_t marker = at;
    at = identifier_end(source_, at);
    const std::string_view name = source_between(marker, at);
    if (is_quoted && source_at(at) == '"') ++at;
    const uint32_t end = skip_blanks(source_, at);
    const bool ends_line = source_at(end) == '\n' || (source_at(end) == '\r' && source_at(end + 1) == '\n');
    if (name.empty() || !ends_line || line_end(source_, end) == size_) {
      report_.add(kHeredocStart, begin, std::max(at, begin + 2));
      return take(2);
    }
    if (bare != marker || end != at) report_.add(kHeredocStart, begin, end);
    blank(text_, bare, end);
    text_[bare] = 'E';
    push(Open::heredoc);
    open_.innermost().marker = name;
    open_.innermost().is_at_line_start = true;
    at_ = line_end(source_, end) + 1;
    line_begin_ = at_;
    last_token_end_ = at_;
  }

  void heredoc_text() {
    const uint32_t begin = at_;
    while (at_ < size_) {
      Construct& heredoc = open_.innermost();
      if (heredoc.is_at_line_start && ends_heredoc(heredoc)) {
        blank_but_line_ends(text_, begin, at_);
        return end_heredoc(heredoc);
      }
      heredoc.is_at_line_start = false;
      while (at_ < size_) {
        const char c = source_[at_];
        if (c == '\n') {
          line_begin_ = ++at_;
          heredoc.is_at_line_start = !heredoc.marker.empty();
          break;
        }
        if (c == '$' || c == '%') {
          if (template_part(begin)) return;
        } else if (c == '\r' && source_at(at_ + 1) != '\n') {
          report_.add(kBadCharacter, at_, at_ + 1, "a bare carriage return");
          ++at_;
        } else {
          literal_character();
        }
      }
    }
    blank_but_line_ends(text_, begin, size_);
  }

  bool ends_heredoc(const Construct& heredoc) const {
    const std::string_view line = source_between(at_, line_end(source_, at_));
    return trim_right(trim_left(line)) == heredoc.marker;
  }

  void end_heredoc(const Construct& heredoc) {
    const uint32_t end = line_end(source_, at_);
    const auto marker = static_cast<uint32_t>(source_.find(heredoc.marker, at_));
    if (end == size_) report_.add(kHeredocEnd, marker, end, heredoc.marker);
    blank(text_, at_, end);
    text_[marker] = 'E';
    open_.pop();
    line_begin_ = at_;
    at_ = end;
    last_token_end_ = marker + 1;
    heredoc_end_ = last_token_end_;
  }

  std::string_view source_;
  Report& report_;
  std::string text_;
  uint32_t size_;
  uint32_t at_ = 0;
  uint32_t line_begin_ = 0;
  uint32_t last_token_end_ = 0;
  uint32_t heredoc_end_ = 0;
  std::string_view last_word_;
  Constructs open_;
};

}  // namespace

std::string skeleton_of_code(std::string_view source, Report& report) { return Skeleton(source, report).of_code(); }
std::string skeleton_of_template(std::string_view source, Report& report) {
  return Skeleton(source, report).of_template();
}

}  // namespace holdfast::hcl

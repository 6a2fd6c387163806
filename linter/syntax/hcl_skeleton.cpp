#include "syntax/hcl_skeleton.h"

#include "syntax/hcl_diagnostics.h"
#include "syntax/hcl_scan.h"
#include "text/unicode.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace holdfast::hcl {
namespace {

// After so many constructs that run to the end of the file, looking for where to go on would take too long.
constexpr int kResumptionsMax = 32;
// Lines that a quoted text may run over before it counts as not closed.
constexpr int kMultilineStringMax = 64;

enum class Open : uint8_t { block, object, object_for, bracket, parenthesis, interpolation, quote, heredoc };

struct Construct {
  Open kind;
  uint32_t begin;
  uint32_t line_begin;
  uint32_t indentation;
  std::string_view marker = {};   // heredoc
  bool is_at_line_start = false;  // heredoc: only there a marker ends it
};

bool is_text(Open kind) { return kind >= Open::quote; }

char closer_of(Open kind) {
  switch (kind) {
    case Open::bracket: return ']';
    case Open::parenthesis: return ')';
    case Open::quote: return '"';
    default: return '}';
  }
}

class Skeleton {
 public:
  Skeleton(std::string_view source, Report& report)
      : source_(source), report_(report), text_(source), size_(static_cast<uint32_t>(source.size())) {}

  std::string of_code() {
    start_line();
    while (true) {
      while (at_ < size_) step();
      if (open_.empty() || !resume_after_unclosed()) break;
    }
    text_ += '\n';
    return std::move(text_);
  }

  std::string of_template() {
    open_.push_back({Open::heredoc, 0, 0, 0});
    while (at_ < size_) step();
    if (open_.size() > 1) {
      report_unclosed(open_[1]);
      while (open_.size() > 1) close_at_end();
    }
    text_ += '\n';
    return std::move(text_);
  }

 private:
  // Where reading can go on when something before is never closed.
  struct Resumption {
    uint32_t at;
    std::vector<Construct> open;
    std::optional<Construct> suspect;
  };

  void step() {
    if (open_.empty() || !is_text(open_.back().kind)) return code();
    if (open_.back().kind == Open::quote) return quoted_text();
    heredoc_text();
  }

  char source_at(uint32_t at) const { return at < size_ ? source_[at] : '\n'; }
  uint32_t line_end(uint32_t at) const {
    return static_cast<uint32_t>(std::min<std::size_t>(source_.find('\n', at), size_));
  }
  uint32_t line_begin(uint32_t at) const {
    return at == 0 ? 0 : static_cast<uint32_t>(source_.rfind('\n', at - 1) + 1);
  }
  std::string_view source_between(uint32_t begin, uint32_t end) const { return source_.substr(begin, end - begin); }

  void blank(uint32_t begin, uint32_t end) {
    std::fill(text_.begin() + begin, text_.begin() + std::min(end, size_), ' ');
  }
  void blank_but_line_ends(uint32_t begin, uint32_t end) {
    for (uint32_t at = begin; at < end; ++at) {
      if (text_[at] != '\n') text_[at] = ' ';
    }
  }
  void take(uint32_t size) {
    at_ += size;
    last_token_end_ = at_;
  }

  void push(Open kind, uint32_t begin) {
    open_.push_back({kind, begin, line_begin_, skip_blanks(source_, line_begin_) - line_begin_});
  }

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
      case '"': push(Open::quote, at_); return take(1);
      case '<':
        if (source_at(at_ + 1) == '<') return heredoc_start();
        return take(1);
      case '{': push(brace_kind(), at_); return take(1);
      case '(': push(Open::parenthesis, at_); return take(1);
      case '[':
        if (splat_in_brackets()) return;
        push(Open::bracket, at_);
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
    blank(at_, at_ + size);
    at_ += size;
  }

  void line_comment() {
    uint32_t end = line_end(at_);
    blank(at_, end);
    at_ = end;
  }

  void block_comment() {
    const std::size_t close = source_.find("*/", at_ + 2);
    if (close != std::string_view::npos) {
      blank(at_, static_cast<uint32_t>(close) + 2);
      at_ = static_cast<uint32_t>(close) + 2;
      return;
    }
    report_.add(kUnclosedComment, at_, at_ + 2);
    const uint32_t end = next_item_at_margin(at_);
    blank_but_line_ends(at_, end);
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
    blank(at_, at_ + 1);
    ++at_;
  }

  void dot() {
    const bool follows_operand = last_token_end_ > 0 && ends_operand();
    if (is_digit(source_at(at_ + 1)) && !follows_operand) return number();
    if (const uint32_t star = skip_blanks(source_, at_ + 1); star > at_ + 1 && source_at(star) == '*') {
      blank(at_, star);
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
    blank(at_, end);
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
    // Only within the innermost template: a bracket does not reach out of the text around it.
    std::size_t opener = open_.size();
    while (opener > 0 && !is_text(open_[opener - 1].kind) && closer_of(open_[opener - 1].kind) != closer) --opener;
    if (opener == 0 || is_text(open_[opener - 1].kind)) {
      report_.add(kStrayBracket, at_, at_ + 1, std::string_view(&closer, 1));
      blank(at_, at_ + 1);
      ++at_;
      return;
    }
    if (opener < open_.size()) {
      report_unclosed(open_.back());
      close_before(at_, opener);
    }
    // A closer to the left of the line that opened it was meant for something further out.
    const Construct& closed = open_.back();
    const bool is_first_in_line = skip_blanks(source_, line_begin_) == at_;
    if (is_first_in_line && at_ - line_begin_ < closed.indentation && !suspect_) suspect_ = closed;
    open_.pop_back();
    take(1);
  }

  void report_unclosed(const Construct& construct) {
    const uint32_t begin = construct.begin;
    switch (construct.kind) {
      case Open::block: {
        const uint32_t header = construct.line_begin + construct.indentation;
        uint32_t end = begin;
        while (end > header && is_blank(source_[end - 1])) --end;
        return report_.add(kUnclosedBlock, header, end, source_between(header, end));
      }
      case Open::interpolation:
        return report_.add(kUnclosedTemplate, begin, begin + 2, source_between(begin, begin + 2));
      case Open::quote: return report_.add(kUnclosedString, begin, begin + 1);
      case Open::heredoc: return report_.add(kUnclosedHeredoc, begin, line_end(begin), construct.marker);
      default: return report_.add(kUnclosedBracket, begin, begin + 1, source_between(begin, begin + 1));
    }
  }

  // Writes the closers of open_[first..] over the blanks before an offset. Where they have no room, the innermost
  // construct is blanked instead.
  void close_before(uint32_t end, std::size_t first) {
    while (open_.size() > first && !write_closers(end, first)) {
      const bool is_whole_text = open_.back().kind == Open::interpolation;
      blank_but_line_ends(open_[open_.size() - (is_whole_text ? 2 : 1)].begin, end);
      open_.resize(open_.size() - (is_whole_text ? 2 : 1));
    }
  }

  bool write_closers(uint32_t end, std::size_t first) {
    std::string closers;
    for (std::size_t i = open_.size(); i > first; --i) {
      if (open_[i - 1].kind == Open::heredoc) return false;
      closers += closer_of(open_[i - 1].kind);
    }
    uint32_t room = end;
    while (room > open_.back().begin + 1 && is_white(text_[room - 1])) --room;
    if (end - room < closers.size()) return false;
    // What was open ends in a line of its own, and so does what follows, if there is room for it.
    const std::size_t line_end = text_.find('\n', room);
    if (line_end < end) {
      if (line_end + 1 + closers.size() < end) room = static_cast<uint32_t>(line_end) + 1;
      if (end - room > closers.size()) text_[end - 1] = '\n';
    }
    text_.replace(room, closers.size(), closers);
    open_.resize(first);
    return true;
  }

  void close_at_end() {
    const Open kind = open_.back().kind;
    if (kind == Open::heredoc)
      text_ += "\nE\n";
    else
      text_ += closer_of(kind);
    open_.pop_back();
  }

  // The end of the source came while something is open.
  bool resume_after_unclosed() {
    if (open_.back().kind == Open::heredoc) {
      const Construct heredoc = open_.back();
      const uint32_t next = next_item_at_margin(heredoc.begin);
      if (next < size_) {
        resumption_ = Resumption{next, open_, heredoc};
        suspect_ = heredoc;
      }
    }
    if (!resumption_) {
      report_unclosed(suspect_.value_or(open_.back()));
      while (!open_.empty()) close_at_end();
      return false;
    }
    const Resumption to = std::move(*resumption_);
    report_.forget_from(to.at);
    report_unclosed(to.suspect.value_or(to.open.back()));
    open_ = to.open;
    text_.resize(to.at);
    text_.append(source_.substr(to.at));
    close_before(to.at, 0);
    at_ = to.at;
    if (++resumptions_ > kResumptionsMax) {
      report_.add(kTooManyUnclosed, at_, at_ + 1);
      blank(at_, size_);
      at_ = size_;
    }
    start_line();
    return true;
  }

  // First line after this one that starts at its very beginning with an argument or the header of a block.
  uint32_t next_item_at_margin(uint32_t at) const {
    for (uint32_t line = line_end(at) + 1; line < size_; line = line_end(line) + 1) {
      if (starts_argument(source_, line) || is_block_header(source_, line)) return line;
    }
    return size_;
  }

  void start_line() {
    line_begin_ = at_;
    if (open_.empty()) {
      resumption_.reset();
      suspect_.reset();
      return;
    }
    const uint32_t first = skip_blanks(source_, at_);
    if (first == size_ || source_[first] == '\n' || source_[first] == '\r') return;
    close_what_cannot_go_on(first);
    if (open_.empty()) return start_line();
    part_object_entries(first);
    const bool is_at_margin = first == at_;
    if (is_at_margin && !resumption_ && (starts_argument(source_, at_) || is_block_header(source_, at_))) {
      resumption_ = Resumption{at_, open_, suspect_};
    }
  }

  // An argument never stands directly in brackets, parentheses or an interpolation, and a block never in an object:
  // what is open here lacks its closer.
  void close_what_cannot_go_on(uint32_t first) {
    const bool is_argument = starts_argument(source_, first);
    const bool is_header = !is_argument && is_block_header(source_, first);
    if (!is_argument && !is_header) return;
    std::size_t keep = open_.size();
    while (keep > 0) {
      const Open kind = open_[keep - 1].kind;
      const bool can_go_on = kind == Open::block || kind == Open::heredoc || kind == Open::object_for ||
                             (kind == Open::object && is_argument);
      if (can_go_on) break;
      --keep;
    }
    if (keep == open_.size()) return;
    if (keep > 0 && open_[keep - 1].kind == Open::heredoc) return;
    const bool is_part_of_text = open_[keep].kind == Open::quote && keep + 1 < open_.size();
    report_unclosed(open_[is_part_of_text ? keep + 1 : keep]);
    close_before(first, keep);
  }

  // The grammar reads `a = b` and `(c) = d` in the next line as a call of b.
  void part_object_entries(uint32_t first) {
    const char c = source_[first];
    if (open_.back().kind != Open::object || (c != '(' && c != '[' && c != '-')) return;
    if (last_token_end_ <= open_.back().begin + 1 || !ends_operand()) return;
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
        blank(begin, at_);
        open_.pop_back();
        return take(1);
      }
      if (c == '\\') {
        at_ += source_at(at_ + 1) == '\n' ? 1 : 2;
      } else if (c == '$' || c == '%') {
        if (template_part(begin)) return;
      } else if (c == '\n') {
        if (!goes_on_in_next_lines()) return unclosed_string(begin);
        report_.add(kMultilineString, open_.back().begin, at_);
        line_begin_ = ++at_;
      } else {
        literal_character();
      }
    }
    at_ = size_;
    unclosed_string(begin);
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
    blank_but_line_ends(literal_begin, at_);
    if (open_.back().kind == Open::heredoc) open_.back().is_at_line_start = false;
    push(Open::interpolation, at_);
    at_ += 2;
    take(source_at(at_) == '~' ? 1 : 0);
    return true;
  }

  // Does the closing quote come in one of the next lines? Not when it could as well open another text.
  bool goes_on_in_next_lines() const {
    uint32_t line = at_ + 1;
    for (int lines = 0; line < size_ && lines < kMultilineStringMax; ++lines) {
      const uint32_t first = skip_blanks(source_, line);
      if (starts_argument(source_, first) || is_block_header(source_, first)) return false;
      const uint32_t end = line_end(line);
      const std::size_t quote = source_.find('"', line);
      if (quote < end) {
        const char next = source_at(skip_blanks(source_, static_cast<uint32_t>(quote) + 1));
        return next == '\n' || next == '\r' || next == ',' || next == ')' || next == ']' || next == '}';
      }
      line = end + 1;
    }
    return false;
  }

  // Closes the text at the end of its line, and with it what was opened in the same line and would be closed by the
  // characters that the text swallowed.
  void unclosed_string(uint32_t literal_begin) {
    const uint32_t line = line_begin(open_.back().begin);
    std::size_t blamed = open_.size() - 1;
    while (blamed > 0 && open_[blamed - 1].kind == Open::interpolation && open_[blamed - 1].begin >= line) {
      blamed -= 1;
      if (blamed > 0 && open_[blamed - 1].kind == Open::quote && open_[blamed - 1].begin >= line)
        blamed -= 1;
      else
        break;
    }
    const bool is_nested = blamed + 1 < open_.size();
    if (is_nested)
      report_unclosed(open_[blamed].kind == Open::quote ? open_[blamed + 1] : open_[blamed]);
    else
      report_unclosed(open_.back());

    const uint32_t begin = open_[blamed].begin;
    std::string_view swallowed = source_between(literal_begin, at_);
    std::string closers;
    open_.resize(blamed);
    while (!open_.empty() && open_.back().begin >= line && !is_text(open_.back().kind)) {
      const std::size_t closer = swallowed.find(closer_of(open_.back().kind));
      if (closer == std::string_view::npos) break;
      closers += closer_of(open_.back().kind);
      swallowed.remove_prefix(closer + 1);
      open_.pop_back();
    }
    blank(begin, at_);
    const auto length = static_cast<uint32_t>(at_ - begin - closers.size());
    if (length < 2)
      text_[begin] = '1';
    else
      text_[begin] = text_[begin + length - 1] = '"';
    text_.replace(at_ - closers.size(), closers.size(), closers);
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
    if (name.empty() || !ends_line || line_end(end) == size_) {
      report_.add(kHeredocStart, begin, std::max(at, begin + 2));
      return take(2);
    }
    if (bare != marker || end != at) report_.add(kHeredocStart, begin, end);
    blank(bare, end);
    text_[bare] = 'E';
    push(Open::heredoc, begin);
    open_.back().marker = name;
    open_.back().is_at_line_start = true;
    at_ = line_end(end) + 1;
    line_begin_ = at_;
    last_token_end_ = at_;
  }

  void heredoc_text() {
    const uint32_t begin = at_;
    while (at_ < size_) {
      Construct& heredoc = open_.back();
      if (heredoc.is_at_line_start && ends_heredoc(heredoc)) {
        blank_but_line_ends(begin, at_);
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
    blank_but_line_ends(begin, size_);
  }

  bool ends_heredoc(const Construct& heredoc) const {
    const std::string_view line = source_between(at_, line_end(at_));
    return trim_right(trim_left(line)) == heredoc.marker;
  }

  void end_heredoc(const Construct& heredoc) {
    const uint32_t end = line_end(at_);
    const auto marker = static_cast<uint32_t>(source_.find(heredoc.marker, at_));
    if (end == size_) report_.add(kHeredocEnd, marker, end, heredoc.marker);
    blank(at_, end);
    text_[marker] = 'E';
    open_.pop_back();
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
  std::vector<Construct> open_;
  std::optional<Resumption> resumption_;
  std::optional<Construct> suspect_;
  int resumptions_ = 0;
};

}  // namespace

std::string skeleton_of_code(std::string_view source, Report& report) { return Skeleton(source, report).of_code(); }
std::string skeleton_of_template(std::string_view source, Report& report) {
  return Skeleton(source, report).of_template();
}

}  // namespace holdfast::hcl

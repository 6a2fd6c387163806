#include "syntax/hcl_construct.h"

#include "syntax/hcl_diagnostics.h"
#include "syntax/hcl_scan.h"

#include <algorithm>

namespace holdfast::hcl {
namespace {

// After so many constructs that run to the end of the file, looking for where to go on would take too long.
constexpr int kResumptionsMax = 32;
// Lines that a quoted text may run over before it counts as not closed.
constexpr int kMultilineStringMax = 64;

char closer_of(Open kind) {
  switch (kind) {
    case Open::bracket: return ']';
    case Open::parenthesis: return ')';
    case Open::quote: return '"';
    default: return '}';
  }
}

}  // namespace

bool is_text(Open kind) { return kind >= Open::quote; }

void blank(std::string& skeleton, uint32_t begin, uint32_t end) {
  std::fill(skeleton.begin() + begin, skeleton.begin() + std::min<std::size_t>(end, skeleton.size()), ' ');
}

void blank_but_line_ends(std::string& skeleton, uint32_t begin, uint32_t end) {
  for (uint32_t at = begin; at < end; ++at) {
    if (skeleton[at] != '\n') skeleton[at] = ' ';
  }
}

void Constructs::push(Open kind, uint32_t begin, uint32_t line_begin) {
  open_.push_back({kind, begin, line_begin, skip_blanks(source_, line_begin) - line_begin});
}

bool Constructs::close(char closer, uint32_t at, uint32_t line_begin) {
  // Only within the innermost template: a bracket does not reach out of the text around it.
  std::size_t opener = open_.size();
  while (opener > 0 && !is_text(open_[opener - 1].kind) && closer_of(open_[opener - 1].kind) != closer) --opener;
  if (opener == 0 || is_text(open_[opener - 1].kind)) return false;
  if (opener < open_.size()) {
    report_unclosed(open_.back());
    close_before(at, opener);
  }
  // A closer to the left of the line that opened it was meant for something further out.
  const Construct& closed = open_.back();
  const bool is_first_in_line = skip_blanks(source_, line_begin) == at;
  if (is_first_in_line && at - line_begin < closed.indentation && !suspect_) suspect_ = closed;
  open_.pop_back();
  return true;
}

void Constructs::start_line(uint32_t at) {
  const uint32_t first = skip_blanks(source_, at);
  const bool is_blank_line = first == source_.size() || source_[first] == '\n' || source_[first] == '\r';
  if (!open_.empty() && !is_blank_line) close_what_cannot_go_on(first);
  if (open_.empty()) {
    resumption_.reset();
    suspect_.reset();
  } else if (first == at && !resumption_ && is_item(source_, at)) {
    resumption_ = Resumption{at, open_, suspect_};
  }
}

// An argument never stands directly in brackets, parentheses or an interpolation, and a block never in an object: what
// is open here lacks its closer.
void Constructs::close_what_cannot_go_on(uint32_t first) {
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

// Not when the next quote could as well open another text.
bool Constructs::quote_goes_on(uint32_t end) const {
  for (int lines = 0; end < source_.size() && lines < kMultilineStringMax; ++lines) {
    const uint32_t line = end + 1;
    if (is_item(source_, skip_blanks(source_, line))) return false;
    end = line_end(source_, line);
    const std::size_t quote = source_.find('"', line);
    if (quote < end) {
      const uint32_t next = skip_blanks(source_, static_cast<uint32_t>(quote) + 1);
      return next == source_.size() || std::string_view("\n\r,)]}").find(source_[next]) != std::string_view::npos;
    }
  }
  return false;
}

void Constructs::close_quote(uint32_t literal_begin, uint32_t end) {
  const uint32_t line = line_begin(source_, open_.back().begin);
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
  std::string_view swallowed = source_.substr(literal_begin, end - literal_begin);
  std::string closers;
  open_.resize(blamed);
  while (!open_.empty() && open_.back().begin >= line && !is_text(open_.back().kind)) {
    const std::size_t closer = swallowed.find(closer_of(open_.back().kind));
    if (closer == std::string_view::npos) break;
    closers += closer_of(open_.back().kind);
    swallowed.remove_prefix(closer + 1);
    open_.pop_back();
  }
  blank(skeleton_, begin, end);
  const auto length = static_cast<uint32_t>(end - begin - closers.size());
  if (length < 2)
    skeleton_[begin] = '1';
  else
    skeleton_[begin] = skeleton_[begin + length - 1] = '"';
  skeleton_.replace(end - closers.size(), closers.size(), closers);
}

std::optional<uint32_t> Constructs::resume() {
  if (open_.back().kind == Open::heredoc) {
    const Construct heredoc = open_.back();
    const uint32_t next = next_item_at_margin(source_, heredoc.begin);
    if (next < source_.size()) {
      resumption_ = Resumption{next, open_, heredoc};
      suspect_ = heredoc;
    }
  }
  if (!resumption_) {
    report_unclosed(suspect_.value_or(open_.back()));
    while (!open_.empty()) close_behind_source();
    return std::nullopt;
  }
  const Resumption to = std::move(*resumption_);
  report_.forget_from(to.at);
  report_unclosed(to.suspect.value_or(to.open.back()));
  open_ = to.open;
  skeleton_.resize(to.at);
  skeleton_.append(source_.substr(to.at));
  close_before(to.at, 0);
  if (++resumptions_ <= kResumptionsMax) return to.at;
  const auto size = static_cast<uint32_t>(source_.size());
  report_.add(kTooManyUnclosed, to.at, to.at + 1);
  blank(skeleton_, to.at, size);
  return size;
}

void Constructs::finish_template() {
  if (open_.size() > 1) report_unclosed(open_[1]);
  while (open_.size() > 1) close_behind_source();
}

void Constructs::report_unclosed(const Construct& construct) {
  const uint32_t begin = construct.begin;
  const auto between = [&](uint32_t from, uint32_t to) { return source_.substr(from, to - from); };
  switch (construct.kind) {
    case Open::block: {
      const uint32_t header = construct.line_begin + construct.indentation;
      uint32_t end = begin;
      while (end > header && is_blank(source_[end - 1])) --end;
      return report_.add(kUnclosedBlock, header, end, between(header, end));
    }
    case Open::interpolation: return report_.add(kUnclosedTemplate, begin, begin + 2, between(begin, begin + 2));
    case Open::quote: return report_.add(kUnclosedString, begin, begin + 1);
    case Open::heredoc: return report_.add(kUnclosedHeredoc, begin, line_end(source_, begin), construct.marker);
    default: return report_.add(kUnclosedBracket, begin, begin + 1, between(begin, begin + 1));
  }
}

// Writes the closers of open_[first..] over the blanks before an offset. Where they have no room, the innermost
// construct is blanked instead.
void Constructs::close_before(uint32_t end, std::size_t first) {
  while (open_.size() > first && !write_closers(end, first)) {
    const bool is_whole_text = open_.back().kind == Open::interpolation;
    blank_but_line_ends(skeleton_, open_[open_.size() - (is_whole_text ? 2 : 1)].begin, end);
    open_.resize(open_.size() - (is_whole_text ? 2 : 1));
  }
}

bool Constructs::write_closers(uint32_t end, std::size_t first) {
  std::string closers;
  for (std::size_t i = open_.size(); i > first; --i) {
    if (open_[i - 1].kind == Open::heredoc) return false;
    closers += closer_of(open_[i - 1].kind);
  }
  uint32_t room = end;
  while (room > open_.back().begin + 1 && is_white(skeleton_[room - 1])) --room;
  if (end - room < closers.size()) return false;
  // What was open ends in a line of its own, and so does what follows, if there is room for it.
  const std::size_t line_end = skeleton_.find('\n', room);
  if (line_end < end) {
    if (line_end + 1 + closers.size() < end) room = static_cast<uint32_t>(line_end) + 1;
    if (end - room > closers.size()) skeleton_[end - 1] = '\n';
  }
  skeleton_.replace(room, closers.size(), closers);
  open_.resize(first);
  return true;
}

void Constructs::close_behind_source() {
  const Open kind = open_.back().kind;
  if (kind == Open::heredoc)
    skeleton_ += "\nE\n";
  else
    skeleton_ += closer_of(kind);
  open_.pop_back();
}

}  // namespace holdfast::hcl

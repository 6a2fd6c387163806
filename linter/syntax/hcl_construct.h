#pragma once

#include "syntax/hcl_report.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace holdfast::hcl {

/// What a bracket, a quote or the start of a heredoc opens.
enum class Open : uint8_t { block, object, object_for, bracket, parenthesis, interpolation, quote, heredoc };

/// Is what stands in it text?
bool is_text(Open kind);

struct Construct {
  Open kind;
  uint32_t begin;
  uint32_t line_begin;
  uint32_t indentation;
  std::string_view marker = {};   // heredoc
  bool is_at_line_start = false;  // heredoc: only there a marker ends it
};

/// Blanks a part of a skeleton.
void blank(std::string& skeleton, uint32_t begin, uint32_t end);
void blank_but_line_ends(std::string& skeleton, uint32_t begin, uint32_t end);

/// What is open where a source is being read, innermost last. Closes in the skeleton what its author did not close,
/// where he most likely meant to: reports it, and lets what follows be read.
class Constructs {
 public:
  Constructs(std::string_view source, std::string& skeleton, Report& report)
      : source_(source), skeleton_(skeleton), report_(report) {}

  bool is_empty() const { return open_.empty(); }
  const Construct& innermost() const { return open_.back(); }
  Construct& innermost() { return open_.back(); }
  /// Are quotes, heredocs, or the source as a template, what is read now?
  bool is_in_text() const { return !open_.empty() && is_text(open_.back().kind); }

  void push(Open kind, uint32_t begin, uint32_t line_begin);
  void pop() { open_.pop_back(); }
  /// A closing bracket of code. False when it closes nothing.
  bool close(char closer, uint32_t at, uint32_t line_begin);
  /// A line of code begins: what cannot go on in it is closed before it.
  void start_line(uint32_t at);
  /// May a line end stand in the quoted text that is open, since the quote comes in a later line?
  bool quote_goes_on(uint32_t line_end) const;
  /// Closes the quoted text that is open at the end of its line, and with it what was opened in the same line and would
  /// be closed by the characters that the text swallowed.
  void close_quote(uint32_t literal_begin, uint32_t line_end);
  /// At the end of the source, while something is open: where to read on, now that it is closed. None when all is
  /// closed behind the source.
  std::optional<uint32_t> resume();
  /// The same in a template, which is itself open: closes what is open in it.
  void finish_template();

 private:
  // Where reading can go on when something before is never closed.
  struct Resumption {
    uint32_t at;
    std::vector<Construct> open;
    std::optional<Construct> suspect;
  };

  void report_unclosed(const Construct& construct);
  void close_before(uint32_t end, std::size_t first);
  bool write_closers(uint32_t end, std::size_t first);
  void close_behind_source();
  void close_what_cannot_go_on(uint32_t first);

  std::string_view source_;
  std::string& skeleton_;
  Report& report_;
  std::vector<Construct> open_;
  std::optional<Resumption> resumption_;
  std::optional<Construct> suspect_;  // has a closer that was meant for something further out
  int resumptions_ = 0;
};

}  // namespace holdfast::hcl

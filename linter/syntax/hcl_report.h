#pragma once

#include "text/diagnostic.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace holdfast::hcl {

/// What is wrong with one source, in its own offsets. Of several complaints about a line only the first is kept: it is
/// the cause of the others.
class Report {
 public:
  explicit Report(std::string_view source) : source_(source) {}

  void add(const DiagnosticKind& kind, uint32_t begin, uint32_t end, std::string_view argument = {});
  /// With a second place: where the name was first set, which block is meant.
  void add(const DiagnosticKind& kind, uint32_t begin, uint32_t end, std::string_view argument, uint32_t label_begin,
           uint32_t label_end, std::string_view label);

  bool is_empty() const { return complaints_.empty(); }
  bool has_any_within(uint32_t begin, uint32_t end) const;
  /// Forgets what was said about a part that is going to be read again.
  void forget_from(uint32_t begin);
  /// In the order of the text; `offset` moves everything into a larger file.
  void hand_over(Diagnostics& diagnostics, FileId file, uint32_t offset);

 private:
  struct Complaint {
    const DiagnosticKind* kind;
    uint32_t begin;
    uint32_t end;
    uint32_t line_begin;
    uint32_t line_end;
    std::string argument;
    uint32_t label_begin = 0;
    uint32_t label_end = 0;
    std::string_view label;
  };
  std::string_view source_;
  std::vector<Complaint> complaints_;
};

}  // namespace holdfast::hcl

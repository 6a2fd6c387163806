#pragma once

#include "report/report.h"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace holdfast {

/// How faults stand to what was known before.
struct Comparison {
  std::size_t added = 0, unchanged = 0, absent = 0;
};

struct Summary {
  std::array<std::size_t, 5> faults{};  // open ones, by severity
  std::size_t faulty_files = 0;
  std::size_t passed = 0;
  std::size_t undecided = 0;
  std::size_t not_applicable = 0;
  std::size_t suppressed = 0;
  std::optional<Comparison> comparison;  // nothing where nobody said what was known before
  std::size_t unread_files = 0;          // that an error is about

  std::size_t of(Severity severity) const { return faults[static_cast<std::size_t>(severity)]; }
  std::size_t fault_count() const;
};

Summary summarize(const Report& report);

/// "2 critical, 1 low in 3 files; 4 undecided"
std::string summary_line(const Report& report, std::string_view undecided_hint = {});
/// What to say when files could not be read.
std::string unread_line(const Summary& summary);

/// "1 file", "2 files"
std::string counted(std::size_t count, std::string_view noun);

}  // namespace holdfast

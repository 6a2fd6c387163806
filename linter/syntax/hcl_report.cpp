#include "syntax/hcl_report.h"

#include "syntax/hcl_scan.h"

#include <algorithm>

namespace holdfast::hcl {
namespace {

// Nobody reads on after so many.
constexpr std::size_t kComplaintsMax = 100;

}  // namespace

void Report::add(const DiagnosticKind& kind, uint32_t begin, uint32_t end, std::string_view argument) {
  add(kind, begin, end, argument, 0, 0, {});
}

void Report::add(const DiagnosticKind& kind, uint32_t begin, uint32_t end, std::string_view argument,
                 uint32_t label_begin, uint32_t label_end, std::string_view label) {
  if (complaints_.size() >= kComplaintsMax) return;
  const auto size = static_cast<uint32_t>(source_.size());
  begin = std::min(begin, size);
  end = std::clamp(end, begin, size);
  const bool is_known = std::any_of(complaints_.begin(), complaints_.end(),
                                    [&](const Complaint& c) { return c.line_begin <= begin && begin <= c.line_end; });
  if (is_known) return;
  complaints_.push_back({&kind, begin, end, line_begin(source_, begin), line_end(source_, begin), std::string(argument),
                         label_begin, label_end, label});
}

bool Report::has_any_within(uint32_t begin, uint32_t end) const {
  return std::any_of(complaints_.begin(), complaints_.end(),
                     [&](const Complaint& c) { return c.begin < end && c.end >= begin; });
}

void Report::forget_from(uint32_t begin) {
  std::erase_if(complaints_, [&](const Complaint& c) { return c.begin >= begin; });
}

void Report::hand_over(Diagnostics& diagnostics, FileId file, uint32_t offset) {
  std::stable_sort(complaints_.begin(), complaints_.end(),
                   [](const Complaint& a, const Complaint& b) { return a.begin < b.begin; });
  for (const Complaint& c : complaints_) {
    const Span at{file, c.begin + offset, c.end + offset};
    const bool takes_argument = c.kind->message.find("{}") != std::string_view::npos;
    Diagnostic& diagnostic =
        takes_argument ? diagnostics.report(*c.kind, at, {c.argument}) : diagnostics.report(*c.kind, at);
    if (c.label.empty()) continue;
    diagnostic.labels.push_back({{file, c.label_begin + offset, c.label_end + offset}, std::string(c.label)});
  }
}

}  // namespace holdfast::hcl

#include "report/finding_marks.h"

#include <string>
#include <string_view>

namespace holdfast {

std::vector<Mark> marks_of(const Finding& finding) {
  std::vector<Mark> marks;
  const auto add = [&](Span at, std::string_view text) {
    if (at.exists() && (marks.empty() || at != finding.at)) marks.push_back({.at = at, .text = std::string(text)});
  };
  add(finding.at, {});
  for (const Evidence& evidence : finding.evidence) add(evidence.at, evidence.text);
  for (const Evidence& step : finding.flow) add(step.at, step.text);
  for (const Span call : finding.call_chain) add(call, "comes in through this call");
  return marks;
}

Ink ink_of(const Finding& finding) {
  if (finding.verdict == Verdict::undecided) return Ink::magenta;
  if (finding.severity >= Severity::high) return Ink::red;
  return finding.severity == Severity::medium ? Ink::yellow : Ink::blue;
}

Ink ink_of(Gravity gravity) {
  if (gravity == Gravity::error) return Ink::red;
  return gravity == Gravity::warning ? Ink::yellow : Ink::blue;
}

}  // namespace holdfast

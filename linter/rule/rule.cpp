#include "rule/finding.h"

#include <algorithm>
#include <array>

namespace holdfast {

namespace {

constexpr std::array<std::string_view, 5> kSeverities = {"info", "low", "medium", "high", "critical"};

}  // namespace

std::string_view to_string(Severity severity) { return kSeverities[static_cast<std::size_t>(severity)]; }

std::optional<Severity> parse_severity(std::string_view text) {
  const auto found = std::find(kSeverities.begin(), kSeverities.end(), text);
  if (found == kSeverities.end()) return std::nullopt;
  return static_cast<Severity>(found - kSeverities.begin());
}

std::string_view to_string(Verdict verdict) {
  switch (verdict) {
    case Verdict::pass: return "pass";
    case Verdict::fail: return "fail";
    case Verdict::undecided: return "undecided";
    case Verdict::not_applicable: return "not applicable";
  }
  return "";
}

const Control* Framework::find(std::string_view id) const {
  const auto found = std::find_if(controls.begin(), controls.end(), [&](const Control& control) { return control.id == id; });
  return found == controls.end() ? nullptr : &*found;
}

}  // namespace holdfast

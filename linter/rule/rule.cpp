#include "rule/rule.h"

#include <algorithm>

namespace holdfast {

std::string_view to_string(Severity severity) {
  switch (severity) {
    case Severity::info: return "info";
    case Severity::low: return "low";
    case Severity::medium: return "medium";
    case Severity::high: return "high";
    case Severity::critical: return "critical";
  }
  return {};
}

std::optional<Severity> parse_severity(std::string_view text) {
  for (const Severity severity :
       {Severity::info, Severity::low, Severity::medium, Severity::high, Severity::critical}) {
    if (text == to_string(severity)) return severity;
  }
  return std::nullopt;
}

std::string_view to_string(Basis basis) {
  switch (basis) {
    case Basis::convention: return "convention";
    case Basis::demand: return "demand";
    case Basis::service: return "service";
  }
  return {};
}

std::optional<Basis> parse_basis(std::string_view text) {
  for (const Basis basis : {Basis::convention, Basis::demand, Basis::service}) {
    if (text == to_string(basis)) return basis;
  }
  return std::nullopt;
}

const Control* Framework::find(std::string_view id) const {
  const auto found = std::ranges::find(controls, id, &Control::id);
  return found == controls.end() ? nullptr : &*found;
}

}  // namespace holdfast

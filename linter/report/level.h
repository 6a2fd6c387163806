#pragma once

#include "rule/rule.h"
#include "text/diagnostic.h"

#include <array>
#include <string_view>

namespace holdfast {

/// Most severe first, as reports list them.
inline constexpr std::array kSeverities = {Severity::critical, Severity::high, Severity::medium, Severity::low,
                                           Severity::info};

/// The three levels that other tools know: "error", "warning", "note".
constexpr std::string_view level(Severity severity) {
  if (severity >= Severity::high) return "error";
  return severity == Severity::medium ? "warning" : "note";
}

constexpr std::string_view level(Gravity gravity) {
  if (gravity == Gravity::error) return "error";
  return gravity == Gravity::warning ? "warning" : "note";
}

}  // namespace holdfast

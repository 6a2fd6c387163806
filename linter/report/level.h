#pragma once

#include "rule/rule.h"
#include "text/diagnostic.h"

#include <string_view>

namespace holdfast {

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

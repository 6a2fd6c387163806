#include "text/diagnostic.h"

#include "text/spelling.h"

#include <algorithm>
#include <cassert>

namespace holdfast {
namespace {

std::string fill_in(std::string_view message, std::initializer_list<std::string_view> arguments) {
  std::string filled;
  for (const std::string_view argument : arguments) {
    const std::size_t place = message.find("{}");
    assert(place != std::string_view::npos && "more arguments than places for them");
    filled.append(message.substr(0, place)).append(argument);
    message.remove_prefix(place + 2);
  }
  return filled.append(message);
}

}  // namespace

Diagnostic& Diagnostics::report(const DiagnosticKind& kind, Span at,
                                std::initializer_list<std::string_view> arguments) {
  return all_.emplace_back(
      Diagnostic{.kind = &kind, .at = at, .message = fill_in(kind.message, arguments), .labels = {}});
}

bool Diagnostics::has_errors() const {
  return std::any_of(all_.begin(), all_.end(), [](const Diagnostic& d) { return d.kind->gravity == Gravity::error; });
}

void Diagnostics::append(const Diagnostics& other) { all_.insert(all_.end(), other.all_.begin(), other.all_.end()); }

std::string_view nearest(std::string_view name, const std::vector<std::string_view>& candidates) {
  // One edit in three letters is a slip; more is another word.
  std::size_t allowed = std::max<std::size_t>(1, name.size() / 3);
  std::string_view best;
  for (const std::string_view candidate : candidates) {
    if (equal_but_for_case(name, candidate)) return candidate;
    const std::size_t shorter = std::min(name.size(), candidate.size());
    if (std::max(name.size(), candidate.size()) - shorter > allowed) continue;
    const std::size_t distance = edit_distance(name, candidate);
    if (distance > allowed || distance >= name.size() || (distance == allowed && !best.empty())) continue;
    best = candidate;
    allowed = distance;
  }
  return best;
}

}  // namespace holdfast

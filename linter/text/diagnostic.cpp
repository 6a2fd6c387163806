#include "text/diagnostic.h"

#include <algorithm>
#include <cassert>
#include <numeric>
#include <utility>

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

/// Edits that turn one name into the other: a letter added, left out, replaced, or swapped with its neighbour.
std::size_t edit_distance(std::string_view from, std::string_view to) {
  std::vector<std::size_t> before_last(to.size() + 1);
  std::vector<std::size_t> last(to.size() + 1);
  std::vector<std::size_t> current(to.size() + 1);
  std::iota(last.begin(), last.end(), std::size_t{0});
  for (std::size_t i = 1; i <= from.size(); ++i) {
    current[0] = i;
    for (std::size_t j = 1; j <= to.size(); ++j) {
      const std::size_t replace = last[j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
      current[j] = std::min({replace, last[j] + 1, current[j - 1] + 1});
      const bool is_swap = i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1];
      if (is_swap) current[j] = std::min(current[j], before_last[j - 2] + 1);
    }
    std::swap(before_last, last);
    std::swap(last, current);
  }
  return last.back();
}

char lower(char letter) { return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter; }

bool equal_but_for_case(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return lower(x) == lower(y); });
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

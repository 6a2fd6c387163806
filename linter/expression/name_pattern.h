#pragma once

#include "text/result.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace holdfast {

/// What one name of a path has to look like: `*`, `?`, `[a-z]`, `[^a]`, `{a,b}`, and `\` before a character that stands
/// for itself.
struct NamePattern {
  /// One place of a name, or a run of any characters.
  struct Piece {
    bool is_run = false;
    bool is_negated = false;
    std::vector<std::pair<char32_t, char32_t>> ranges = {};
  };
  using Pieces = std::vector<Piece>;

  std::string text;
  bool is_literal = false;
  std::vector<Pieces> alternatives = {};
};

Result<NamePattern> read_name_pattern(std::string text);
bool matches(const NamePattern& pattern, std::string_view name);

}  // namespace holdfast

#include "expression/name_pattern.h"

#include "expression/characters.h"

#include <algorithm>

namespace holdfast {

namespace {

constexpr std::size_t kAlternativesMax = 1000;

using Piece = NamePattern::Piece;
using Pieces = NamePattern::Pieces;

bool admits(const Piece& piece, char32_t character) {
  const bool is_listed = std::ranges::any_of(
      piece.ranges, [&](const auto& range) { return range.first <= character && character <= range.second; });
  return is_listed != piece.is_negated;
}

/// First of the characters that no backslash precedes; the size when there is none.
std::size_t find_bare(std::string_view text, std::string_view characters, std::size_t from = 0) {
  for (std::size_t at = from; at < text.size(); ++at) {
    if (text[at] == '\\')
      ++at;
    else if (characters.find(text[at]) != std::string_view::npos)
      return at;
  }
  return text.size();
}

/// Where `{` opens alternatives; in a class it is a character.
std::size_t find_brace(std::string_view text) {
  std::size_t at = find_bare(text, "{[");
  while (at < text.size() && text[at] == '[') at = find_bare(text, "{[", find_bare(text, "]", at + 1));
  return at;
}

Result<void> expand(const std::string& before, std::string_view rest, std::vector<std::string>& expanded) {
  const std::size_t open = find_brace(rest);
  if (open == rest.size()) {
    expanded.push_back(before + std::string(rest));
    if (expanded.size() > kAlternativesMax) return failure("the pattern has too many alternatives");
    return {};
  }
  const std::size_t close = find_bare(rest, "}", open);
  if (close == rest.size()) return failure("`{` is never closed in the pattern");
  const std::string start = before + std::string(rest.substr(0, open));
  for (std::size_t at = open + 1; at <= close;) {
    const std::size_t end = std::min(find_bare(rest, ",", at), close);
    const std::string option = std::string(rest.substr(at, end - at)).append(rest.substr(close + 1));
    if (auto done = expand(start, option, expanded); !done) return done;
    at = end + 1;
  }
  return {};
}

Result<Piece> read_class(std::string_view text) {
  Piece piece;
  if (text.starts_with('^')) {
    piece.is_negated = true;
    text.remove_prefix(1);
  }
  const auto take = [&]() -> char32_t {
    if (text.starts_with('\\')) text.remove_prefix(1);
    return text.empty() ? U'\0' : take_character(text);
  };
  if (text.empty()) return failure("a class of characters is empty in the pattern");
  while (!text.empty()) {
    if (text.starts_with('-')) return failure("a range of characters lacks its begin in the pattern");
    const char32_t low = take();
    char32_t high = low;
    if (text.starts_with('-')) {
      text.remove_prefix(1);
      if (text.empty() || text.starts_with('-')) return failure("a range of characters lacks its end in the pattern");
      high = take();
    }
    piece.ranges.emplace_back(low, high);
  }
  return piece;
}

Piece exactly(char32_t character) { return {.ranges = {{character, character}}}; }

Result<Pieces> read_pieces(std::string_view text) {
  Pieces pieces;
  while (!text.empty()) {
    const char32_t character = take_character(text);
    if (character == U'*') {
      if (pieces.empty() || !pieces.back().is_run) pieces.push_back({.is_run = true});
    } else if (character == U'?') {
      pieces.push_back({.is_negated = true});
    } else if (character == U'[') {
      const std::size_t end = find_bare(text, "]");
      if (end == text.size()) return failure("`[` is never closed in the pattern");
      auto piece = read_class(text.substr(0, end));
      if (!piece) return tl::unexpected(piece.error());
      pieces.push_back(std::move(*piece));
      text.remove_prefix(end + 1);
    } else if (character != U'\\') {
      pieces.push_back(exactly(character));
    } else if (text.empty()) {
      pieces.emplace_back();  // no character is that
    } else {
      pieces.push_back(exactly(take_character(text)));
    }
  }
  return pieces;
}

/// Only the last run needs to be tried in several lengths.
bool matches(const Pieces& pieces, std::u32string_view name) {
  std::size_t piece = 0, at = 0, run = pieces.size(), run_end = 0;
  while (at < name.size()) {
    if (piece < pieces.size() && pieces[piece].is_run) {
      run = piece++;
      run_end = at;
    } else if (piece < pieces.size() && admits(pieces[piece], name[at])) {
      ++piece;
      ++at;
    } else if (run < pieces.size()) {
      piece = run + 1;
      at = ++run_end;
    } else {
      return false;
    }
  }
  while (piece < pieces.size() && pieces[piece].is_run) ++piece;
  return piece == pieces.size();
}

}  // namespace

bool matches(const NamePattern& pattern, std::string_view name) {
  std::u32string characters;
  for (std::string_view rest = name; !rest.empty();) characters += take_character(rest);
  return std::ranges::any_of(pattern.alternatives, [&](const Pieces& pieces) { return matches(pieces, characters); });
}

Result<NamePattern> read_name_pattern(std::string text) {
  NamePattern pattern{.text = std::move(text)};
  pattern.is_literal = pattern.text.find_first_of("*?[{\\") == std::string::npos;
  std::vector<std::string> expanded;
  if (auto done = expand("", pattern.text, expanded); !done) return tl::unexpected(done.error());
  for (const std::string& alternative : expanded) {
    auto pieces = read_pieces(alternative);
    if (!pieces) return tl::unexpected(pieces.error());
    pattern.alternatives.push_back(std::move(*pieces));
  }
  return pattern;
}

}  // namespace holdfast

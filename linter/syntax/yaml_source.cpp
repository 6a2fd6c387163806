#include "syntax/yaml_source.h"

#include <algorithm>

namespace holdfast {
namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool is_flow_mark(char c) { return c == '[' || c == ']' || c == '{' || c == '}' || c == ','; }

}  // namespace

uint32_t YamlSource::skip_space(uint32_t offset) const { return skip_separators(offset, {}); }

uint32_t YamlSource::skip_separators(uint32_t offset, std::string_view separators) const {
  while (offset < size()) {
    if (at(offset) == '#') {
      offset = line_end(offset);
    } else if (is_space(at(offset)) || separators.find(at(offset)) != std::string_view::npos) {
      ++offset;
    } else {
      break;
    }
  }
  return offset;
}

uint32_t YamlSource::line_begin(uint32_t offset) const {
  const std::size_t newline = offset == 0 ? std::string_view::npos : text_.rfind('\n', offset - 1);
  return newline == std::string_view::npos ? 0 : static_cast<uint32_t>(newline + 1);
}

uint32_t YamlSource::line_end(uint32_t offset) const {
  const auto end = static_cast<uint32_t>(std::min(text_.find('\n', offset), text_.size()));
  return end > offset && at(end - 1) == '\r' ? end - 1 : end;
}

uint32_t YamlSource::indentation_end(uint32_t line) const {
  while (at(line) == ' ' || at(line) == '\t') ++line;
  return line;
}

uint32_t YamlSource::property_end(uint32_t begin) const {
  if (holds(begin, "!<")) {
    return static_cast<uint32_t>(std::min(text_.find('>', begin), text_.size() - 1) + 1);
  }
  uint32_t end = begin + 1;
  while (end < size() && !is_space(at(end)) && !is_flow_mark(at(end))) ++end;
  return end;
}

uint32_t YamlSource::quoted_end(uint32_t begin) const {
  const char quote = at(begin);
  for (uint32_t i = begin + 1; i < size(); ++i) {
    if (at(i) == '\\' && quote == '"') {
      ++i;
    } else if (at(i) == quote) {
      if (quote == '"' || at(i + 1) != quote) return i + 1;
      ++i;
    }
  }
  return begin;
}

uint32_t YamlSource::space_begin(uint32_t offset) const {
  while (offset > 0 && is_space(at(offset - 1))) --offset;
  return offset;
}

bool YamlSource::is_empty_text(uint32_t begin) const {
  const char first = at(begin);
  if (first == '|' || first == '>') return true;
  if (first != '"' && first != '\'') return false;
  const uint32_t end = quoted_end(begin);
  const std::string_view content = end > begin ? slice(begin + 1, end - 1) : std::string_view();
  return std::all_of(content.begin(), content.end(), is_space);
}

uint32_t YamlSource::plain_end(uint32_t begin, std::string_view value) const {
  if (holds(begin, value)) return begin + static_cast<uint32_t>(value.size());
  return words_end(begin, value);
}

uint32_t YamlSource::block_end(uint32_t begin, std::string_view value) const {
  const uint32_t header_end = line_end(begin);
  const uint32_t last_word_end = words_end(header_end, value);
  return last_word_end == header_end ? header_end : line_end(last_word_end);
}

uint32_t YamlSource::words_end(uint32_t begin, std::string_view value) const {
  uint32_t end = begin;
  uint32_t offset = begin;
  for (const char c : value) {
    if (is_space(c)) continue;
    while (offset < size() && is_space(at(offset))) ++offset;
    if (at(offset) != c) break;
    end = ++offset;
  }
  return end;
}

bool YamlSource::opens_quoted(uint32_t offset) const {
  if (at(offset) != '"' && at(offset) != '\'') return false;
  const char before = offset == 0 ? '\n' : at(offset - 1);
  return is_space(before) || is_flow_mark(before) || before == ':';
}

uint32_t YamlSource::flow_end(uint32_t begin) const {
  const uint32_t line = line_begin(begin);
  const uint32_t parent_column = indentation_end(line) - line;
  const bool has_parent = begin > indentation_end(line);
  uint32_t depth = 0;
  for (uint32_t i = begin; i < size(); ++i) {
    const char c = at(i);
    if (opens_quoted(i)) {
      const uint32_t end = quoted_end(i);
      if (end == i) return begin;
      i = end - 1;
    } else if (c == '#' && is_space(at(i - 1))) {
      i = line_end(i) - 1;
    } else if (c == '\n' && has_parent) {
      const uint32_t text = indentation_end(i + 1);
      if (text - i - 1 <= parent_column && !is_space(at(text)) && at(text) != ']' && at(text) != '}') return begin;
    } else if (c == '[' || c == '{') {
      ++depth;
    } else if ((c == ']' || c == '}') && --depth == 0) {
      return i + 1;
    }
  }
  return begin;
}

uint32_t YamlSource::unclosed_quote(uint32_t offset) const {
  for (; offset < size(); ++offset) {
    if (at(offset) == '#' && (offset == 0 || is_space(at(offset - 1)))) {
      offset = line_end(offset);
    } else if (opens_quoted(offset)) {
      const uint32_t end = quoted_end(offset);
      if (end == offset) break;
      offset = end - 1;
    }
  }
  return std::min(offset, size());
}

}  // namespace holdfast

#include "syntax/hcl_diagnostics.h"
#include "syntax/hcl_lowering.h"
#include "text/unicode.h"

#include <algorithm>
#include <limits>

namespace holdfast::hcl {

/// Templates are flat until trimming and indentation, which know no nesting, are done.
struct Lowering::TemplatePart {
  enum class Kind : uint8_t { text, interpolation, if_, else_, end_if, for_, end_for };
  Kind kind;
  uint32_t node = 0;  // grammar node, not for text
  uint32_t begin = 0;
  uint32_t end = 0;
  std::string_view text = {};  // what is left of it; a view of the source or of `decoded`
  std::unique_ptr<std::string> decoded = nullptr;

  bool is_text() const { return kind == Kind::text; }
};

namespace {

// What can start an escape or be changed by normalising.
bool is_plain(std::string_view text, bool has_backslashes) {
  return std::none_of(text.begin(), text.end(), [&](char c) {
    return c == '$' || c == '%' || (c == '\\' && has_backslashes) || static_cast<unsigned char>(c) >= 0xCC;
  });
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

std::size_t count_characters(std::string_view text) {
  std::size_t count = 0;
  for (; !text.empty(); ++count) text.remove_prefix(std::max<std::size_t>(character_at(text, 0).size, 1));
  return count;
}

void remove_characters(std::string_view& text, std::size_t count) {
  for (; count > 0 && !text.empty(); --count) text.remove_prefix(std::max<std::size_t>(character_at(text, 0).size, 1));
}

}  // namespace

NodeId Lowering::template_expression(uint32_t node) {
  return kind(node) == GrammarKind::heredoc_template ? heredoc(node) : quoted_template(node);
}

NodeId Lowering::plain_text(uint32_t begin, uint32_t end) {
  // A closing quote that is missing was put over the last character, or after the source.
  const uint32_t last = end - 1;
  const bool is_missing = last < source_.size() && source_[last] != '"';
  const uint32_t text_end = is_missing ? end : std::min(last, static_cast<uint32_t>(source_.size()));
  return tree_.add({.kind = NodeKind::string,
                    .begin = begin,
                    .end = end,
                    .text = normal_text(decode(begin + 1, text_end, TextStyle::quoted).text)});
}

NodeId Lowering::quoted_template(uint32_t node) {
  const auto [begin, end] = range(node);
  return template_between(node, begin + 1, end - 1, TextStyle::quoted, begin, end);
}

NodeId Lowering::bare_template(uint32_t node) {
  const auto size = static_cast<uint32_t>(source_.size());
  return template_between(node, 0, size, TextStyle::bare, 0, size);
}

NodeId Lowering::heredoc(uint32_t node) {
  const auto [begin, end] = range(node);
  const auto first_line = static_cast<uint32_t>(skeleton_.find('\n', begin) + 1);
  const auto marker_line = static_cast<uint32_t>(skeleton_.rfind('\n', end - 1) + 1);
  const bool is_indented = source_[begin + 2] == '-';
  return template_between(node, first_line, marker_line, is_indented ? TextStyle::indented : TextStyle::heredoc, begin,
                          end);
}

NodeId Lowering::template_between(uint32_t node, uint32_t text_begin, uint32_t text_end, TextStyle style,
                                  uint32_t begin, uint32_t end) {
  const Nesting nesting(*this, 1);
  if (nesting.is_too_deep()) return too_deep(begin, end);

  std::vector<TemplatePart> parts;
  const bool is_wrapped = kind(node) == GrammarKind::quoted_template || kind(node) == GrammarKind::heredoc_template;
  if (is_wrapped) collect_parts(first_child(node), next(node), style, text_begin, parts);
  collect_text(text_begin, std::min(text_end, static_cast<uint32_t>(source_.size())), style, parts);
  trim(parts);
  if (style == TextStyle::indented) remove_indentation(parts);

  const uint16_t heredoc_flag = style == TextStyle::heredoc || style == TextStyle::indented ? kHeredoc : 0;
  const bool is_one_value = parts.size() == 1 && parts.front().kind == TemplatePart::Kind::interpolation;
  const bool is_all_text =
      std::all_of(parts.begin(), parts.end(), [](const TemplatePart& part) { return part.is_text(); });
  std::size_t at = 0;
  if (is_one_value) {
    const NodeId value = interpolation(parts.front());
    tree_.widen(value, begin, end, kInterpolated);
    return value;
  }
  if (is_all_text) {
    return tree_.add(
        {.kind = NodeKind::string, .flags = heredoc_flag, .begin = begin, .end = end, .text = joined_text(parts, at)});
  }
  const std::vector<NodeId> children = build_parts(parts, at);
  return tree_.add({.kind = NodeKind::template_, .flags = heredoc_flag, .begin = begin, .end = end}, children);
}

// Text has no nodes in the grammar's tree: it is what lies between the others.
void Lowering::collect_parts(uint32_t first, uint32_t end, TextStyle style, uint32_t& text_begin,
                             std::vector<TemplatePart>& parts) {
  using Kind = TemplatePart::Kind;
  const auto collect = [&](Kind part_kind, uint32_t node) {
    collect_text(text_begin, at(node).begin, style, parts);
    parts.push_back({.kind = part_kind, .node = node, .begin = at(node).begin, .end = at(node).end});
    text_begin = at(node).end;
  };
  const Nesting nesting(*this, 1);
  if (nesting.is_too_deep()) return report_.add(kTooDeep, at(first).begin, at(first).end);
  for (uint32_t node = first; node < end; node = next(node)) {
    switch (kind(node)) {
      case GrammarKind::template_interpolation: collect(Kind::interpolation, node); break;
      case GrammarKind::template_if_intro: collect(Kind::if_, node); break;
      case GrammarKind::template_else_intro: collect(Kind::else_, node); break;
      case GrammarKind::template_if_end: collect(Kind::end_if, node); break;
      case GrammarKind::template_for_start: collect(Kind::for_, node); break;
      case GrammarKind::template_for_end: collect(Kind::end_for, node); break;
      case GrammarKind::template_directive:
      case GrammarKind::template_if:
      case GrammarKind::template_for: collect_parts(first_child(node), next(node), style, text_begin, parts); break;
      default: break;
    }
  }
}

// Outside quotes a piece of text ends with its line; that bounds trimming and starts indentation.
void Lowering::collect_text(uint32_t begin, uint32_t end, TextStyle style, std::vector<TemplatePart>& parts) {
  while (begin < end) {
    uint32_t piece_end = end;
    if (style != TextStyle::quoted) {
      const std::size_t line_end = source_.find('\n', begin);
      if (line_end < end) piece_end = static_cast<uint32_t>(line_end) + 1;
    }
    parts.push_back(decode(begin, piece_end, style));
    begin = piece_end;
  }
}

Lowering::TemplatePart Lowering::decode(uint32_t begin, uint32_t end, TextStyle style) {
  TemplatePart part{.kind = TemplatePart::Kind::text, .begin = begin, .end = std::max(begin, end)};
  part.text = source_.substr(begin, part.end - begin);
  if (is_plain(part.text, style == TextStyle::quoted)) return part;

  part.decoded = std::make_unique<std::string>();
  for (uint32_t at = begin; at < end;) {
    const char c = source_[at];
    if (c == '\\' && style == TextStyle::quoted) {
      decode_escape(at, end, *part.decoded);
    } else if (c == '$' || c == '%') {
      // The last two of a run of marks before `{` stand for one.
      const auto run_end = static_cast<uint32_t>(std::min<std::size_t>(source_.find_first_not_of(c, at), end));
      const bool is_escape = run_end - at > 1 && run_end < end && source_[run_end] == '{';
      part.decoded->append(run_end - at - (is_escape ? 1 : 0), c);
      at = run_end;
    } else {
      *part.decoded += c;
      ++at;
    }
  }
  part.text = *part.decoded;
  return part;
}

void Lowering::decode_escape(uint32_t& at, uint32_t end, std::string& text) {
  const uint32_t begin = at;
  const char letter = at + 1 < end ? source_[at + 1] : '\0';
  at += at + 1 < end ? 2 : 1;
  switch (letter) {
    case 'n': text += '\n'; return;
    case 'r': text += '\r'; return;
    case 't': text += '\t'; return;
    case '"': text += '"'; return;
    case '\\': text += '\\'; return;
    default: break;
  }
  const uint32_t digits = letter == 'u' ? 4 : letter == 'U' ? 8 : 0;
  char32_t code = 0;
  uint32_t read = 0;
  for (; read < digits && at < end && hex_digit(source_[at]) >= 0; ++read, ++at) {
    code = code * 16 + static_cast<char32_t>(hex_digit(source_[at]));
  }
  const bool is_character = digits > 0 && read == digits && code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF);
  if (is_character)
    append_utf8(text, code);
  else
    report_.add(kBadEscape, begin, at, source_.substr(begin, at - begin));
}

// `~` at the near side of a part removes white space from the piece of text next to it.
void Lowering::trim(std::span<TemplatePart> parts) {
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (parts[i].is_text()) continue;
    if (i > 0 && parts[i - 1].is_text() && skeleton_[parts[i].begin + 2] == '~')
      parts[i - 1].text = trim_right(parts[i - 1].text);
    if (i + 1 < parts.size() && parts[i + 1].is_text() && skeleton_[parts[i].end - 2] == '~') {
      parts[i + 1].text = trim_left(parts[i + 1].text);
    }
  }
}

void Lowering::remove_indentation(std::span<TemplatePart> parts) {
  constexpr std::size_t kAny = std::numeric_limits<std::size_t>::max();
  std::size_t indentation = kAny;
  std::vector<TemplatePart*> line_starts;
  bool is_line_start = true;
  for (TemplatePart& part : parts) {
    if (is_line_start && !part.is_text()) indentation = 0;
    if (is_line_start && part.is_text()) {
      const std::string_view content = trim_left(part.text);
      const bool is_blank_line = content.empty() && part.text.ends_with('\n');
      if (!is_blank_line) {
        indentation = std::min(indentation, count_characters(part.text.substr(0, part.text.size() - content.size())));
        line_starts.push_back(&part);
      }
    }
    is_line_start = part.is_text() && part.text.ends_with('\n');
  }
  for (TemplatePart* part : line_starts) remove_characters(part->text, indentation);
}

NodeId Lowering::interpolation(const TemplatePart& part) {
  const uint32_t value = child_of_kind(part.node, GrammarKind::expression);
  if (value != 0) return expression(value, LineEnds::are_blanks);
  report_.add(kEmptyInterpolation, part.begin, part.end);
  return bad(part.begin, part.end);
}

std::vector<NodeId> Lowering::build_parts(std::span<const TemplatePart> parts, std::size_t& at) {
  using Kind = TemplatePart::Kind;
  std::vector<NodeId> built;
  while (at < parts.size()) {
    const TemplatePart& part = parts[at];
    if (part.is_text()) {
      const uint32_t text = joined_text(parts, at);
      if (text == 0) continue;
      built.push_back(
          tree_.add({.kind = NodeKind::string, .begin = part.begin, .end = parts[at - 1].end, .text = text}));
    } else if (part.kind == Kind::interpolation) {
      built.push_back(interpolation(part));
      ++at;
    } else if (part.kind == Kind::if_ || part.kind == Kind::for_) {
      built.push_back(build_directive(parts, at));
    } else {
      break;
    }
  }
  return built;
}

NodeId Lowering::build_directive(std::span<const TemplatePart> parts, std::size_t& at) {
  const TemplatePart& intro = parts[at];
  const bool is_for = intro.kind == TemplatePart::Kind::for_;
  const Nesting nesting(*this, 1);
  Node node{.kind = is_for ? NodeKind::template_for : NodeKind::template_if, .begin = intro.begin};
  std::vector<NodeId> children;
  if (is_for)
    children.push_back(for_intro(intro.node, node));
  else
    children.push_back(after_keyword(child_of_kind(intro.node, GrammarKind::expression)));
  do {
    const uint32_t begin = parts[at].end;
    ++at;
    const std::vector<NodeId> section = build_parts(parts, at);
    const uint32_t end = at < parts.size() ? parts[at].begin : begin;
    children.push_back(tree_.add({.kind = NodeKind::template_, .begin = begin, .end = end}, section));
  } while (at < parts.size() && parts[at].kind == TemplatePart::Kind::else_);
  if (at < parts.size()) node.end = parts[at++].end;
  return tree_.add(node, children);
}

/// All text from here to the next part that is none.
uint32_t Lowering::joined_text(std::span<const TemplatePart> parts, std::size_t& at) {
  const std::size_t first = at;
  while (at < parts.size() && parts[at].is_text()) ++at;
  const auto texts = parts.subspan(first, at - first);
  if (texts.empty()) return 0;

  const bool is_in_one_piece =
      std::adjacent_find(texts.begin(), texts.end(), [](const TemplatePart& a, const TemplatePart& b) {
        return a.decoded || b.decoded || a.text.data() + a.text.size() != b.text.data();
      }) == texts.end();
  if (is_in_one_piece) {
    const char* begin = texts.front().text.data();
    return normal_text({begin, static_cast<std::size_t>(texts.back().text.data() + texts.back().text.size() - begin)});
  }
  std::string joined;
  for (const TemplatePart& part : texts) joined += part.text;
  return normal_text(joined);
}

uint32_t Lowering::normal_text(std::string_view text) {
  return is_surely_normalized(text) ? tree_.text(text) : tree_.text(normalized(text));
}

}  // namespace holdfast::hcl

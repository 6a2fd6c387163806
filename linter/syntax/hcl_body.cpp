#include "syntax/hcl_body.h"

#include "syntax/hcl_complaint.h"
#include "syntax/hcl_diagnostics.h"
#include "syntax/hcl_scan.h"

#include <algorithm>

namespace holdfast::hcl {
namespace {

// Without blanks and the literal parts of text. Longer values are data that a program wrote.
constexpr std::size_t kValueSizeMax = std::size_t{1} << 20;

bool is_opener(char c) { return c == '{' || c == '[' || c == '('; }
bool is_closer(char c) { return c == '}' || c == ']' || c == ')'; }

}  // namespace

BodyReader::BodyReader(std::string_view source, std::string_view skeleton, TreeBuilder& tree, Report& report)
    : source_(source), skeleton_(skeleton), tree_(tree), report_(report), lowering_(source, skeleton, tree, report) {}

NodeId BodyReader::file() { return body(0, static_cast<uint32_t>(skeleton_.size()), false); }

NodeId BodyReader::body(uint32_t begin, uint32_t end, bool is_on_one_line) {
  std::vector<NodeId> items;
  uint32_t item = end;
  uint32_t last_end = begin;
  for (uint32_t at = skip_blanks(skeleton_, begin, true); at < end; at = skip_blanks(skeleton_, item, true)) {
    const bool may_share_line = is_on_one_line || (depth_ == 0 && at == skip_blanks(skeleton_, 0, true));
    if (!may_share_line && share_line(last_end, at)) expect_own_line(at);
    if (is_on_one_line && !items.empty()) report_.add(kOneLineBlock, at, at + 1);

    if (starts_argument(skeleton_, at)) {
      item = item_end(at, end);
      argument(at, item, items);
    } else if (const std::optional<Header> found = header(at, end)) {
      if (is_on_one_line) report_.add(kOneLineBlock, at, found->end);
      const uint32_t close = matching_brace(found->brace, end);
      items.push_back(block(at, *found, close));
      item = std::min(close + 1, end);
    } else {
      item = item_end(at, end);
      unreadable_item(at, item);
    }
    last_end = trimmed_end(at, item);
  }
  if (!is_on_one_line && !items.empty() && depth_ > 0 && share_line(last_end, end)) expect_own_line(end);
  expect_distinct_names(items);
  return tree_.add({.kind = NodeKind::body, .begin = begin, .end = end}, items);
}

void BodyReader::argument(uint32_t begin, uint32_t end, std::vector<NodeId>& items) {
  // With one line end, which the grammar wants after a heredoc; it is slow with many.
  const uint32_t last = trimmed_end(begin, end);
  const auto line_end = static_cast<uint32_t>(std::min<std::size_t>(skeleton_.find('\n', last), end - 1));
  if (!is_readable(begin, last)) return items.push_back(unreadable_argument(begin, end));
  const auto nodes = grammar_.parse(skeleton_.substr(begin, line_end + 1 - begin), begin);
  if (!nodes) return items.push_back(unreadable_argument(begin, end));

  lowering_.read_from(*nodes);
  lowering_.nest(depth_);
  const uint32_t body = 1;
  uint32_t last_end = begin;
  for (uint32_t node = body + 1; node < (*nodes)[body].after; node = (*nodes)[node].after) {
    const GrammarNode& found = (*nodes)[node];
    if (node > body + 1 && share_line(last_end, found.begin)) expect_own_line(found.begin);
    last_end = found.end;
    if (found.kind == GrammarKind::attribute)
      items.push_back(lowering_.attribute(node));
    else
      unreadable_item(found.begin, found.end);
  }
}

// The grammar takes a hundred bytes for each byte that it reads, and more for brackets that no value has.
bool BodyReader::is_readable(uint32_t begin, uint32_t end) {
  std::size_t size = 0;
  std::size_t depth = 0;
  for (uint32_t at = begin; at < end; ++at) {
    const char c = skeleton_[at];
    if (is_white(c)) continue;
    if (is_opener(c)) ++depth;
    if (is_closer(c)) --depth;
    if (depth > kDepthMax || ++size > kValueSizeMax) {
      report_.add(depth > kDepthMax ? kTooDeep : kTooLarge, at, at + 1);
      return false;
    }
  }
  return true;
}

NodeId BodyReader::unreadable_argument(uint32_t begin, uint32_t end) {
  const uint32_t name_end = identifier_end(skeleton_, begin);
  const uint32_t equals = skip_blanks(skeleton_, name_end);
  const uint32_t value = skip_blanks(skeleton_, equals + 1, true);
  const uint32_t value_end = trimmed_end(equals + 1, end);
  const std::string_view name = source_.substr(begin, name_end - begin);
  if (!report_.has_any_within(begin, end)) {
    if (value >= value_end)
      report_.add(kNoValue, begin, equals + 1, name);
    else
      explain_refused_value(source_, skeleton_, value, value_end, grammar_.error_offset(), report_);
  }
  const NodeId bad = lowering_.bad(std::min(value, value_end), value_end);
  return tree_.add({.kind = NodeKind::attribute,
                    .begin = begin,
                    .end = value_end,
                    .text = tree_.text(begin, name_end),
                    .name_begin = begin},
                   {bad});
}

std::optional<BodyReader::Header> BodyReader::header(uint32_t begin, uint32_t end) {
  Header header;
  header.name_end = identifier_end(skeleton_, begin);
  if (header.name_end == begin) return std::nullopt;
  uint32_t at = header.name_end;
  while (true) {
    header.end = at;
    at = skip_blanks(skeleton_, at);
    const char c = at < end ? skeleton_[at] : '\n';
    if (c == '{') {
      header.brace = at;
      return header;
    }
    if (c == '"' || is_identifier_start(c)) {
      const uint32_t label = at;
      at = c == '"' ? label_end(at, end) : identifier_end(skeleton_, at);
      header.labels.emplace_back(label, at);
      continue;
    }
    const uint32_t next_line = skip_blanks(skeleton_, at, true);
    if (next_line >= end || skeleton_[next_line] != '{') return std::nullopt;
    report_.add(kBraceOnNewLine, next_line, next_line + 1);
    header.brace = next_line;
    return header;
  }
}

NodeId BodyReader::block(uint32_t begin, const Header& header, uint32_t close) {
  const uint32_t end = close + 1;
  std::vector<NodeId> children;
  for (const auto& [label_begin, label_end] : header.labels) children.push_back(label(label_begin, label_end));
  ++depth_;
  if (depth_ > kDepthMax) {
    report_.add(kTooDeep, begin, header.end);
    children.push_back(tree_.add({.kind = NodeKind::body}));
  } else {
    const uint32_t first = skip_blanks(skeleton_, header.brace + 1, true);
    const uint32_t last_end = trimmed_end(header.brace + 1, close);
    const bool is_on_one_line = !has_line_end(header.brace, first) && !has_line_end(last_end, close);
    children.push_back(body(header.brace + 1, close, is_on_one_line));
  }
  --depth_;
  tree_.widen(children.back(), header.brace, end, 0);
  return tree_.add({.kind = NodeKind::block,
                    .begin = begin,
                    .end = end,
                    .text = tree_.text(begin, header.name_end),
                    .name_begin = begin},
                   children);
}

NodeId BodyReader::label(uint32_t begin, uint32_t end) {
  if (skeleton_[begin] != '"') {
    return tree_.add(
        {.kind = NodeKind::string, .flags = kBareKey, .begin = begin, .end = end, .text = tree_.text(begin, end)});
  }
  const bool is_plain = skeleton_.substr(begin, end - begin).find('{') == std::string_view::npos;
  if (!is_plain) report_.add(kLabelTemplate, begin, end);
  return lowering_.plain_text(begin, end);
}

void BodyReader::unreadable_item(uint32_t begin, uint32_t end) {
  if (report_.has_any_within(begin, end)) return;
  const std::string_view first = token(begin);
  const bool has_name = is_identifier_start(first.front());
  report_.add(has_name ? kNotAnItem : kExpectedItem, begin, begin + static_cast<uint32_t>(first.size()), first);
}

void BodyReader::expect_own_line(uint32_t at) {
  const std::string_view first = token(at);
  report_.add(kItemsOnOneLine, at, at + static_cast<uint32_t>(first.size()), first);
}

void BodyReader::expect_distinct_names(std::span<const NodeId> items) {
  std::vector<std::pair<std::string_view, NodeId>> names;
  for (const NodeId item : items) {
    if (tree_.node(item).kind == NodeKind::attribute) names.emplace_back(tree_.text_of(item), item);
  }
  std::sort(names.begin(), names.end());
  for (std::size_t i = 1; i < names.size(); ++i) {
    const auto& [name, item] = names[i];
    if (names[i - 1].first != name) continue;
    const auto size = static_cast<uint32_t>(name.size());
    const uint32_t first = tree_.node(names[i - 1].second).name_begin;
    const uint32_t second = tree_.node(item).name_begin;
    report_.add(kDuplicateArgument, second, second + size, name, first, first + size, "first set here");
  }
}

uint32_t BodyReader::item_end(uint32_t begin, uint32_t end) const {
  int depth = 0;
  for (uint32_t at = begin; at < end; ++at) {
    const char c = skeleton_[at];
    if (is_opener(c)) ++depth;
    if (is_closer(c)) --depth;
    if (c == '\n' && depth == 0 && starts_item(skeleton_, skip_blanks(skeleton_, at + 1))) return at + 1;
  }
  return end;
}

uint32_t BodyReader::label_end(uint32_t begin, uint32_t end) const {
  int depth = 0;
  for (uint32_t at = begin + 1; at < end; ++at) {
    const char c = skeleton_[at];
    if (is_opener(c)) ++depth;
    if (is_closer(c)) --depth;
    if (c == '"' && depth == 0) return at + 1;
  }
  return end;
}

uint32_t BodyReader::matching_brace(uint32_t brace, uint32_t end) const {
  int depth = 0;
  for (uint32_t at = brace; at < end; ++at) {
    const char c = skeleton_[at];
    if (is_opener(c)) ++depth;
    if (is_closer(c) && --depth == 0) return at;
  }
  return end;
}

bool BodyReader::has_line_end(uint32_t begin, uint32_t end) const {
  return begin < end && skeleton_.substr(begin, end - begin).find('\n') != std::string_view::npos;
}

// Where a missing bracket was put, the line end may stand in the source only.
bool BodyReader::share_line(uint32_t end_of_first, uint32_t begin_of_second) const {
  const uint32_t begin = std::max(end_of_first, 1u) - 1;
  const bool is_repaired = begin_of_second >= source_.size() || source_[begin_of_second] != skeleton_[begin_of_second];
  if (is_repaired) return false;
  const std::string_view between =
      source_.substr(std::min<std::size_t>(begin, source_.size()), begin_of_second - begin);
  return !has_line_end(end_of_first, begin_of_second) && between.find('\n') == std::string_view::npos;
}

uint32_t BodyReader::trimmed_end(uint32_t begin, uint32_t end) const {
  while (end > begin && is_white(skeleton_[end - 1])) --end;
  return end;
}

std::string_view BodyReader::token(uint32_t at) const {
  const std::string_view rest = source_.substr(std::min<std::size_t>(at, source_.size()));
  return rest.substr(0, std::max<uint32_t>(identifier_end(rest, 0), 1));
}

}  // namespace holdfast::hcl

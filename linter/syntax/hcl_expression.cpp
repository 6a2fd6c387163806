#include "syntax/hcl_diagnostics.h"
#include "syntax/hcl_lowering.h"
#include "syntax/hcl_scan.h"

#include <algorithm>

namespace holdfast::hcl {
namespace {

Operator operator_of(GrammarKind token) {
  switch (token) {
    case GrammarKind::asterisk: return Operator::multiply;
    case GrammarKind::slash: return Operator::divide;
    case GrammarKind::percent: return Operator::modulo;
    case GrammarKind::plus: return Operator::add;
    case GrammarKind::minus: return Operator::subtract;
    case GrammarKind::less: return Operator::less;
    case GrammarKind::less_or_equal: return Operator::less_or_equal;
    case GrammarKind::greater: return Operator::greater;
    case GrammarKind::greater_or_equal: return Operator::greater_or_equal;
    case GrammarKind::equal: return Operator::equal;
    case GrammarKind::not_equal: return Operator::not_equal;
    case GrammarKind::conjunction: return Operator::conjunction;
    case GrammarKind::disjunction: return Operator::disjunction;
    default: return Operator::none;
  }
}

// Digits with at most one dot inside; an exponent.
bool is_number(std::string_view text) {
  const std::size_t mantissa_end = std::min(text.find_first_not_of("0123456789."), text.size());
  const std::string_view mantissa = text.substr(0, mantissa_end);
  return !mantissa.empty() && mantissa.front() != '.' && mantissa.back() != '.' &&
         std::count(mantissa.begin(), mantissa.end(), '.') <= 1 &&
         (mantissa_end == text.size() || text[mantissa_end] == 'e' || text[mantissa_end] == 'E');
}

}  // namespace

struct Lowering::Postfix {
  enum class Kind : uint8_t { attribute, index, legacy_index, attribute_splat, full_splat };
  Kind kind;
  uint32_t operand;  // grammar node: name, key, the whole legacy index, or the splat mark
  uint32_t end;
};

NodeId Lowering::bad(uint32_t begin, uint32_t end) {
  return tree_.add({.kind = NodeKind::bad, .begin = begin, .end = end});
}

NodeId Lowering::too_deep(uint32_t begin, uint32_t end) {
  report_.add(kTooDeep, begin, end);
  return bad(begin, end);
}

uint32_t Lowering::child_of_kind(uint32_t node, GrammarKind wanted) const {
  for (uint32_t child = first_child(node); child < next(node); child = next(child)) {
    if (kind(child) == wanted) return child;
  }
  return 0;
}

uint32_t Lowering::only_child(uint32_t node) const {
  const uint32_t child = first_child(node);
  return child < next(node) && next(child) == next(node) ? child : 0;
}

uint32_t Lowering::source_text(uint32_t node) { return tree_.text(at(node).begin, at(node).end); }

uint32_t Lowering::plain_name(uint32_t node) {
  const auto [begin, end] = range(node);
  const std::size_t scope = skeleton_.substr(begin, end - begin).find("::");
  if (scope != std::string_view::npos) {
    const auto found = begin + static_cast<uint32_t>(scope);
    report_.add(kUnexpected, found, found + 2, "::");
  }
  return tree_.text(begin, end);
}

void Lowering::expect_word_start(uint32_t at) {
  if (!is_identifier_part(skeleton_[at - 1]) || !is_identifier_part(skeleton_[at])) return;
  uint32_t begin = at;
  while (begin > 0 && is_identifier_part(skeleton_[begin - 1])) --begin;
  const uint32_t end = identifier_end(skeleton_, begin);
  report_.add(kUnexpected, begin, end, source_.substr(begin, end - begin));
}

void Lowering::expect_same_line(uint32_t begin, uint32_t end, LineEnds line_ends) {
  if (line_ends == LineEnds::are_blanks || begin >= end) return;
  if (skeleton_.substr(begin, end - begin).find('\n') == std::string_view::npos) return;
  report_.add(kLineBreak, end, end + 1);
}

void Lowering::expect_children_on_same_line(uint32_t node, LineEnds line_ends) {
  if (line_ends == LineEnds::are_blanks) return;
  for (uint32_t child = first_child(node); next(child) < next(node); child = next(child)) {
    expect_same_line(at(child).end, at(next(child)).begin, line_ends);
  }
}

NodeId Lowering::attribute(uint32_t node) {
  expect_children_on_same_line(node, LineEnds::end_it);
  const uint32_t name = first_child(node);
  const NodeId value = expression(next(next(name)), LineEnds::end_it);
  return tree_.add({.kind = NodeKind::attribute,
                    .begin = at(node).begin,
                    .end = at(node).end,
                    .text = plain_name(name),
                    .name_begin = at(name).begin},
                   {value});
}

NodeId Lowering::expression(uint32_t node, LineEnds line_ends) {
  const Nesting nesting(*this, 1);
  if (nesting.is_too_deep()) return too_deep(at(node).begin, at(node).end);
  const uint32_t first = first_child(node);
  if (kind(first) == GrammarKind::conditional) return conditional_chain(first, line_ends);
  return terms(first, next(node), line_ends);
}

// The grammar reads `a ? b : c ? d : e` from the left, as if the first half were in parentheses.
NodeId Lowering::conditional_chain(uint32_t node, LineEnds line_ends) {
  std::vector<uint32_t> operands;
  for (uint32_t conditional = node; conditional != 0;) {
    expect_children_on_same_line(conditional, line_ends);
    const uint32_t condition = first_child(conditional);
    const uint32_t then = next(next(condition));
    operands.push_back(next(next(then)));
    operands.push_back(then);
    const uint32_t inner = only_child(condition);
    const bool goes_on = inner != 0 && kind(inner) == GrammarKind::conditional;
    if (!goes_on) operands.push_back(condition);
    conditional = goes_on ? inner : 0;
  }
  const Nesting nesting(*this, operands.size() / 2);
  if (nesting.is_too_deep()) return too_deep(at(node).begin, at(node).end);

  std::vector<NodeId> lowered;
  for (std::size_t i = operands.size(); i-- > 0;) lowered.push_back(expression(operands[i], line_ends));
  NodeId result = lowered.back();
  for (std::size_t i = lowered.size() - 1; i >= 2; i -= 2) {
    const uint32_t begin = at(operands[operands.size() - 1 - (i - 2)]).begin;
    result = tree_.add({.kind = NodeKind::conditional, .begin = begin, .end = at(node).end},
                       {lowered[i - 2], lowered[i - 1], result});
  }
  return result;
}

/// A term and what is applied to it; siblings in the grammar's tree.
NodeId Lowering::terms(uint32_t first, uint32_t end, LineEnds line_ends) {
  const bool has_parentheses = kind(first) == GrammarKind::parenthesis;
  const uint32_t last = has_parentheses ? next(next(first)) : first;
  std::vector<Postfix> postfixes;
  if (next(last) < end) {
    expect_same_line(at(last).end, at(next(last)).begin, line_ends);
    collect_postfixes(next(last), end, line_ends, postfixes);
  }
  const Nesting nesting(*this, postfixes.size());
  if (nesting.is_too_deep()) return too_deep(at(first).begin, at(last).end);

  NodeId base{};
  if (has_parentheses) {
    base = expression(next(first), LineEnds::are_blanks);
    tree_.widen(base, at(first).begin, at(last).end, kParenthesized);
  } else {
    base = term(first, line_ends);
  }
  return apply(base, at(first).begin, postfixes);
}

NodeId Lowering::term(uint32_t node, LineEnds line_ends) {
  const uint32_t inner = first_child(node);
  switch (kind(node)) {
    case GrammarKind::literal_value: return literal(inner);
    case GrammarKind::template_expr: return template_expression(inner);
    case GrammarKind::collection_value: return kind(inner) == GrammarKind::tuple ? tuple(inner) : object(inner);
    case GrammarKind::for_expr: return for_expression(inner);
    case GrammarKind::function_call: return call(node, line_ends);
    case GrammarKind::operation:
      return kind(inner) == GrammarKind::unary_operation ? unary(inner, line_ends) : binary(inner, line_ends);
    case GrammarKind::variable_expr:
      return tree_.add(
          {.kind = NodeKind::variable, .begin = at(node).begin, .end = at(node).end, .text = plain_name(node)});
    default: return bad(at(node).begin, at(node).end);
  }
}

NodeId Lowering::literal(uint32_t node) {
  const auto [begin, end] = range(node);
  switch (kind(node)) {
    case GrammarKind::string_lit: return plain_text(begin, end);
    case GrammarKind::null_lit: return tree_.add({.kind = NodeKind::null, .begin = begin, .end = end});
    case GrammarKind::bool_lit: {
      const uint16_t flags = source_[begin] == 't' ? kTrue : 0;
      return tree_.add({.kind = NodeKind::boolean, .flags = flags, .begin = begin, .end = end});
    }
    default:
      if (!is_number(source_.substr(begin, end - begin))) return bad(begin, end);
      return tree_.add({.kind = NodeKind::number, .begin = begin, .end = end, .text = tree_.text(begin, end)});
  }
}

NodeId Lowering::unary(uint32_t node, LineEnds line_ends) {
  const Nesting nesting(*this, 1);
  if (nesting.is_too_deep()) return too_deep(at(node).begin, at(node).end);
  const uint32_t token = first_child(node);
  expect_same_line(at(token).end, at(next(token)).begin, line_ends);
  const NodeId operand = terms(next(token), next(node), line_ends);
  const Operator op = kind(token) == GrammarKind::minus ? Operator::negate : Operator::invert;
  return tree_.add({.kind = NodeKind::unary, .op = op, .begin = at(node).begin, .end = at(node).end}, {operand});
}

NodeId Lowering::binary(uint32_t node, LineEnds line_ends) {
  const Nesting nesting(*this, 1);
  if (nesting.is_too_deep()) return too_deep(at(node).begin, at(node).end);
  uint32_t token = first_child(node);
  uint32_t left_end = 0;
  while (operator_of(kind(token)) == Operator::none) {
    left_end = at(token).end;
    token = next(token);
  }
  expect_same_line(left_end, at(token).begin, line_ends);
  expect_same_line(at(token).end, at(next(token)).begin, line_ends);
  const NodeId left = terms(first_child(node), token, line_ends);
  const NodeId right = terms(next(token), next(node), line_ends);
  return tree_.add(
      {.kind = NodeKind::binary, .op = operator_of(kind(token)), .begin = at(node).begin, .end = at(node).end},
      {left, right});
}

NodeId Lowering::call(uint32_t node, LineEnds line_ends) {
  const uint32_t name = first_child(node);
  expect_same_line(at(name).end, at(next(name)).begin, line_ends);
  if (source_[at(name).end - 1] == ':') report_.add(kUnexpected, at(name).end - 2, at(name).end, "::");
  std::vector<NodeId> arguments;
  uint16_t flags = 0;
  if (const uint32_t list = child_of_kind(node, GrammarKind::function_arguments); list != 0) {
    for (uint32_t child = first_child(list); child < next(list); child = next(child)) {
      if (kind(child) == GrammarKind::expression) arguments.push_back(expression(child, LineEnds::are_blanks));
      if (kind(child) == GrammarKind::ellipsis) flags |= kExpand;
    }
  }
  return tree_.add(
      {.kind = NodeKind::call, .flags = flags, .begin = at(node).begin, .end = at(node).end, .text = source_text(name)},
      arguments);
}

NodeId Lowering::tuple(uint32_t node) {
  std::vector<NodeId> elements;
  for (uint32_t child = first_child(node); child < next(node); child = next(child)) {
    if (kind(child) == GrammarKind::expression) elements.push_back(expression(child, LineEnds::are_blanks));
  }
  return tree_.add({.kind = NodeKind::tuple, .begin = at(node).begin, .end = at(node).end}, elements);
}

NodeId Lowering::object(uint32_t node) {
  std::vector<NodeId> entries;
  uint32_t entry_end = 0;
  for (uint32_t child = first_child(node); child < next(node); child = next(child)) {
    if (kind(child) != GrammarKind::object_elem) continue;
    if (entry_end != 0) expect_separator(entry_end, at(child).begin);
    entry_end = at(child).end;
    expect_children_on_same_line(child, LineEnds::end_it);
    const uint32_t key = first_child(child);
    entries.push_back(object_key(key));
    entries.push_back(expression(next(next(key)), LineEnds::end_it));
  }
  if (entry_end != 0) has_comma(entry_end, at(node).end);
  return tree_.add({.kind = NodeKind::object, .begin = at(node).begin, .end = at(node).end}, entries);
}

NodeId Lowering::object_key(uint32_t node) {
  uint32_t word = only_child(node);
  if (word != 0 && kind(word) == GrammarKind::literal_value) word = first_child(word);
  const bool is_bare = word != 0 && (kind(word) == GrammarKind::variable_expr || kind(word) == GrammarKind::bool_lit ||
                                     kind(word) == GrammarKind::null_lit);
  if (!is_bare) return expression(node, LineEnds::end_it);
  return tree_.add({.kind = NodeKind::string,
                    .flags = kBareKey,
                    .begin = at(node).begin,
                    .end = at(node).end,
                    .text = plain_name(word)});
}

bool Lowering::has_comma(uint32_t begin, uint32_t end) {
  // The skeleton may hold a comma that the source does not.
  const std::string_view gap = skeleton_.substr(begin, end - begin);
  const std::size_t comma = gap.find(',');
  if (comma == std::string_view::npos || source_[begin + comma] != ',') return false;
  const auto at = begin + static_cast<uint32_t>(comma);
  if (gap.find('\n') < comma) report_.add(kCommaFirst, at, at + 1);
  return true;
}

void Lowering::expect_separator(uint32_t begin, uint32_t end) {
  const auto has_line_end = [&](std::string_view text) {
    return text.substr(begin, end - begin).find('\n') != std::string_view::npos;
  };
  if (has_comma(begin, end) || has_line_end(skeleton_) || has_line_end(source_)) return;
  report_.add(kMissingComma, end, end + 1);
}

NodeId Lowering::for_expression(uint32_t node) {
  const bool is_object = kind(node) == GrammarKind::for_object_expr;
  Node result{
      .kind = is_object ? NodeKind::for_object : NodeKind::for_tuple, .begin = at(node).begin, .end = at(node).end};
  std::vector<NodeId> children;
  for (uint32_t child = first_child(node); child < next(node); child = next(child)) {
    if (kind(child) == GrammarKind::for_intro) children.push_back(for_intro(child, result));
    if (kind(child) == GrammarKind::expression) children.push_back(expression(child, LineEnds::are_blanks));
    if (kind(child) == GrammarKind::for_cond) {
      children.push_back(after_keyword(child_of_kind(child, GrammarKind::expression)));
    }
    if (kind(child) == GrammarKind::ellipsis) result.flags |= kGroup;
  }
  return tree_.add(result, children);
}

/// The names go to the node, the collection is returned. One name is that of the value, of two the first is the key's.
NodeId Lowering::for_intro(uint32_t node, Node& result) {
  for (uint32_t child = first_child(node); child < next(node); child = next(child)) {
    if (kind(child) != GrammarKind::identifier) continue;
    result.extra = result.text;
    result.text = plain_name(child);
    expect_word_start(at(child).begin);
  }
  return after_keyword(child_of_kind(node, GrammarKind::expression));
}

NodeId Lowering::after_keyword(uint32_t node) {
  expect_word_start(at(node).begin);
  return expression(node, LineEnds::are_blanks);
}

void Lowering::collect_postfixes(uint32_t first, uint32_t end, LineEnds line_ends, std::vector<Postfix>& postfixes) {
  using enum Postfix::Kind;
  for (uint32_t node = first; node < end; node = next(node)) {
    if (next(node) < end) expect_same_line(at(node).end, at(next(node)).begin, line_ends);
    switch (kind(node)) {
      case GrammarKind::get_attr:
        expect_children_on_same_line(node, line_ends);
        postfixes.push_back({attribute, next(first_child(node)), at(node).end});
        break;
      case GrammarKind::new_index:
        postfixes.push_back({index, child_of_kind(node, GrammarKind::expression), at(node).end});
        break;
      case GrammarKind::legacy_index: postfixes.push_back({legacy_index, node, at(node).end}); break;
      case GrammarKind::attr_splat:
      case GrammarKind::full_splat: {
        const uint32_t mark = first_child(node);
        postfixes.push_back({kind(node) == GrammarKind::attr_splat ? attribute_splat : full_splat, mark, at(mark).end});
        expect_children_on_same_line(node, line_ends);
        collect_postfixes(next(mark), next(node), line_ends, postfixes);
        break;
      }
      default: collect_postfixes(first_child(node), next(node), line_ends, postfixes);  // index, splat: wrappers of one
    }
  }
}

// The grammar has no node for the digits after the dot.
NodeId Lowering::legacy_key(uint32_t node) {
  const auto [dot, end] = range(node);
  const uint32_t begin = skip_blanks(skeleton_, dot + 1, true);
  return tree_.add({.kind = NodeKind::number, .begin = begin, .end = end, .text = tree_.text(begin, end)});
}

/// `.*` takes the names and digits that follow, and brackets apply to its result; `[*]` takes everything.
NodeId Lowering::apply(NodeId base, uint32_t begin, std::span<const Postfix> postfixes) {
  using enum Postfix::Kind;
  while (!postfixes.empty()) {
    const Postfix postfix = postfixes.front();
    postfixes = postfixes.subspan(1);
    Node node{.begin = begin, .end = postfix.end};
    switch (postfix.kind) {
      case attribute:
        node.kind = NodeKind::attribute_of;
        node.text = plain_name(postfix.operand);
        node.name_begin = at(postfix.operand).begin;
        base = tree_.add(node, {base});
        break;
      case index:
        node.kind = NodeKind::index;
        base = tree_.add(node, {base, expression(postfix.operand, LineEnds::are_blanks)});
        break;
      case legacy_index:
        node.kind = NodeKind::index;
        node.flags = kLegacy;
        base = tree_.add(node, {base, legacy_key(postfix.operand)});
        break;
      case attribute_splat:
      case full_splat: {
        const bool is_full = postfix.kind == full_splat;
        const auto is_outside = [&](const Postfix& p) {
          return !is_full && p.kind != attribute && p.kind != legacy_index;
        };
        const auto inside =
            static_cast<std::size_t>(std::find_if(postfixes.begin(), postfixes.end(), is_outside) - postfixes.begin());
        const bool is_nested = inside < postfixes.size() && postfixes[inside].kind == attribute_splat;
        if (is_nested) report_.add(kNestedAttributeSplat, postfixes[inside].end - 2, postfixes[inside].end);
        const uint32_t mark = at(postfix.operand).begin;
        const NodeId element = tree_.add({.kind = NodeKind::splat_element, .begin = mark, .end = postfix.end});
        const NodeId each = apply(element, mark, postfixes.first(inside));
        node.kind = NodeKind::splat;
        node.flags = is_full ? 0 : kLegacy;
        if (inside > 0) node.end = postfixes[inside - 1].end;
        postfixes = postfixes.subspan(inside);
        base = tree_.add(node, {base, each});
        break;
      }
    }
  }
  return base;
}

}  // namespace holdfast::hcl

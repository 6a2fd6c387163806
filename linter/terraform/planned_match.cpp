#include "terraform/planned_match.h"

#include "expression/collection.h"

#include <algorithm>
#include <span>

namespace holdfast::terraform {

namespace {

using Node = DocumentNodeId;

bool same_document(const Document& a, Node x, const Document& b, Node y) {
  if (a.node(x).kind != b.node(y).kind) return false;
  if (a.node(x).kind == DocumentKind::scalar) return a.text(x) == b.text(y);
  const auto left = a.children_of(x);
  const auto right = b.children_of(y);
  if (left.size() != right.size()) return false;
  if (a.node(x).kind == DocumentKind::sequence) {
    return std::ranges::equal(left, right, [&](Node i, Node j) { return same_document(a, i, b, j); });
  }
  for (std::size_t i = 0; i + 1 < left.size(); i += 2) {
    const Node* found = b.find(y, a.text(left[i]));
    if (!found || !same_document(a, left[i + 1], b, *found)) return false;
  }
  return true;
}

bool same_json(std::string_view a, std::string_view b) {
  if (!a.starts_with('{') && !a.starts_with('[')) return false;
  Diagnostics unused;
  const Document left = parse_json(kNoFile, a, unused);
  const Document right = parse_json(kNoFile, b, unused);
  return !left.has_errors && !right.has_errors && same_document(left, left.root, right, right.root);
}

/// What a provider makes of nothing.
bool is_empty(const PlannedNode& node) {
  if (node.is_null()) return true;
  if (node.is_sequence() || node.is_mapping()) return node.names().empty() && node.size() == 0;
  const std::string_view text = node.value.text();
  return text.empty() || text == "false" || text == "0";
}

/// In any order: providers sort sets.
Match match_items(std::span<const Value> ours, const PlannedNode& planned) {
  std::vector<PlannedNode> left;
  for (std::size_t i = 0; i < planned.size(); ++i) left.push_back(planned.item(i));
  Match result = Match::equal;
  for (const Value& item : ours) {
    auto best = left.end();
    Match found = Match::different;
    for (auto candidate = left.begin(); candidate != left.end() && found != Match::equal; ++candidate) {
      const Match here = match(item, *candidate);
      if (here >= found) continue;
      found = here;
      best = candidate;
    }
    if (best == left.end()) return Match::different;
    left.erase(best);
    result = std::max(result, found);
  }
  return left.empty() || ours.size() > 1 ? result : Match::different;
}

Match match_members(const Value& ours, const PlannedNode& planned) {
  if (!planned.is_mapping()) return Match::different;
  Match result = Match::equal;
  for (const Value::Entry& entry : ours.entries()) {
    const PlannedNode member = planned.member(entry.key);
    if (member.value || member.unknown) {
      result = std::max(result, match(entry.value, member));
    } else if (!entry.value.is_null() && entry.value.is_wholly_known()) {
      result = Match::different;
    }
  }
  return result;
}

}  // namespace

Match match(const Value& ours, const PlannedNode& planned) {
  if (planned.is_unknown()) return Match::equal;
  if (ours.is_unknown() && planned.is_null()) return Match::equal;
  if (ours.is_unknown() || ours.is_choice() || ours.is_entity()) return Match::open;
  if (ours.is_null()) return is_empty(planned) ? Match::equal : Match::open;
  if (const auto text = print_scalar(ours)) {
    if (planned.is_sequence() || planned.is_mapping() || planned.is_null()) return Match::different;
    const std::string_view theirs = planned.value.text();
    return *text == theirs || same_json(*text, theirs) ? Match::equal : Match::different;
  }
  if (ours.is_sequence()) {
    if (ours.items().empty()) return is_empty(planned) ? Match::equal : Match::different;
    // Some blocks can only be there once, and are planned without a list.
    if (ours.items().size() == 1 && planned.is_mapping()) return match(ours.items()[0], planned);
    return planned.is_sequence() ? match_items(ours.items(), planned) : Match::different;
  }
  if (ours.is_mapping() && ours.entries().empty() && is_empty(planned)) return Match::equal;
  if (ours.is_mapping() && planned.is_sequence()) return match_items({&ours, 1}, planned);
  return ours.is_mapping() ? match_members(ours, planned) : Match::different;
}

}  // namespace holdfast::terraform

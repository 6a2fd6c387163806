#include "syntax/yaml_merge.h"

#include <algorithm>
#include <unordered_set>

namespace holdfast {
namespace {

bool is_mapping(const Document& document, DocumentNodeId node) {
  return document.node(node).kind == DocumentKind::mapping;
}

/// The mappings a merge key names: one, or a list of them; nothing for a key that is only called so.
std::vector<DocumentNodeId> merged_mappings(const Document& document, DocumentNodeId key, DocumentNodeId value) {
  if (document.text(key) != "<<" || document.node(key).style != ScalarStyle::plain) return {};
  if (is_mapping(document, value)) return {value};
  const std::span<const DocumentNodeId> items = document.children_of(value);
  if (!std::all_of(items.begin(), items.end(), [&](DocumentNodeId item) { return is_mapping(document, item); }))
    return {};
  return {items.begin(), items.end()};
}

}  // namespace

std::optional<MergedEntries> merge(const Document& document, std::span<const DocumentNodeId> entries) {
  std::optional<MergedEntries> merged;
  std::vector<DocumentNodeId> mappings;
  for (std::size_t i = 0; i + 1 < entries.size(); i += 2) {
    const std::vector<DocumentNodeId> named = merged_mappings(document, entries[i], entries[i + 1]);
    if (named.empty()) continue;
    if (!merged) merged.emplace(MergedEntries{.merge_key = entries[i], .entries = {}});
    mappings.insert(mappings.end(), named.begin(), named.end());
  }
  if (!merged) return std::nullopt;

  std::unordered_set<std::string_view> set;
  const auto is_new = [&](DocumentNodeId key) {
    return document.node(key).kind != DocumentKind::scalar || set.insert(document.text(key)).second;
  };
  for (std::size_t i = 0; i + 1 < entries.size(); i += 2) {
    if (!merged_mappings(document, entries[i], entries[i + 1]).empty()) continue;
    is_new(entries[i]);
    merged->entries.insert(merged->entries.end(), {entries[i], entries[i + 1]});
  }
  for (const DocumentNodeId mapping : mappings) {
    const std::span<const DocumentNodeId> children = document.children_of(mapping);
    for (std::size_t i = 0; i < children.size(); i += 2) {
      if (is_new(children[i])) merged->entries.insert(merged->entries.end(), {children[i], children[i + 1]});
    }
  }
  return merged;
}

}  // namespace holdfast

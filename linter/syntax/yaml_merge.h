#pragma once

#include "syntax/document.h"

#include <optional>

namespace holdfast {

/// Entries of a mapping after its merge keys took effect.
struct MergedEntries {
  DocumentNodeId merge_key;  // the first one
  std::vector<DocumentNodeId> entries;
};

/// Replaces `<<` by the entries of the mappings it names that are not set otherwise. Nothing for a mapping without it.
std::optional<MergedEntries> merge(const Document& document, std::span<const DocumentNodeId> entries);

}  // namespace holdfast

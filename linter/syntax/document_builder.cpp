#include "syntax/document_builder.h"

#include <algorithm>

namespace holdfast {
namespace {

// Nobody reads more of them.
constexpr int kRepeatedKeysReportedMax = 100;

}  // namespace

DocumentBuilder::DocumentBuilder(FileId file, std::string_view source, Messages messages, Diagnostics& diagnostics)
    : messages_(messages), diagnostics_(diagnostics) {
  document_.file = file;
  document_.source = source;
}

uint32_t DocumentBuilder::add_text(std::string_view text, std::string_view written) {
  if (text.empty()) return 0;
  if (text != written) {
    document_.decoded.push_back(std::make_unique<std::string>(text));
    written = *document_.decoded.back();
  }
  document_.texts.push_back(written);
  return static_cast<uint32_t>(document_.texts.size() - 1);
}

DocumentNodeId DocumentBuilder::add(const DocumentNode& node) {
  if (refused_ > 0) return kNoDocumentNode;
  const DocumentNodeId id{static_cast<uint32_t>(document_.nodes.size())};
  document_.nodes.push_back(node);
  if (is_open()) pending_.push_back(id);
  ++walked_nodes_;
  return id;
}

DocumentNodeId DocumentBuilder::open(const DocumentNode& collection) {
  if (refused_ == 0 && open_.size() < static_cast<std::size_t>(kDocumentDepthMax)) {
    const DocumentNodeId id = add(collection);
    open_.push_back({.node = id, .first_entry = pending_.size()});
    return id;
  }
  if (refused_ == 0) {
    refuse(collection.begin);
    add({.begin = collection.begin, .end = collection.begin});
  }
  ++refused_;
  return kNoDocumentNode;
}

void DocumentBuilder::refuse(uint32_t begin) {
  if (!document_.has_errors) {
    diagnostics_.report(messages_.too_deep, {document_.file, begin, begin + 1}, {std::to_string(kDocumentDepthMax)});
  }
  mark_broken();
}

void DocumentBuilder::close(uint32_t end) {
  if (refused_ > 0) {
    --refused_;
    return;
  }
  const std::span<const DocumentNodeId> children = entries();
  DocumentNode& node = document_.nodes[static_cast<uint32_t>(open_.back().node)];
  if (node.kind == DocumentKind::mapping) report_repeated_keys(children);
  node.end = end;
  node.first_child = static_cast<uint32_t>(document_.children.size());
  node.child_count = static_cast<uint32_t>(children.size());
  document_.children.insert(document_.children.end(), children.begin(), children.end());
  pending_.resize(open_.back().first_entry);
  open_.pop_back();
}

std::span<const DocumentNodeId> DocumentBuilder::entries() const {
  return std::span(pending_).subspan(open_.back().first_entry);
}

std::string_view DocumentBuilder::key_at(std::size_t depth) const {
  const std::size_t itself = open_[depth].first_entry - 1;
  if (depth == 0 || document_.node(open_[depth - 1].node).kind != DocumentKind::mapping) return {};
  return document_.text(pending_[itself - 1]);
}

void DocumentBuilder::replace_entries(const std::vector<DocumentNodeId>& entries) {
  pending_.resize(open_.back().first_entry);
  pending_.insert(pending_.end(), entries.begin(), entries.end());
}

bool DocumentBuilder::expects_key() const {
  return is_open() && innermost().kind == DocumentKind::mapping && entries().size() % 2 == 0;
}

bool DocumentBuilder::expects_value() const {
  return is_open() && innermost().kind == DocumentKind::mapping && entries().size() % 2 == 1;
}

Document DocumentBuilder::finish(uint32_t end) {
  refused_ = 0;
  while (is_open()) {
    if (expects_value()) add({.begin = end, .end = end});
    close(end);
  }
  return std::move(document_);
}

void DocumentBuilder::report_repeated_keys(std::span<const DocumentNodeId> entries) {
  keys_.clear();
  for (std::size_t i = 0; i < entries.size(); i += 2) {
    if (document_.node(entries[i]).kind == DocumentKind::scalar)
      keys_.emplace_back(document_.text(entries[i]), entries[i]);
  }
  std::sort(keys_.begin(), keys_.end());
  for (std::size_t i = 1; i < keys_.size(); ++i) {
    const auto& [name, key] = keys_[i];
    if (name != keys_[i - 1].first || (i > 1 && name == keys_[i - 2].first)) continue;
    if (++repeated_keys_ > kRepeatedKeysReportedMax) return;
    diagnostics_.report(messages_.duplicate_key, document_.span(key), {name})
        .labels.push_back({document_.span(keys_[i - 1].second), "first set here"});
  }
}

}  // namespace holdfast

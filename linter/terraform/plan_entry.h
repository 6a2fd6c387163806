#pragma once

#include "syntax/document.h"

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace holdfast::terraform {

/// The text of a plan as a tree. Most of it stays folded until somebody asks, as most of a plan nobody reads.
struct PlanText {
  Document document;
  mutable std::unordered_map<DocumentNodeId, std::unique_ptr<const PlanText>> unfolded = {};
};

/// What stands somewhere in a plan, or nothing.
class PlanEntry {
 public:
  PlanEntry() = default;
  PlanEntry(const PlanText& text, DocumentNodeId node) : text_(&text), node_(node) {}

  explicit operator bool() const { return text_ != nullptr; }
  bool is_mapping() const { return kind() == DocumentKind::mapping; }
  bool is_sequence() const { return kind() == DocumentKind::sequence; }
  /// Null, or nothing at all.
  bool is_null() const;
  /// Text between quotes, and not a number or a truth.
  bool is_quoted() const;
  /// How a scalar is written; otherwise empty.
  std::string_view text() const;
  /// Of what has no members or items, nothing.
  PlanEntry find(std::string_view key) const;
  std::string_view text(std::string_view key) const { return find(key).text(); }
  /// For a look at everything: nothing stays unfolded for it.
  void show(const std::function<void(const PlanEntry& unfolded)>& look, const DocumentFilter& filter = {}) const;
  /// The texts of some members, empty for others. Nothing stays unfolded either.
  std::vector<std::string> peek(std::span<const std::string_view> keys) const;
  PlanEntry item(std::size_t index) const;
  std::vector<PlanEntry> items() const;
  std::vector<std::pair<std::string_view, PlanEntry>> members() const;
  /// Members or items.
  std::size_t size() const;
  Span span() const;
  std::string_view source() const;

 private:
  DocumentKind kind() const;
  /// The same where its members can be seen.
  PlanEntry unfolded() const;
  const DocumentNode& node() const { return text_->document.node(node_); }
  std::span<const DocumentNodeId> children() const { return text_->document.children_of(node_); }

  const PlanText* text_ = nullptr;
  DocumentNodeId node_{0};
};

}  // namespace holdfast::terraform

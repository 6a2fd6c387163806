#include "terraform/plan_entry.h"

#include "syntax/document_builder.h"

#include <algorithm>

namespace holdfast::terraform {

PlanEntry PlanEntry::unfolded() const {
  if (!text_ || !node().is_folded) return *this;
  std::unique_ptr<const PlanText>& part = text_->unfolded[node_];
  if (!part) part = std::make_unique<PlanText>(PlanText{.document = unfold(text_->document, node_)});
  return {*part, part->document.root};
}

/// What nobody looks into need not be unfolded to tell what it is.
DocumentKind PlanEntry::kind() const {
  if (!text_) return DocumentKind::scalar;
  if (!node().is_folded) return node().kind;
  const char first = text_->document.source[node().begin];
  return first == '{' ? DocumentKind::mapping : first == '[' ? DocumentKind::sequence : DocumentKind::scalar;
}

bool PlanEntry::is_null() const {
  if (!text_) return true;
  if (kind() != DocumentKind::scalar) return false;
  const PlanEntry seen = unfolded();
  return scalar_type(seen.text_->document, seen.node_) == ScalarType::null;
}

bool PlanEntry::is_quoted() const { return text_ && unfolded().node().style != ScalarStyle::plain; }

std::string_view PlanEntry::text() const {
  if (!text_) return {};
  const PlanEntry seen = unfolded();
  return seen.text_->document.text(seen.node_);
}

PlanEntry PlanEntry::find(std::string_view key) const {
  if (!text_) return {};
  const PlanEntry seen = unfolded();
  const DocumentNodeId* found = seen.text_->document.find(seen.node_, key);
  return found ? PlanEntry(*seen.text_, *found) : PlanEntry();
}

void PlanEntry::show(const std::function<void(const PlanEntry&)>& look, const DocumentFilter& filter) const {
  if (!text_ || !node().is_folded || text_->unfolded.contains(node_)) return look(*this);
  const PlanText part{.document = unfold(text_->document, node_, filter)};
  look({part, part.document.root});
}

std::vector<std::string> PlanEntry::peek(std::span<const std::string_view> keys) const {
  const auto filter = [&](const DocumentBuilder& so_far, std::string_view key) {
    return so_far.depth() > 1 || std::ranges::find(keys, key) != keys.end() ? Interest::whole : Interest::none;
  };
  std::vector<std::string> texts;
  const auto read = [&](const PlanEntry& unfolded) {
    for (const std::string_view key : keys) {
      const PlanEntry member = unfolded.find(key);
      texts.emplace_back(member.is_quoted() ? member.text() : std::string_view());
    }
  };
  show(read, filter);
  return texts;
}

PlanEntry PlanEntry::item(std::size_t index) const {
  if (!is_sequence()) return {};
  const PlanEntry seen = unfolded();
  return index < seen.children().size() ? PlanEntry(*seen.text_, seen.children()[index]) : PlanEntry();
}

std::vector<PlanEntry> PlanEntry::items() const {
  std::vector<PlanEntry> items;
  if (!is_sequence()) return items;
  const PlanEntry seen = unfolded();
  for (const DocumentNodeId child : seen.children()) items.emplace_back(*seen.text_, child);
  return items;
}

std::vector<std::pair<std::string_view, PlanEntry>> PlanEntry::members() const {
  std::vector<std::pair<std::string_view, PlanEntry>> members;
  if (!is_mapping()) return members;
  const PlanEntry seen = unfolded();
  const auto children = seen.children();
  for (std::size_t i = 0; i + 1 < children.size(); i += 2) {
    members.emplace_back(seen.text_->document.text(children[i]), PlanEntry(*seen.text_, children[i + 1]));
  }
  return members;
}

std::size_t PlanEntry::size() const {
  if (!text_) return 0;
  const std::size_t children = unfolded().children().size();
  return is_mapping() ? children / 2 : children;
}

Span PlanEntry::span() const { return text_ ? text_->document.span(node_) : Span(); }

std::string_view PlanEntry::source() const {
  return text_ ? text_->document.source.substr(node().begin, node().end - node().begin) : std::string_view();
}

}  // namespace holdfast::terraform

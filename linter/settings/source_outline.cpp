#include "settings/source_outline.h"

#include <algorithm>

namespace holdfast {

namespace {

SourceOutline sorted(SourceOutline outline) {
  std::ranges::sort(outline.constructs,
                    [](Span a, Span b) { return a.begin != b.begin ? a.begin < b.begin : a.end > b.end; });
  std::ranges::sort(outline.literals);
  return outline;
}

void add_children(SourceOutline& outline, const hcl::Tree& tree, hcl::NodeId id) {
  const auto children = tree.children_of(id);
  const hcl::NodeKind kind = tree.node(id).kind;
  if (kind == hcl::NodeKind::tuple) {
    for (const hcl::NodeId item : children) outline.constructs.push_back(tree.span(item));
  } else if (kind == hcl::NodeKind::object) {
    for (std::size_t i = 0; i + 1 < children.size(); i += 2)
      outline.constructs.push_back({tree.file, tree.span(children[i]).begin, tree.span(children[i + 1]).end});
  }
}

uint32_t begin_of(const Document& document, DocumentNodeId id) {
  const DocumentNode& node = document.node(id);
  return node.tag != 0 ? std::min(node.tag_begin, node.begin) : node.begin;
}

void add_children(SourceOutline& outline, const Document& document, DocumentNodeId id) {
  const auto children = document.children_of(id);
  if (document.node(id).kind == DocumentKind::sequence) {
    for (const DocumentNodeId item : children)
      outline.constructs.push_back({document.file, begin_of(document, item), document.node(item).end});
  } else if (document.node(id).kind == DocumentKind::mapping) {
    for (std::size_t i = 0; i + 1 < children.size(); i += 2)
      outline.constructs.push_back(
          {document.file, begin_of(document, children[i]), document.node(children[i + 1]).end});
  }
}

}  // namespace

bool SourceOutline::is_literal(uint32_t offset) const {
  const auto after = std::ranges::upper_bound(literals, offset, {}, [](Span literal) { return literal.begin; });
  return after != literals.begin() && offset < std::prev(after)->end;
}

Span SourceOutline::construct_at(uint32_t offset) const {
  const auto found = std::ranges::lower_bound(constructs, offset, {}, [](Span construct) { return construct.begin; });
  return found != constructs.end() && found->begin == offset ? *found : Span();
}

SourceOutline outline_of(const hcl::Tree& tree) {
  SourceOutline outline;
  for (uint32_t i = 0; i < tree.nodes.size(); ++i) {
    const auto id = static_cast<hcl::NodeId>(i);
    const hcl::NodeKind kind = tree.node(id).kind;
    if (kind == hcl::NodeKind::attribute || kind == hcl::NodeKind::block) outline.constructs.push_back(tree.span(id));
    if (kind == hcl::NodeKind::string) outline.literals.push_back(tree.span(id));
    add_children(outline, tree, id);
  }
  return sorted(std::move(outline));
}

SourceOutline outline_of(const std::vector<Document>& documents) {
  SourceOutline outline;
  for (const Document& document : documents) {
    for (uint32_t i = 0; i < document.nodes.size(); ++i) {
      const auto id = static_cast<DocumentNodeId>(i);
      if (document.node(id).is_alias) continue;
      if (document.node(id).kind == DocumentKind::scalar) outline.literals.push_back(document.span(id));
      add_children(outline, document, id);
    }
  }
  return sorted(std::move(outline));
}

}  // namespace holdfast

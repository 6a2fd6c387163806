#include "syntax/document.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

void check(const holdfast::Document& document) {
  for (uint32_t i = 0; i < document.nodes.size(); ++i) {
    const holdfast::DocumentNodeId id{i};
    const holdfast::DocumentNode& node = document.node(id);
    require(node.begin <= node.end && node.end <= document.source.size());
    require(node.kind != holdfast::DocumentKind::mapping || node.child_count % 2 == 0);
    for (const holdfast::DocumentNodeId child : document.children_of(id)) {
      require(static_cast<uint32_t>(child) < document.nodes.size());
    }
    if (node.kind == holdfast::DocumentKind::scalar) scalar_type(document, id);
    document.find(id, "a");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, std::size_t size) {
  const std::string_view source(reinterpret_cast<const char*>(data), size);
  holdfast::Diagnostics diagnostics;
  for (const holdfast::Document& document : parse_yaml(holdfast::FileId{0}, source, diagnostics)) check(document);
  check(parse_json(holdfast::FileId{0}, source, diagnostics));
  for (const holdfast::Diagnostic& diagnostic : diagnostics.all()) {
    require(diagnostic.at.begin <= diagnostic.at.end && diagnostic.at.end <= size);
    for (const holdfast::Label& label : diagnostic.labels) {
      require(label.at.begin <= label.at.end && label.at.end <= size);
    }
  }
  return 0;
}

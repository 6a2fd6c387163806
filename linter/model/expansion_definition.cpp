#include "model/expansion_definition.h"

#include "model/block_reader.h"

#include <algorithm>

namespace holdfast {
namespace {

GeneratedDefinition read_generated(const hcl::Tree& tree, hcl::NodeId block, Diagnostics& diagnostics) {
  const BlockReader reader(tree, block, diagnostics);
  const bool is_addition = reader.type() == "addition";
  if (is_addition) {
    reader.allow({"into", "each", "when"}, {"properties"});
  } else {
    reader.allow({"type", "part", "name", "each", "when", "keep"}, {"properties", "meta"});
  }
  GeneratedDefinition generated;
  generated.label = reader.label();
  generated.resource_type = is_addition ? "" : reader.required_text("type");
  generated.part = reader.text("part");
  generated.name = reader.expression("name");
  generated.into = is_addition ? reader.required_expression("into") : hcl::Expression();
  generated.each = reader.expression("each");
  generated.when = reader.expression("when");
  generated.kept = reader.texts("keep");
  for (const hcl::NodeId inner : reader.blocks()) {
    const BlockReader inner_reader(tree, inner, diagnostics);
    auto& target = inner_reader.type() == "meta" ? generated.facts : generated.properties;
    target = inner_reader.sorted_arguments();
  }
  return generated;
}

}  // namespace

const GeneratedDefinition* ExpansionDefinition::replacement() const {
  const auto found = std::ranges::find_if(resources, [](const auto& one) { return !one.name && !one.into; });
  return found == resources.end() ? nullptr : &*found;
}

ExpansionDefinition read_expansion(const hcl::Tree& tree, hcl::NodeId block, Diagnostics& diagnostics) {
  const BlockReader reader(tree, block, diagnostics);
  reader.allow({"attached", "defaults"}, {"names", "resource", "addition"});
  ExpansionDefinition expansion;
  expansion.source_type = reader.label();
  expansion.defaults = reader.text("defaults");
  expansion.attached = reader.text("attached");
  expansion.at = reader.at();
  for (const hcl::NodeId inner : reader.blocks()) {
    if (tree.text(inner) == "names") {
      expansion.names = BlockReader(tree, inner, diagnostics).sorted_arguments();
    } else {
      expansion.resources.push_back(read_generated(tree, inner, diagnostics));
    }
  }
  return expansion;
}

}  // namespace holdfast

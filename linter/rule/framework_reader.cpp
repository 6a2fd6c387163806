#include "rule/framework_reader.h"

#include "model/block_reader.h"
#include "rule/rule_diagnostics.h"

#include <algorithm>
#include <array>

namespace holdfast {

namespace {

constexpr std::array kProofs = {Proof::statically, Proof::as_far_as, Proof::derived, Proof::by_people,
                                Proof::not_needed};

template <class Visitor>
void for_each_entry(hcl::Expression object, Visitor&& visit) {
  if (!object) return;
  const auto children = object.tree->children_of(object.node);
  for (std::size_t i = 0; i + 1 < children.size(); i += 2) {
    visit(object.tree->text(children[i]), hcl::Expression{object.tree, children[i + 1]});
  }
}

void read_aliases(hcl::Expression aliases, Framework& framework, Diagnostics& diagnostics) {
  for_each_entry(aliases, [&](std::string_view alias, hcl::Expression current) {
    for (std::string_view id : literal_texts(current, "aliases", diagnostics)) {
      const auto control = std::ranges::find(framework.controls, id, &Control::id);
      if (control == framework.controls.end())
        diagnostics.report(kUnknownControl, current.span(), {framework.name, id, ""});
      else
        control->aliases.emplace_back(alias);
    }
  });
}

Proof read_proof(hcl::Expression written, Diagnostics& diagnostics) {
  const std::string_view text = literal_text(written, "proof", diagnostics);
  const auto known = std::ranges::find(kProofs, text, [](Proof proof) { return to_string(proof); });
  if (known != kProofs.end()) return *known;
  diagnostics.report(kUnknownProof, written.span(), {text});
  return Proof::by_people;
}

Requirement read_requirement(std::string_view id, hcl::Expression row, Diagnostics& diagnostics) {
  Requirement requirement;
  requirement.id = id;
  for_each_entry(row, [&](std::string_view name, hcl::Expression value) {
    if (name == "label")
      requirement.label = literal_text(value, name, diagnostics);
    else if (name == "proof")
      requirement.proof = read_proof(value, diagnostics);
    else if (name == "evidence")
      requirement.needs_evidence = (value.tree->node(value.node).flags & hcl::kTrue) != 0;
    else if (name == "controls")
      requirement.controls = read_controls(value, true, diagnostics);
    else
      diagnostics.report(kUnknownRequirementField, value.span(),
                         {name, suggestion(name, {"controls", "evidence", "label", "proof"})});
  });
  requirement.needs_evidence |= requirement.proof == Proof::by_people;
  return requirement;
}

}  // namespace

std::vector<ControlReference> read_controls(hcl::Expression controls, bool is_direct, Diagnostics& diagnostics) {
  std::vector<ControlReference> references;
  for_each_entry(controls, [&](std::string_view framework, hcl::Expression ids) {
    for (std::string_view id : literal_texts(ids, "controls", diagnostics))
      references.push_back({std::string(framework), std::string(id), is_direct});
  });
  return references;
}

Framework read_framework(const hcl::Tree& tree, hcl::NodeId block, Diagnostics& diagnostics) {
  const BlockReader reader(tree, block, diagnostics);
  reader.allow(
      {"name", "version", "organization", "information_uri", "label", "guid", "controls", "aliases", "former_version"});
  Framework framework;
  framework.key = reader.label();
  framework.name = reader.required_text("name");
  framework.version = reader.required_text("version");
  framework.former_version = reader.text("former_version");
  framework.organization = reader.required_text("organization");
  framework.information_uri = reader.required_text("information_uri");
  framework.label = reader.required_text("label");
  framework.guid = reader.required_text("guid");
  for_each_entry(reader.required_expression("controls"), [&](std::string_view id, hcl::Expression label) {
    framework.controls.push_back({std::string(id), std::string(literal_text(label, "controls", diagnostics)), {}});
  });
  read_aliases(reader.expression("aliases"), framework, diagnostics);
  return framework;
}

Register read_register(const hcl::Tree& tree, hcl::NodeId block, Diagnostics& diagnostics) {
  const BlockReader reader(tree, block, diagnostics);
  reader.allow({"name", "requirements"});
  Register result;
  result.key = reader.label();
  result.name = reader.required_text("name");
  for_each_entry(reader.required_expression("requirements"), [&](std::string_view id, hcl::Expression row) {
    result.requirements.push_back(read_requirement(id, row, diagnostics));
  });
  return result;
}

}  // namespace holdfast

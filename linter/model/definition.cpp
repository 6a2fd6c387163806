#include "model/definition.h"

#include "expression/convert.h"
#include "expression/function.h"
#include "model/block_reader.h"
#include "model/model_diagnostics.h"

#include <algorithm>
#include <array>
#include <functional>

namespace holdfast {

/// Reads the blocks of one pack file into the definitions.
class DefinitionReader {
 public:
  DefinitionReader(Definitions& definitions, const hcl::Tree& tree, Diagnostics& diagnostics)
      : definitions_(definitions), tree_(tree), diagnostics_(diagnostics) {}

  void read(hcl::NodeId block) {
    const std::string_view type = tree_.text(block);
    if (type == "dialect") read_dialect(block);
    if (type == "family") read_family(block);
    if (type == "type") read_type_block(block);
    if (type == "link") read_link(block);
    if (type == "derive") read_derive(block);
    if (type == "function") read_function(block);
    if (type == "policy") read_policy(block);
    if (type == "expansion") read_expansion_block(block);
    if (type == "catalogue") read_catalogue(block);
  }

 private:
  void read_dialect(hcl::NodeId block) {
    const BlockReader reader(tree_, block, diagnostics_);
    DialectDefinition& definition = definitions_.dialects_.emplace_back();
    definition.dialect = dialect_named(reader.label());
    definition.names = reader.sorted_arguments();
    for (hcl::NodeId inner : reader.blocks()) read_dialect_block(inner, definition);
  }

  void read_dialect_block(hcl::NodeId block, DialectDefinition& dialect) {
    const BlockReader reader(tree_, block, diagnostics_);
    if (reader.type() == "nesting") {
      dialect.nestings.push_back(read_nesting(reader));
    } else if (reader.type() == "assembly") {
      reader.allow({"stacks"});
      dialect.assembly = {reader.label(), reader.required_expression("stacks")};
    } else {
      diagnostics_.report(kUnknownPackBlock, reader.at(),
                          {reader.type(), suggestion(reader.type(), {"assembly", "nesting"})});
    }
  }

  NestingDefinition read_nesting(const BlockReader& reader) {
    reader.allow({"template", "parameters", "body", "place"});
    definitions_.nesting_types_.push_back(reader.label());
    return {reader.label(), reader.required_expression("template"), reader.required_expression("parameters"),
            reader.expression("body"), reader.expression("place")};
  }

  const Type* type_of(hcl::Expression declared) {
    // Only defaults call functions. The table costs more than all types together, so there is one.
    static const FunctionTable functions;
    Evaluation evaluation{.arena = definitions_.arena_, .functions = functions, .is_pack = true};
    return read_type(declared, evaluation, diagnostics_);
  }

  std::vector<AttributeDefinition> read_attributes(const BlockReader& reader) {
    std::vector<AttributeDefinition> attributes;
    const hcl::Expression declared = reader.expression("attributes");
    if (!declared) return attributes;
    const auto children = declared.tree->children_of(declared.node);
    for (std::size_t i = 0; i + 1 < children.size(); i += 2)
      attributes.push_back({declared.tree->text(children[i]), type_of({declared.tree, children[i + 1]})});
    return attributes;
  }

  void read_policy(hcl::NodeId block) {
    for (const auto& argument : BlockReader(tree_, block, diagnostics_).arguments())
      definitions_.policy_.push_back({argument.name, type_of(argument.value)});
  }

  void read_family(hcl::NodeId block) {
    const BlockReader reader(tree_, block, diagnostics_);
    reader.allow({"family", "attributes"});
    definitions_.families_.push_back({reader.label(), reader.text("family"), read_attributes(reader), reader.at()});
  }

  void read_type_block(hcl::NodeId block) {
    const BlockReader reader(tree_, block, diagnostics_);
    reader.allow({"family", "attributes", "identity"},
                 {"every", "resource", "cloudformation", "terraform", "terraform_data", "external"});
    if (definitions_.type(reader.label())) diagnostics_.report(kDefinedTwice, reader.at(), {reader.label()});
    TypeDefinition& type = definitions_.types_.emplace_back();
    type.name = reader.label();
    type.attributes = read_attributes(reader);
    type.at = reader.at();
    type.identity = reader.expression("identity");
    if (const hcl::Expression families = reader.expression("family"))
      definitions_.unresolved_families_.push_back({&type, families});
    std::vector<NamedExpression> common;
    for (hcl::NodeId inner : reader.blocks()) {
      const BlockReader every(tree_, inner, diagnostics_);
      if (every.type() == "every") common = every.arguments();
    }
    for (hcl::NodeId inner : reader.blocks()) read_mappings(inner, type, common);
  }

  /// One mapping for each provider type that the block names, with what all of them say alike.
  void read_mappings(hcl::NodeId block, TypeDefinition& type, const std::vector<NamedExpression>& common) {
    const BlockReader reader(tree_, block, diagnostics_);
    if (reader.type() == "every") return;
    Mapping mapping = read_mapping(reader);
    if (!mapping.is_external) add_unsaid(mapping.attributes, common);
    mapping.resource_type = reader.label();
    type.mappings.push_back(mapping);
    const auto labels = tree_.labels(block);
    for (std::size_t i = 1; i < labels.size(); ++i) {
      mapping.resource_type = labels[i];
      type.mappings.push_back(mapping);
    }
  }

  static void add_unsaid(std::vector<NamedExpression>& attributes, const std::vector<NamedExpression>& common) {
    for (const NamedExpression& attribute : common) {
      const auto place = std::ranges::lower_bound(attributes, attribute.name, {}, &NamedExpression::name);
      if (place == attributes.end() || place->name != attribute.name) attributes.insert(place, attribute);
    }
  }

  Mapping read_mapping(const BlockReader& reader) {
    Mapping mapping;
    mapping.dialect = reader.type() == "cloudformation" ? Dialect::cloudformation : Dialect::terraform;
    mapping.is_data = reader.type() == "terraform_data";
    mapping.is_external = reader.type() == "external";
    mapping.at = reader.at();
    for (const NamedExpression& argument : reader.sorted_arguments()) {
      if (argument.name == "each")
        mapping.each = argument.value;
      else if (argument.name == "when")
        mapping.when = argument.value;
      else
        mapping.attributes.push_back(argument);
    }
    for (hcl::NodeId inner : reader.blocks()) {
      const BlockReader inner_reader(tree_, inner, diagnostics_);
      if (inner_reader.type() == "companion")
        mapping.companions.push_back(read_companion(inner_reader));
      else if (inner_reader.type() == "computed")
        mapping.computed = inner_reader.sorted_arguments();
      else
        diagnostics_.report(kUnknownPackBlock, inner_reader.at(),
                            {inner_reader.type(), suggestion(inner_reader.type(), {"companion", "computed"})});
    }
    return mapping;
  }

  static CompanionDefinition read_companion(const BlockReader& reader) {
    reader.allow({"type", "argument", "keys"});
    return {reader.label(), reader.required_text("type"), reader.required_text("argument"),
            reader.required_expression("keys")};
  }

  void read_link(hcl::NodeId block) {
    const BlockReader reader(tree_, block, diagnostics_);
    reader.allow({"from", "to", "inverse", "single", "when", "by", "keys", "match_from", "match_to"});
    LinkDefinition link;
    link.name = reader.label();
    link.inverse = reader.text("inverse");
    link.from = reader.name("from");
    link.to = reader.name("to");
    link.is_single = reader.boolean("single", false);
    link.when = reader.expression("when");
    link.by = reader.expression("by");
    if (!link.when && !link.by) diagnostics_.report(kMissingPackArgument, reader.at(), {"link", "when"});
    if (link.by) link.keys = reader.required_expression("keys");
    link.match_from = reader.expression("match_from");
    link.match_to = reader.expression("match_to");
    link.at = reader.at();
    definitions_.links_.push_back(link);
  }

  void read_derive(hcl::NodeId block) {
    const BlockReader reader(tree_, block, diagnostics_);
    reader.allow({"on", "value"});
    definitions_.derives_.push_back(
        {reader.label(), reader.name("on"), reader.required_expression("value"), reader.at()});
  }

  void read_function(hcl::NodeId block) {
    const BlockReader reader(tree_, block, diagnostics_);
    reader.allow({"parameters", "result"});
    DefinedFunction function;
    function.parameters = reader.texts("parameters");
    function.result = reader.required_expression("result");
    if (!definitions_.functions_.emplace(reader.label(), function).second) {
      diagnostics_.report(kDefinedTwice, reader.at(), {reader.label()});
    }
  }

  static Dialect dialect_named(std::string_view name) {
    return name == "terraform" ? Dialect::terraform : Dialect::cloudformation;
  }

  void read_catalogue(hcl::NodeId block) {
    const BlockReader reader(tree_, block, diagnostics_);
    reader.allow({"source", "types"});
    const hcl::Expression types = reader.required_expression("types");
    const auto children = types ? tree_.children_of(types.node) : std::span<const hcl::NodeId>();
    for (std::size_t i = 0; i + 1 < children.size(); i += 2) {
      definitions_.catalogue_[{dialect_named(reader.label()), tree_.text(children[i])}] = {&tree_, children[i + 1]};
    }
  }

  void read_expansion_block(hcl::NodeId block) {
    ExpansionDefinition expansion = read_expansion(tree_, block, diagnostics_);
    const std::string_view source = expansion.source_type;
    if (!expansion.attached.empty()) definitions_.attached_types_.push_back({expansion.attached, source});
    const Span at = expansion.at;
    if (!definitions_.expansions_.emplace(source, std::move(expansion)).second) {
      diagnostics_.report(kDefinedTwice, at, {source});
    }
  }

  Definitions& definitions_;
  const hcl::Tree& tree_;
  Diagnostics& diagnostics_;
};

namespace {

const std::vector<Definitions::MappedType> kNoMappings;

void add_attributes(TypeDefinition& type, const FamilyDefinition& family) {
  for (const AttributeDefinition& attribute : family.attributes) {
    if (!type.attribute(attribute.name)) type.attributes.push_back(attribute);
  }
}

bool mentions(hcl::Expression expression, std::string_view variable) {
  if (!expression) return false;
  const hcl::Tree& tree = *expression.tree;
  if (tree.node(expression.node).kind == hcl::NodeKind::variable) return tree.text(expression.node) == variable;
  return std::ranges::any_of(tree.children_of(expression.node), [&](const hcl::NodeId child) {
    return mentions({&tree, child}, variable);
  });
}

/// How many objects there are, or whether there is one, is seen from others of the same resource.
bool is_made_of_siblings(const Definitions::MappedType& mapped) {
  return mentions(mapped.mapping->each, "here") || mentions(mapped.mapping->when, "here");
}

}  // namespace

const AttributeDefinition* TypeDefinition::attribute(std::string_view wanted) const {
  const auto found =
      std::find_if(attributes.begin(), attributes.end(), [&](const auto& a) { return a.name == wanted; });
  return found == attributes.end() ? nullptr : &*found;
}

bool TypeDefinition::is_a(std::string_view type_or_family) const {
  return name == type_or_family || std::any_of(families.begin(), families.end(),
                                               [&](const auto* family) { return family->is_in(type_or_family); });
}

Definitions::Definitions() = default;

void Definitions::read(const hcl::Tree& tree, Diagnostics& diagnostics) {
  if (tree.root == hcl::kNoNode) return;
  DefinitionReader reader(*this, tree, diagnostics);
  for (hcl::NodeId item : tree.children_of(tree.root)) {
    if (tree.node(item).kind == hcl::NodeKind::block) reader.read(item);
  }
}

void Definitions::finish(Diagnostics& diagnostics) {
  for (FamilyDefinition& family : families_) {
    if (family.around_name.empty()) continue;
    family.around = this->family(family.around_name);
    if (!family.around)
      diagnostics.report(kUnknownCanonicalType, family.at,
                         {family.around_name, suggestion(family.around_name, type_names())});
  }
  for (auto& [type, names] : unresolved_families_) {
    for (std::string_view name : literal_texts(names, "family", diagnostics)) {
      const FamilyDefinition* found = family(name);
      if (found) {
        type->families.push_back(found);
        add_attributes(*type, *found);
        if (found->around) add_attributes(*type, *found->around);
      } else {
        diagnostics.report(kUnknownCanonicalType, names.span(), {name, suggestion(name, type_names())});
      }
    }
  }
  for (TypeDefinition& type : types_) {
    std::vector<std::string_view> declared;
    for (const AttributeDefinition& attribute : type.attributes) declared.push_back(attribute.name);
    for (const Mapping& mapping : type.mappings) {
      auto& index = mapping.is_external ? by_external_ : mapping.is_data ? by_data_type_ : by_resource_type_;
      if (mapping.resource_type == "*") {
        for (const auto& [key, known] : catalogue_) {
          if (key.first == mapping.dialect) index[key.second].push_back({&type, &mapping});
        }
      } else {
        index[mapping.resource_type].push_back({&type, &mapping});
      }
      for (const NamedExpression& attribute : mapping.attributes) {
        if (type.attribute(attribute.name)) continue;
        diagnostics.report(kUndeclaredAttribute, attribute.value.span(),
                           {type.name, attribute.name, suggestion(attribute.name, declared)});
      }
    }
  }
  for (auto& [type, mapped] : by_resource_type_)
    std::stable_partition(mapped.begin(), mapped.end(), std::not_fn(is_made_of_siblings));
  const auto check_name = [&](std::string_view name, Span at) {
    if (!name.empty() && !is_type_or_family(name))
      diagnostics.report(kUnknownCanonicalType, at, {name, suggestion(name, type_names())});
  };
  for (const LinkDefinition& link : links_) {
    check_name(link.from, link.at);
    check_name(link.to, link.at);
  }
  for (const DeriveDefinition& derive : derives_) check_name(derive.on, derive.at);
  for (TypeDefinition& type : types_) {
    collect_members(
        type.members, type.attributes, [&](std::string_view name) { return type.is_a(name); }, diagnostics);
  }
  for (FamilyDefinition& family : families_) {
    if (family.around) {
      for (const AttributeDefinition& attribute : family.around->attributes)
        family.members[attribute.name].attribute = &attribute;
    }
    collect_members(
        family.members, family.attributes, [&](std::string_view name) { return family.is_in(name); }, diagnostics);
  }
  for (FamilyDefinition& family : families_) add_common_members(family);
}

/// What all that is in a family can be asked, each by what is its own.
void Definitions::add_common_members(FamilyDefinition& family) const {
  std::vector<const std::map<std::string_view, Member>*> inside;
  for (const FamilyDefinition& other : families_) {
    if (other.around == &family) inside.push_back(&other.members);
  }
  if (inside.empty()) return;
  for (const TypeDefinition& type : types_) {
    if (std::find(type.families.begin(), type.families.end(), &family) != type.families.end())
      inside.push_back(&type.members);
  }
  for (const auto& [name, member] : *inside.front()) {
    const auto has_it = [&, wanted = name](const auto* members) { return members->contains(wanted); };
    if (std::all_of(inside.begin(), inside.end(), has_it)) family.members.emplace(name, member);
  }
}

void Definitions::collect_members(std::map<std::string_view, Member>& members,
                                  const std::vector<AttributeDefinition>& attributes,
                                  const std::function<bool(std::string_view)>& is_a, Diagnostics& diagnostics) const {
  const auto add = [&](std::string_view name, Member member, Span at) {
    if (!members.emplace(name, member).second) diagnostics.report(kDefinedTwice, at, {name});
  };
  for (const AttributeDefinition& attribute : attributes) members[attribute.name].attribute = &attribute;
  for (const DeriveDefinition& derive : derives_) {
    if (is_a(derive.on)) add(derive.name, {.derive = &derive}, derive.at);
  }
  for (const LinkDefinition& link : links_) {
    if (is_a(link.from)) add(link.name, {.link = &link}, link.at);
    if (!link.inverse.empty() && is_a(link.to)) add(link.inverse, {.inverse = &link}, link.at);
  }
}

const TypeDefinition* Definitions::type(std::string_view name) const {
  const auto found = std::find_if(types_.begin(), types_.end(), [&](const auto& t) { return t.name == name; });
  return found == types_.end() ? nullptr : &*found;
}

const FamilyDefinition* Definitions::family(std::string_view name) const {
  const auto found = std::find_if(families_.begin(), families_.end(), [&](const auto& f) { return f.name == name; });
  return found == families_.end() ? nullptr : &*found;
}

std::vector<std::string_view> Definitions::type_names() const {
  std::vector<std::string_view> names;
  for (const auto& type : types_) names.push_back(type.name);
  for (const auto& family : families_) names.push_back(family.name);
  return names;
}

const DialectDefinition* Definitions::dialect(Dialect dialect) const {
  const auto found =
      std::find_if(dialects_.begin(), dialects_.end(), [&](const auto& d) { return d.dialect == dialect; });
  return found == dialects_.end() ? nullptr : &*found;
}

const NestingDefinition* Definitions::nesting(std::string_view resource_type) const {
  for (const DialectDefinition& dialect : dialects_) {
    const auto found = std::ranges::find(dialect.nestings, resource_type, &NestingDefinition::resource_type);
    if (found != dialect.nestings.end()) return &*found;
  }
  return nullptr;
}

const DefinedFunction* Definitions::find(std::string_view name) const {
  const auto found = functions_.find(name);
  return found == functions_.end() ? nullptr : &found->second;
}

hcl::Expression Definitions::catalogued(Dialect dialect, std::string_view resource_type) const {
  const auto found = catalogue_.find({dialect, resource_type});
  return found == catalogue_.end() ? hcl::Expression() : found->second;
}

const ExpansionDefinition* Definitions::expansion(std::string_view source_type) const {
  const auto found = expansions_.find(source_type);
  return found == expansions_.end() ? nullptr : &found->second;
}

const std::vector<Definitions::MappedType>& Definitions::mappings_of(std::string_view resource_type,
                                                                     bool is_data) const {
  const auto& index = is_data ? by_data_type_ : by_resource_type_;
  const auto found = index.find(resource_type);
  return found == index.end() ? kNoMappings : found->second;
}

const Definitions::MappedType* Definitions::external(std::string_view name) const {
  const auto found = by_external_.find(name);
  return found == by_external_.end() ? nullptr : &found->second.front();
}

std::vector<std::string_view> Definitions::external_names() const {
  std::vector<std::string_view> names;
  for (const auto& [name, mappings] : by_external_) names.push_back(name);
  return names;
}

}  // namespace holdfast

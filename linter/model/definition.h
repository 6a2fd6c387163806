#pragma once

#include "expression/evaluate.h"
#include "model/expansion_definition.h"
#include "resource/resource.h"
#include "syntax/hcl.h"
#include "text/diagnostic.h"
#include "value/type.h"

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <string_view>
#include <vector>

namespace holdfast {

/// What packs say about the world, as read from their files: which provider types mean what, and what follows from it.
/// Everything is a view into the packs' trees, which outlive the definitions.

/// A split resource that belongs to its subject: found by an argument that refers to the subject or equals one of its
/// keys.
struct CompanionDefinition {
  std::string_view name;  // how the mapping calls the list of those found
  std::string_view resource_type;
  std::string_view argument;  // of the companion: names its subject
  hcl::Expression keys;       // of the subject: texts that the argument may equal
};

/// How one provider type becomes a canonical object.
struct Mapping {
  Dialect dialect = Dialect::terraform;
  std::string_view resource_type;  // "*": every type that the catalogue knows
  bool is_data = false;            // maps a data source
  bool is_external = false;        // maps what users state of things outside of the sources
  hcl::Expression each;            // list: one object per element, bound to `item`; empty: one object per resource
  hcl::Expression when;            // empty: always
  std::vector<NamedExpression> attributes;  // sorted by name
  std::vector<NamedExpression> computed;    // what the provider computes, by the provider's attribute names
  std::vector<CompanionDefinition> companions;
  Span at;
};

struct AttributeDefinition {
  std::string_view name;
  const Type* type;
};

struct LinkDefinition;
struct DeriveDefinition;

/// What an attribute name of an object leads to: exactly one of these is set.
struct Member {
  const AttributeDefinition* attribute = nullptr;
  const DeriveDefinition* derive = nullptr;
  const LinkDefinition* link = nullptr;
  const LinkDefinition* inverse = nullptr;
};

/// A set of types that rules and links treat alike. A type that joins has the family's attributes too. Whatever is in a
/// family is in the one around it as well.
struct FamilyDefinition {
  std::string_view name;
  std::string_view around_name;  // may be empty
  std::vector<AttributeDefinition> attributes;
  Span at;
  const FamilyDefinition* around = nullptr;
  std::map<std::string_view, Member> members = {};  // what every object of the family can be asked

  bool is_in(std::string_view family) const { return name == family || (around && around->name == family); }
};

struct TypeDefinition {
  std::string_view name;
  std::vector<const FamilyDefinition*> families;
  std::vector<AttributeDefinition> attributes;  // its own and its families', sorted by name
  std::vector<Mapping> mappings;
  std::map<std::string_view, Member> members;  // everything that an object of this type can be asked
  hcl::Expression identity;  // what makes an object of a list the same before and after a change; empty: its position
  Span at;

  const AttributeDefinition* attribute(std::string_view name) const;
  bool is_a(std::string_view type_or_family) const;
};

/// Who belongs to whom. Either `when` holds of both sides, or `by` (of `from`) refers to `to` or equals one of its
/// keys.
struct LinkDefinition {
  std::string_view name;     // attribute of `from`: list of `to`, or one object when `is_single`
  std::string_view inverse;  // attribute of `to`: list of `from`; may be empty
  std::string_view from;     // type or family
  std::string_view to;
  bool is_single = false;
  hcl::Expression when;
  hcl::Expression by;
  hcl::Expression keys;
  hcl::Expression match_from;  // optional: only pairs that share one of these are asked
  hcl::Expression match_to;
  Span at;
};

/// A fact that follows from an object and its links.
struct DeriveDefinition {
  std::string_view name;
  std::string_view on;  // type or family
  hcl::Expression value;
  Span at;
};

/// Resources of a type that deploys another template.
struct NestingDefinition {
  std::string_view resource_type;
  hcl::Expression template_path;
  hcl::Expression parameters;
  hcl::Expression body;   // may be empty
  hcl::Expression place;  // may be empty
};

/// A file beside templates that says where each of them is deployed.
struct AssemblyDefinition {
  std::string_view file;
  hcl::Expression stacks;  // over `assembly`, what the file holds
};

/// Names that every mapping of a dialect may use (`region`, `account`, …), and which of its resources nest, and
/// where a program that writes templates leaves word of them.
struct DialectDefinition {
  Dialect dialect = Dialect::terraform;
  std::vector<NamedExpression> names;
  std::vector<NestingDefinition> nestings = {};
  AssemblyDefinition assembly = {};
};

class Definitions : public DefinedFunctions {
 public:
  Definitions();
  Definitions(const Definitions&) = delete;

  /// Takes what the model layer understands from a pack file: dialect, family, type, link, derive, function,
  /// expansion, catalogue. Other blocks are the rule layer's.
  void read(const hcl::Tree& tree, Diagnostics& diagnostics);
  /// Resolves names between files; to be called once after all files were read.
  void finish(Diagnostics& diagnostics);

  const TypeDefinition* type(std::string_view name) const;
  const FamilyDefinition* family(std::string_view name) const;
  bool is_type_or_family(std::string_view name) const { return type(name) || family(name); }
  std::vector<std::string_view> type_names() const;
  /// Null for a type that deploys no other template.
  const NestingDefinition* nesting(std::string_view resource_type) const;
  const std::vector<std::string_view>& nesting_types() const { return nesting_types_; }
  const std::deque<TypeDefinition>& types() const { return types_; }
  const std::deque<LinkDefinition>& links() const { return links_; }
  const std::deque<DeriveDefinition>& derives() const { return derives_; }
  const DialectDefinition* dialect(Dialect dialect) const;
  /// What is known of the properties of a provider type; empty: nothing.
  hcl::Expression catalogued(Dialect dialect, std::string_view resource_type) const;
  const DefinedFunction* find(std::string_view name) const override;
  const std::map<std::string_view, DefinedFunction>& functions() const { return functions_; }
  /// What a type stands for; nullptr: for itself.
  const ExpansionDefinition* expansion(std::string_view source_type) const;
  const std::map<std::string_view, ExpansionDefinition>& expansions() const { return expansions_; }
  const std::vector<AttachedType>& attached_types() const { return attached_types_; }

  /// What rules call `policy`: names and types. Profiles give the values, configurations may change them.
  const std::vector<AttributeDefinition>& policy() const { return policy_; }

  /// Mappings of a provider type, with the canonical type that each belongs to.
  struct MappedType {
    const TypeDefinition* type;
    const Mapping* mapping;
  };
  const std::vector<MappedType>& mappings_of(std::string_view resource_type, bool is_data) const;
  /// Mapping of what users state under this name; null when packs know no such thing.
  const MappedType* external(std::string_view name) const;
  std::vector<std::string_view> external_names() const;

 private:
  friend class DefinitionReader;
  void add_common_members(FamilyDefinition& family) const;
  void collect_members(std::map<std::string_view, Member>& members, const std::vector<AttributeDefinition>& attributes,
                       const std::function<bool(std::string_view)>& is_a, Diagnostics& diagnostics) const;

  Arena arena_;
  std::deque<FamilyDefinition> families_;
  std::deque<TypeDefinition> types_;
  std::deque<LinkDefinition> links_;
  std::deque<DeriveDefinition> derives_;
  std::deque<DialectDefinition> dialects_;
  std::vector<std::string_view> nesting_types_;
  std::map<std::string_view, DefinedFunction> functions_;
  std::map<std::string_view, ExpansionDefinition> expansions_;
  std::vector<AttachedType> attached_types_;
  std::map<std::pair<Dialect, std::string_view>, hcl::Expression> catalogue_;
  std::map<std::string_view, std::vector<MappedType>> by_resource_type_, by_data_type_, by_external_;
  std::vector<AttributeDefinition> policy_;
  std::vector<std::pair<TypeDefinition*, hcl::Expression>> unresolved_families_;
};

}  // namespace holdfast

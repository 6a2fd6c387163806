#pragma once

#include "resource/written.h"
#include "value/entity.h"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace holdfast {

enum class Dialect : uint8_t { terraform, cloudformation };

class DefinedFunctions;
class Resource;

/// Another template that a resource deploys.
struct NestedTemplate {
  Value location;    // its path, as the author writes it
  Value parameters;  // by their names; null when it gives none
  Value body = {};   // the template itself, as a text; null when it is to be found at the location
  Value place = {};  // facts of the environment that it is deployed to; null: where the resource itself is
};

/// `attribute` of a declaration holds declarations of resources of this type, by names that complete its own.
struct AttachedType {
  std::string_view attribute;
  std::string_view type;
};

/// What a source adds to the properties of a resource that is declared beside it.
struct Addition {
  Resource* to;
  std::unique_ptr<Resource> properties;
};

/// Resources that a source brings with it.
struct Generated {
  std::vector<std::unique_ptr<Resource>> resources;
  std::vector<std::pair<std::string_view, Resource*>> parts;  // those that templates call `Source.Part`, by their part
  std::vector<Addition> additions;
  std::string incomplete_because;  // there may be others; empty = these are all
};

/// What a provider is known to compute for attributes that authors do not write (ARNs, names, ids), and which types
/// stand for others. Implemented by the model from the packs; the front ends ask when an expression reads such an
/// attribute, and for each resource that they declare. It outlives the deployment.
class ComputedAttributes {
 public:
  virtual ~ComputedAttributes() = default;
  /// Empty: nothing is known of this attribute.
  virtual std::optional<Value> computed(Resource& resource, std::string_view attribute) = 0;
  /// Does the provider read nested blocks under this path (`rule.copy`)? In JSON syntax an object may be a map or a
  /// block; where it is a block it reads as a list of one, as the native syntax has it.
  virtual bool is_block(std::string_view /*type*/, std::string_view /*path*/) const { return false; }
  /// Types of resources that deploy other templates.
  virtual std::span<const std::string_view> nesting_types() const { return {}; }
  /// Name of the file that tells beside templates where each is deployed; empty when there is none such.
  virtual std::string_view assembly_file() const { return {}; }
  /// What that file says: facts of the environment by the name of the template. Made in the given memory.
  virtual Value assembled_stacks(const Value& /*assembly*/, Arena& /*arena*/) { return Value(); }
  /// Empty for resources that deploy none.
  virtual std::optional<NestedTemplate> nested(Resource& /*resource*/) { return std::nullopt; }
  /// Functions that providers bring along, by the names that configurations call them by: `provider::acme::parse`.
  virtual const DefinedFunctions* provider_functions() const { return nullptr; }
  /// Section of a template with properties that all resources of a type share; empty: there is none.
  virtual std::string_view defaults_section(std::string_view /*type*/) const { return {}; }
  /// Do others take the place of resources of this type, with one under the same name among them or without?
  virtual bool stands_for_others(std::string_view /*type*/) const { return false; }
  /// Attributes of a declaration whose entries are resources of a type themselves, which belong to it.
  virtual std::span<const AttachedType> attached_types() const { return {}; }
  /// What is deployed in the place of a resource, under its name. Reads nothing of it. Null: the resource itself. The
  /// source must outlive it.
  virtual std::unique_ptr<Resource> replacement(Resource& /*source*/);
  /// What else a replaced resource stands for. To be asked once, when all resources are declared.
  virtual Generated generated(Resource& /*source*/);
};

/// One resource instance (or data source) as the sources describe it, provider's words and all. As an entity it is what
/// other expressions see: what was written, else what the provider is known to compute, else an unknown that
/// remembers which attribute of which resource it is. Front ends derive from it.
class Resource : public Entity {
 public:
  std::string type;     // the provider's own name, data to the engine: "acme_bucket", "ACME::Storage::Bucket"
  std::string prefix;   // of the address, where it is not the name alone: "Network/"
  std::string address;  // "module.data[0].acme_bucket.logs[\"a\"]", or the logical id
  Dialect dialect = Dialect::terraform;
  bool is_data = false;       // a data source: it exists elsewhere and is only looked up
  bool is_external = false;   // not in the sources: somebody states that it exists elsewhere, and nobody judges it
  bool is_elsewhere = false;  // of another stack of the run, which judges it: a value was imported from it
  /// Type and name, or the key that declares it: one line.
  Span header_span;
  /// Where the module calls (outermost first) that brought it in stand, or the stack resources.
  std::vector<Span> call_chain;
  /// Under which condition it is deployed at all.
  Condition exists = Condition::always();
  /// Stands for an unknown number of instances: proves "if it exists, it has …", never that it exists.
  bool is_symbolic = false;
  /// That there are such instances. What is said of this one takes it for granted, what is said of others may not.
  Condition is_made = Condition::always();
  /// The declaration in whose place it is deployed; null: it is declared itself.
  Resource* stands_for = nullptr;
  /// Parts of it could not be read, so what is missing may still be there. Holds the reason; empty = complete.
  std::string incomplete_because;

  /// What the author wrote for an argument or for the blocks of a type (a list of objects, in source order); null when
  /// nothing, unknown when the resource is incomplete.
  virtual Value written(std::string_view name) = 0;
  virtual std::vector<std::string_view> written_names() const = 0;
  /// The whole declaration as it stands; open where nothing stands for it.
  virtual Written as_written() const { return {}; }
  /// Facts about the declaration itself, null when not given. Terraform: `lifecycle`, `depends_on`, `provider` (the
  /// evaluated arguments of the provider configuration in force, with `alias`), `module`. CloudFormation:
  /// `DeletionPolicy`, `UpdateReplacePolicy`, `Metadata`, `DependsOn`. Both: `environment`, an entity whose attributes
  /// (`region`, `account`, `partition`, `workspace`, …) are what the user pinned, else unknowns with one identity for
  /// the whole deployment.
  virtual Value meta(std::string_view name) = 0;
  /// What the same template or module calls by this name. Null: nothing, or it cannot be asked.
  virtual Resource* neighbour(std::string_view /*name*/) { return nullptr; }

  std::optional<Value> attribute(std::string_view name) override;
  std::vector<std::string_view> attribute_names() const override { return written_names(); }
  std::string label() const override { return address; }
  Span header() const override { return header_span; }
  bool is_lookup() const override { return is_data; }

  ComputedAttributes* computed_attributes = nullptr;
  Arena* arena = nullptr;

 private:
  Value computed(std::string_view name);
};

}  // namespace holdfast

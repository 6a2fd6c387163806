#pragma once

#include "calendar/zone_database.h"
#include "expression/explain.h"
#include "model/definition.h"
#include "model/stated_objects.h"
#include "resource/deployment.h"

#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace holdfast {

class Companions;
class Expansion;
class FunctionTable;
class Links;
class Model;
class State;
struct ResourceRecord;

/// One canonical object: what packs and rules see of a resource, or of one element of a list inside it. Attributes are
/// computed when asked for and remembered; they hold in every world in which the object exists.
class Object final : public Entity {
 public:
  Object(Model& model, ResourceRecord& record, const TypeDefinition& type, const Mapping& mapping, Value item,
         int64_t index = 0);
  ~Object() override;

  const TypeDefinition& type() const { return type_; }
  const Mapping& mapping() const { return mapping_; }
  Resource& resource() const;
  Model& model() const { return model_; }
  ResourceRecord& record() const { return record_; }
  const Value& item() const { return item_; }
  /// Position of the item in its list.
  int64_t index() const { return index_; }
  /// Under which condition it is there as an object of this type…
  Condition exists = Condition::always();
  /// … and under which it is there at all, whether or not the mapping's `when` takes it for one.
  Condition is_present = Condition::always();

  std::optional<Value> attribute(std::string_view name) override;
  std::vector<std::string_view> attribute_names() const override;
  std::string label() const override;
  Span header() const override;
  Entity& subject() override { return resource(); }
  /// Names that the mapping's expressions see.
  Entity& names();

 private:
  struct Cell {
    const Member* member;
    Value value = {};
    bool is_done = false;
  };
  Value compute(const Member& member);
  Value map_attribute(const AttributeDefinition& attribute);

  Model& model_;
  ResourceRecord& record_;
  const TypeDefinition& type_;
  const Mapping& mapping_;
  Value item_;
  int64_t index_;
  std::unique_ptr<Entity> names_;
  std::vector<Cell> cells_;
};

/// The canonical view of one deployment.
class Model final : public ComputedAttributes {
 public:
  /// `policy` is what rules call `policy`: the profile in force. `stated` is what users say of objects. All arguments
  /// outlive the model.
  Model(const Definitions& definitions, const FunctionTable& functions, Value policy,
        const StatedObjects* stated = nullptr);
  ~Model() override;

  /// The deployment is complete; from now on objects and links may be asked for.
  void attach(Deployment& deployment);
  Deployment& deployment() const { return *deployment_; }

  std::optional<Value> computed(Resource& resource, std::string_view attribute) override;
  /// Is the last name of the path what some mapping of the type reads with `blocks(…)`?
  bool is_block(std::string_view type, std::string_view path) const override;
  std::span<const std::string_view> nesting_types() const override { return definitions_.nesting_types(); }
  std::optional<NestedTemplate> nested(Resource& resource) override;
  const DefinedFunctions* provider_functions() const override { return &definitions_; }
  std::string_view defaults_section(std::string_view type) const override;
  bool stands_for_others(std::string_view type) const override { return definitions_.expansion(type) != nullptr; }
  std::span<const AttachedType> attached_types() const override { return definitions_.attached_types(); }
  std::unique_ptr<Resource> replacement(Resource& source) override;
  Generated generated(Resource& source) override;
  std::string_view assembly_file() const override;
  Value assembled_stacks(const Value& assembly, Arena& arena) override;

  /// All objects of a type or family, in the order of their resources.
  const std::vector<Object*>& objects(std::string_view type_or_family);
  /// The objects made of one resource.
  const std::vector<Object*>& objects_of(Resource& resource);

  /// An evaluation of pack expressions in this deployment's memory.
  Evaluation evaluation(Condition assumption = Condition::always());
  /// `self`, `policy`, `model`, `deployment`: what rules and derived facts see.
  Value evaluate_for(Object* self, hcl::Expression expression, Evaluation& evaluation);
  std::vector<Step> explain_for(Object* self, hcl::Expression expression, Evaluation& evaluation);
  /// The same without `self`, but with one or two objects under other names, as links see them.
  Value evaluate_for(std::string_view name, Object& object, std::string_view other_name, Object* other,
                     hcl::Expression expression, Evaluation& evaluation);

  /// Elements of a link: objects, each under the condition that it is linked; or one object for single links.
  Value linked(Object& from, const LinkDefinition& link);
  Value linked_back(Object& to, const LinkDefinition& link);

  /// The same object as it is before a change (`before`) or after it (`after`), with all that a provider adds; null
  /// when it is not there then, or nothing tells of a change.
  Value in_state(Object& object, std::string_view state);

  /// Adds to a list what may have been in the parts that could not be read: an unknown item that is perhaps not there.
  void add_unread(std::vector<Value>& items);

  const Definitions& definitions() const { return definitions_; }
  Value policy() const { return policy_; }
  const StatedObjects* stated() const { return stated_; }
  ResourceRecord& record(Resource& resource);
  /// Raw resources of a provider type that refer to a subject, each under the condition that it does.
  Value companions(Object& subject, const CompanionDefinition& companion);

 private:
  void make_all();
  void make_objects(ResourceRecord& record, const TypeDefinition& type, const Mapping& mapping);
  Expansion* expansion(Resource& source);

  const Definitions& definitions_;
  const FunctionTable& functions_;
  Value policy_;
  const StatedObjects* stated_;
  Deployment* deployment_ = nullptr;
  Arena* arena_ = nullptr;
  std::unordered_map<Resource*, std::unique_ptr<ResourceRecord>> records_;
  std::unordered_map<Resource*, std::unique_ptr<Expansion>> expansions_;
  std::unordered_map<std::string, std::vector<Object*>> objects_;
  // All objects in the order of their resources, once all are made.
  std::optional<std::vector<std::pair<const TypeDefinition*, Object*>>> made_;
  bool is_making_ = false;
  // Shared by all evaluations, so that what is open in one rule is the same open question in another.
  std::shared_ptr<OpaqueVariables> opaque_variables_ = std::make_shared<OpaqueVariables>();
  std::shared_ptr<ZoneDatabase> zones_ = std::make_shared<ZoneDatabase>();
  std::optional<Value> unread_;
  mutable std::unordered_map<std::string, std::set<std::string_view>> block_names_;  // by provider type
  std::unique_ptr<Entity> catalogue_;                                                // `model`
  std::unique_ptr<Entity> deployment_view_;                                          // `deployment`
  std::map<std::string_view, std::unique_ptr<State>> states_;
  std::unique_ptr<Links> links_;
  std::unique_ptr<Companions> companions_;
};

}  // namespace holdfast

#pragma once

#include "expression/evaluate.h"
#include "resource/resource.h"
#include "text/diagnostic.h"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace holdfast {

/// Everything that one Terraform root or one template deploys: the unit of analysis. Owns its resources and the memory
/// of their values. Used by one thread at a time.
struct Deployment {
  Deployment() : Deployment(std::make_shared<Arena>()) {}
  /// Shares its memory with another, so that values of one may be used in the other.
  explicit Deployment(std::shared_ptr<Arena> shared) : memory(std::move(shared)), arena(*memory) {}

  Dialect dialect = Dialect::terraform;
  std::string path;  // directory of the root, or the template file
  /// What it is called, wherever the run takes place: the path from the root of the repository.
  std::string name;
  std::vector<FileId> files;             // in reading order
  const Workspace* workspace = nullptr;  // the sources, which outlive it
  std::shared_ptr<Arena> memory;
  Arena& arena;
  Diagnostics diagnostics;
  std::vector<std::unique_ptr<Resource>> resources;  // in source order: file, offset, instance key
  /// A file was broken or left out: nobody may claim that something is absent. Holds the reason; empty = complete.
  std::string incomplete_because;
  /// Parts that live elsewhere and could not be seen: remote modules, macros, stacks. One sentence and place each.
  std::vector<Label> opaque_parts;
  /// What the sources demand of every deployment: worlds in which one of these does not hold do not come to be.
  std::vector<Condition> constraints;
  /// What the front end must keep alive: syntax trees, module instances, scopes.
  std::vector<std::shared_ptr<void>> keep_alive;

  /// Makes what is there before a change, and after it, with all that a provider adds, under the addresses of now.
  /// Empty where nothing tells of a change.
  std::function<std::unique_ptr<Deployment>()> state_before;
  std::function<std::unique_ptr<Deployment>()> state_after;

  const std::vector<Resource*>& of_type(std::string_view type);

 private:
  std::unordered_map<std::string_view, std::vector<Resource*>> by_type_;
};

/// What the user fixed from outside: variables, parameters, accounts and regions.
struct Inputs {
  std::vector<std::pair<std::string, std::string>> offered;    // the same for whoever declares it; `variables` win
  std::vector<std::pair<std::string, std::string>> variables;  // -var NAME=VALUE, in command-line order
  std::vector<std::string> variable_files;                     // -var-file
  std::vector<std::string> parameter_files;                    // CloudFormation parameter files
  std::string workspace = "default";                           // empty: not said
  std::vector<std::pair<std::string, std::string>> pins;       // facts of the environment: region, account, partition
};

/// Both together; what the second says wins.
Inputs combined(Inputs inputs, const Inputs& others);

}  // namespace holdfast

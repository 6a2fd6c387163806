#pragma once

#include "terraform/body.h"
#include "text/workspace.h"

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace holdfast::terraform {

/// One block that declares something: a resource, a variable, an output, a module call, a provider configuration.
struct Declaration {
  std::string_view type;  // of resources and data sources
  std::string_view name;
  Span header;
  Body body;
};

using Declarations = std::map<std::string_view, Declaration>;

/// Everything that the files of one directory declare, overrides merged in. Never changes once read, so that all
/// instances of the module share it.
struct ModuleSource {
  std::string directory;
  std::string canonical;      // the directory, wherever links lead; empty when there is none
  std::vector<FileId> files;  // in reading order
  std::vector<std::unique_ptr<hcl::Tree>> trees;
  std::map<std::string_view, Declarations> resources;  // by type, then by name
  std::map<std::string_view, Declarations> data;
  std::map<std::string_view, Declarations> ephemeral;
  Declarations variables;
  Declarations outputs;
  Declarations calls;
  std::map<std::string, Declaration> providers;  // by `name` or `name.alias`
  std::map<std::string_view, Argument> locals;
  std::vector<Block> statements;  // terraform, moved, import, removed, check: they have no name
  Diagnostics diagnostics;
  std::string incomplete_because;  // empty: everything could be read

  bool is_empty() const { return files.empty() && incomplete_because.empty(); }
};

std::unique_ptr<const ModuleSource> read_module(Workspace& workspace, const std::string& directory);

}  // namespace holdfast::terraform

#pragma once

#include "model/stated_objects.h"
#include "resource/deployment.h"
#include "rule/pack.h"
#include "settings/suppression.h"
#include "text/result.h"
#include "text/workspace.h"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace holdfast {

inline constexpr std::string_view kSettingsFile = ".holdfast.hcl";

/// One way in which roots and templates are deployed. Each is judged once in every environment that is for it.
struct Environment {
  std::string name;
  std::vector<std::string> paths;  // patterns of roots and templates; empty: all
  Inputs inputs;
  /// By what it gives: variables and workspaces are for roots, parameter files for templates.
  bool is_for_terraform = true;
  bool is_for_templates = true;
};

/// What a configuration file says (README.md in this folder). Everything in it has been checked against the packs; it
/// outlives the analysis and dies before the packs.
struct Settings {
  std::string directory;  // absolute; patterns and files are relative to it
  const Profile* profile = nullptr;
  std::vector<std::string> select, ignore;  // rules
  std::map<const Rule*, Severity> severities;
  std::vector<std::string> include, exclude;  // patterns of paths
  std::vector<NamedExpression> policy;        // what it changes of the profile
  Inputs inputs;                              // for all environments
  std::vector<Environment> environments;
  StatedObjects objects;
  std::vector<Framework> frameworks;  // of the user's own
  std::vector<std::pair<const Rule*, ControlReference>> evidence;
  std::vector<StatedSuppression> suppressions;
  std::shared_ptr<const hcl::Tree> tree;

  /// A path as patterns see it.
  std::string relative(const std::string& path) const;
  bool is_included(const std::string& path) const;
};

/// The file that is in force for these paths: the nearest above each. Empty when there is none; an error when they
/// disagree.
Result<std::string> find_settings(const std::vector<std::string>& paths);

/// Reads a configuration file; what is wrong is reported, with its place.
Result<std::shared_ptr<const Settings>> load_settings(const std::string& path, Workspace& workspace, const Packs& packs,
                                                      Diagnostics& diagnostics);

}  // namespace holdfast

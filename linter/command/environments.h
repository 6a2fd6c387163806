#pragma once

#include "rule/finding.h"
#include "settings/settings.h"

#include <string>
#include <utility>
#include <vector>

namespace holdfast {

/// Names and inputs of the environments in which a root or template is to be judged. Never none: without any that is
/// for it there is one without a name. What the command line gives wins in all of them.
std::vector<std::pair<std::string, Inputs>> environments_of(const std::string& path, bool is_terraform,
                                                            const Settings* settings, const Inputs& command_line);

struct InEnvironment {
  std::string environment;
  std::vector<Finding> findings;
};

/// Each finding once; one that not all environments have names those that do as its world.
std::vector<Finding> over_all_environments(std::vector<InEnvironment> judged);

/// Says the same of the same.
bool is_same(const Finding& a, const Finding& b);

}  // namespace holdfast

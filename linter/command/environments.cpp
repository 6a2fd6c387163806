#include "command/environments.h"

#include "text/glob.h"

#include <algorithm>
#include <unordered_map>

namespace holdfast {

namespace {

bool is_for(const Environment& environment, const std::string& name, bool is_terraform) {
  if (!(is_terraform ? environment.is_for_terraform : environment.is_for_templates)) return false;
  const auto fits = [&](const std::string& pattern) { return matches_path(pattern, name); };
  return environment.paths.empty() || std::ranges::any_of(environment.paths, fits);
}

/// "the environment is staging or prod"
std::string as_world(const std::vector<std::string_view>& environments, const std::string& world) {
  std::string text = "the environment is ";
  for (std::size_t i = 0; i < environments.size(); ++i) {
    if (i > 0) text += i + 1 < environments.size() ? ", " : " or ";
    text += environments[i];
  }
  return world.empty() ? text : text + " and " + world;
}

struct Shared {
  Finding finding;
  std::vector<std::string_view> environments;
};

}  // namespace

std::vector<std::pair<std::string, Inputs>> environments_of(const std::string& path, bool is_terraform,
                                                            const Settings* settings, const Inputs& command_line) {
  std::vector<std::pair<std::string, Inputs>> found;
  const auto add = [&](const std::string& name, const Inputs& given) {
    Inputs& inputs = found.emplace_back(name, combined(given, command_line)).second;
    if (inputs.workspace.empty()) inputs.workspace = Inputs().workspace;
  };
  if (!settings) {
    add({}, {});
    return found;
  }
  const std::string name = settings->relative(path);
  for (const Environment& environment : settings->environments) {
    if (is_for(environment, name, is_terraform)) add(environment.name, combined(settings->inputs, environment.inputs));
  }
  if (found.empty()) add({}, settings->inputs);
  return found;
}

bool is_same(const Finding& a, const Finding& b) {
  return a.rule == b.rule && a.at == b.at && a.verdict == b.verdict && a.resource == b.resource &&
         a.message == b.message && a.discriminator == b.discriminator && a.world == b.world;
}

std::vector<Finding> over_all_environments(std::vector<InEnvironment> judged) {
  if (judged.size() == 1) return std::move(judged.front().findings);
  std::vector<Shared> all;
  std::unordered_multimap<std::string, std::size_t> by_resource;
  for (InEnvironment& one : judged) {
    for (Finding& finding : one.findings) {
      const std::string key = finding.rule->id + ' ' + finding.resource;
      const auto [begin, end] = by_resource.equal_range(key);
      const auto known = std::find_if(begin, end, [&](const auto& entry) {
        const Shared& other = all[entry.second];
        return is_same(other.finding, finding) && other.environments.back() != one.environment;
      });
      if (known != end) {
        all[known->second].environments.push_back(one.environment);
      } else {
        by_resource.emplace(key, all.size());
        all.push_back({std::move(finding), {one.environment}});
      }
    }
  }
  std::vector<Finding> findings;
  for (Shared& shared : all) {
    if (shared.environments.size() < judged.size())
      shared.finding.world = as_world(shared.environments, shared.finding.world);
    findings.push_back(std::move(shared.finding));
  }
  return findings;
}

}  // namespace holdfast

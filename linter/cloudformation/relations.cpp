#include "cloudformation/assembly.h"
#include "cloudformation/cloudformation.h"
#include "cloudformation/exports.h"
#include "cloudformation/supplied.h"
#include "cloudformation/template_resource.h"
#include "text/search.h"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace holdfast {
namespace {

using cloudformation::Session;
using cloudformation::Template;
using cloudformation::TemplateFile;
using cloudformation::TemplateResource;

constexpr std::array<std::string_view, 1> kImportMarks = {"ImportValue"};
constexpr std::array<std::string_view, 3> kExportMarks = {"Export:", "Export\"", "Export'"};

/// Follows what a template deploys, and what that deploys in turn.
struct Reach {
  std::span<const TemplateRelations> relations;
  std::unordered_map<std::string_view, std::size_t> index;
  std::vector<bool> is_reached;

  void from(std::size_t start) {
    std::vector<std::size_t> open = {start};
    while (!open.empty()) {
      const std::size_t at = open.back();
      open.pop_back();
      if (is_reached[at]) continue;
      is_reached[at] = true;
      for (const std::string& path : relations[at].nested) {
        if (const auto found = index.find(path); found != index.end()) open.push_back(found->second);
      }
    }
  }
};

std::vector<std::string> nested_paths(Template& unit, ComputedAttributes& computed) {
  std::vector<std::string> paths;
  for (TemplateResource* resource : unit.declared) {
    const std::optional<NestedTemplate> nested = computed.nested(*resource);
    if (!nested || !nested->location.is_text()) continue;
    std::string path = cloudformation::path_beside(nested->location.as_text(), unit.path);
    if (!path.empty()) paths.push_back(std::move(path));
  }
  return paths;
}

}  // namespace

TemplateRelations relations_of(Workspace& workspace, FileId file, const Inputs& inputs, const FunctionTable& functions,
                               ComputedAttributes& computed, CloudFormationTemplates& run) {
  const SourceFile& source = workspace.file(file);
  TemplateRelations relations;
  relations.imports = mentions_any(source.text(), kImportMarks);
  if (!mentions_any(source.text(), computed.nesting_types())) return relations;
  const std::shared_ptr<const TemplateFile> read = run.read(workspace, source.path());
  if (!read) return relations;
  Deployment deployment;
  Session session(workspace, &run, deployment, functions, inputs, &computed);
  session.is_survey = true;
  Template unit(session, session.stack, source.path());
  read_template(unit, *read, read_supplied(inputs, unit));
  relations.nested = nested_paths(unit, computed);
  return relations;
}

std::vector<std::string> exports_of(Workspace& workspace, FileId file, const TemplateRelations& relations,
                                    const Inputs& inputs, const FunctionTable& functions, ComputedAttributes& computed,
                                    CloudFormationTemplates& run) {
  const SourceFile& source = workspace.file(file);
  if (relations.nested.empty() && !mentions_any(source.text(), kExportMarks)) return {};
  const std::shared_ptr<const TemplateFile> read = run.read(workspace, source.path());
  if (!read) return {};
  Deployment deployment;
  const Inputs of_template = cloudformation::inputs_of(source.path(), inputs, workspace, functions, &computed, &run);
  Session session(workspace, &run, deployment, functions, of_template, &computed);
  const auto unit = std::make_shared<Template>(session, session.stack, source.path());
  read_template(*unit, *read, read_supplied(inputs, *unit));
  return exported_names(session.stack);
}

std::vector<std::size_t> cloudformation_roots(std::span<const std::string> paths,
                                              std::span<const TemplateRelations> relations) {
  Reach reach{relations, {}, std::vector<bool>(paths.size())};
  for (std::size_t i = 0; i < paths.size(); ++i) reach.index.emplace(paths[i], i);
  std::vector<bool> is_nested(paths.size());
  for (const TemplateRelations& template_relations : relations) {
    for (const std::string& path : template_relations.nested) {
      if (const auto found = reach.index.find(path); found != reach.index.end()) is_nested[found->second] = true;
    }
  }
  std::vector<std::size_t> roots;
  const auto add = [&](std::size_t root) {
    roots.push_back(root);
    reach.from(root);
  };
  for (std::size_t i = 0; i < paths.size(); ++i) {
    if (!is_nested[i]) add(i);
  }
  for (std::size_t i = 0; i < paths.size(); ++i) {
    if (!reach.is_reached[i]) add(i);
  }
  std::ranges::sort(roots);
  return roots;
}

std::vector<std::size_t> cloudformation_roots_using(std::span<const std::string> paths,
                                                    std::span<const TemplateRelations> relations,
                                                    const std::set<std::string>& wanted) {
  std::unordered_map<std::string_view, std::vector<std::size_t>> users;
  for (std::size_t i = 0; i < paths.size(); ++i) {
    for (const std::string& path : relations[i].nested) users[path].push_back(i);
  }
  std::vector<bool> uses(paths.size());
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < paths.size(); ++i) {
    if (wanted.contains(paths[i])) open.push_back(i);
  }
  while (!open.empty()) {
    const std::size_t at = open.back();
    open.pop_back();
    if (uses[at]) continue;
    uses[at] = true;
    if (const auto found = users.find(paths[at]); found != users.end())
      open.insert(open.end(), found->second.begin(), found->second.end());
  }
  std::vector<std::size_t> roots = cloudformation_roots(paths, relations);
  std::erase_if(roots, [&](std::size_t root) { return !uses[root]; });
  return roots;
}

}  // namespace holdfast

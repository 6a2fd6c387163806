#include "cloudformation/cloudformation.h"

#include "cloudformation/assembly.h"
#include "cloudformation/exports.h"
#include "cloudformation/supplied.h"
#include "cloudformation/template.h"
#include "text/search.h"

#include <array>
#include <utility>

namespace holdfast {
namespace {

using cloudformation::Session;
using cloudformation::Template;
using cloudformation::TemplateFile;

}  // namespace

bool may_be_cloudformation(std::string_view source) {
  static constexpr std::array<std::string_view, 4> kMarkers = {"AWSTemplateFormatVersion", "Resources:", "Resources\"",
                                                               "Resources'"};
  return mentions_any(source, kMarkers);
}

std::shared_ptr<const TemplateFile> CloudFormationTemplates::read(Workspace& workspace, const std::string& path) {
  Entry* entry = nullptr;
  {
    const std::lock_guard lock(mutex_);
    entry = &entries_[path];
  }
  std::call_once(entry->once, [&] {
    if (const Result<FileId> file = workspace.load(path)) {
      entry->file = cloudformation::read_template_file(workspace, *file);
    }
  });
  return entry->file;
}

bool CloudFormationTemplates::contains(const std::string& path) {
  const std::lock_guard lock(mutex_);
  return entries_.contains(path);
}

void CloudFormationTemplates::add_exports(const std::string& path, const std::vector<std::string>& names) {
  for (const std::string& name : names) exporters_[name].push_back(path);
}

std::vector<std::string> CloudFormationTemplates::exporters_of(std::string_view name) const {
  const auto found = exporters_.find(name);
  return found == exporters_.end() ? std::vector<std::string>() : found->second;
}

std::unique_ptr<Deployment> load_cloudformation(Workspace& workspace, FileId file, const Inputs& inputs,
                                                const FunctionTable& functions, ComputedAttributes* computed,
                                                CloudFormationTemplates* run) {
  const std::string& path = workspace.file(file).path();
  const std::shared_ptr<const TemplateFile> read =
      run && run->contains(path) ? run->read(workspace, path) : cloudformation::read_template_file(workspace, file);
  if (!read) return nullptr;
  auto deployment = std::make_unique<Deployment>();
  deployment->dialect = Dialect::cloudformation;
  deployment->path = path;
  deployment->workspace = &workspace;
  const Inputs of_template = cloudformation::inputs_of(path, inputs, workspace, functions, computed, run);
  const auto session = std::make_shared<Session>(workspace, run, *deployment, functions, of_template, computed);
  const auto unit = std::make_shared<Template>(*session, session->stack, path);
  deployment->keep_alive = {session, unit};
  session->use(read);
  read_template(*unit, *read, read_supplied(inputs, *unit));
  bring_in_imported(*session);
  return deployment;
}

}  // namespace holdfast

#include "cloudformation/session.h"

#include <algorithm>
#include <utility>

namespace holdfast::cloudformation {

std::unique_ptr<Resource> Stack::take(const Resource& resource) {
  const auto found = std::ranges::find(resources, &resource, [](const auto& own) { return own.get(); });
  if (found == resources.end()) return nullptr;
  std::unique_ptr<Resource> taken = std::move(*found);
  resources.erase(found);
  return taken;
}

void Session::keep(std::shared_ptr<const TemplateFile> file) { files_.push_back(std::move(file)); }

void Session::use_part(std::shared_ptr<const TemplateFile> part) {
  deployment.diagnostics.append(part->diagnostics);
  keep(std::move(part));
}

void Session::use(std::shared_ptr<const TemplateFile> file) {
  if (std::ranges::find(files_, file) != files_.end()) return;
  deployment.files.push_back(file->file);
  deployment.diagnostics.append(file->diagnostics);
  files_.push_back(std::move(file));
}

}  // namespace holdfast::cloudformation

#include "cloudformation/session.h"

#include <algorithm>
#include <utility>

namespace holdfast::cloudformation {

void Session::use(std::shared_ptr<const TemplateFile> file) {
  if (std::ranges::find(files_, file) != files_.end()) return;
  deployment.files.push_back(file->file);
  deployment.diagnostics.append(file->diagnostics);
  files_.push_back(std::move(file));
}

}  // namespace holdfast::cloudformation

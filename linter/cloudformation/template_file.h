#pragma once

#include "syntax/document.h"
#include "text/diagnostic.h"
#include "text/workspace.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace holdfast::cloudformation {

/// A file that is a template, as it was read. Never changes, so that deployments on several threads may share it.
struct TemplateFile {
  FileId file = kNoFile;
  std::string path;
  Document document;  // empty where nothing of a broken file could be kept
  Diagnostics diagnostics;
  bool is_broken = false;
  std::string text;  // what the document was read from, where that is not the file
};

/// Makes of the documents of a text the template that is among them. False when there is none.
bool take_template(std::vector<Document> documents, std::string_view text, TemplateFile& read);

/// Empty when the file is something else. A broken file that looks like a template is one.
std::shared_ptr<const TemplateFile> read_template_file(const Workspace& workspace, FileId file);

/// The file that a template means by a relative path; empty when it lies elsewhere (a URL, an absolute path).
std::string path_beside(std::string_view location, const std::string& template_path);

}  // namespace holdfast::cloudformation

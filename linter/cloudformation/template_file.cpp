#include "cloudformation/template_file.h"

#include "cloudformation/cloudformation_diagnostics.h"
#include "cloudformation/place.h"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace holdfast::cloudformation {
namespace {

constexpr std::string_view kVersion = "AWSTemplateFormatVersion";

bool has_typed_member(const Place& section) {
  for (std::size_t i = 0; i + 1 < section.item_count(); i += 2) {
    const Place type = section.item(i + 1).find("Type");
    if (type.exists() && type.is_scalar()) return true;
  }
  return false;
}

bool is_template(const Document& document) {
  if (document.is_empty()) return false;
  const Place root{&document, document.root};
  if (!root.is_mapping()) return false;
  if (root.find(kVersion).exists()) return true;
  const Place resources = root.find("Resources");
  const bool has_resources = resources.exists() && resources.is_mapping();
  return has_resources && (has_typed_member(resources) || root.find("Transform").exists());
}

/// `Type` and a name with `::` in it, whatever quotes stand around them.
bool mentions_resource_type(std::string_view source) {
  constexpr std::string_view kType = "Type";
  for (std::size_t at = source.find(kType); at != std::string_view::npos; at = source.find(kType, at + 1)) {
    const std::size_t name = source.find_first_not_of("\"': ", at + kType.size());
    if (name == std::string_view::npos) return false;
    const std::size_t end = source.find_first_of(": \n\"'", name);
    if (end != std::string_view::npos && source.substr(end).starts_with("::")) return true;
  }
  return false;
}

/// Of a text that cannot be read at all, this is what there is to tell by. In UTF-16 every other byte is zero.
bool reads_like_template(std::string_view source) {
  if (source.starts_with("\xff\xfe") || source.starts_with("\xfe\xff")) {
    std::string letters;
    std::ranges::copy_if(source, std::back_inserter(letters), [](char c) { return c != '\0'; });
    return reads_like_template(letters.substr(2));
  }
  return source.find(kVersion) != std::string_view::npos || mentions_resource_type(source);
}

/// One file is deployed as one stack.
void report_others(std::span<const Document> documents, TemplateFile& read) {
  for (const Document& document : documents) {
    if (!is_template(document)) continue;
    const Span first = document.span(document.children_of(document.root).front());
    read.diagnostics.report(kAnotherTemplate, first);
  }
}

}  // namespace

bool take_template(std::vector<Document> documents, std::string_view text, TemplateFile& read) {
  const auto found = std::ranges::find_if(documents, is_template);
  if (found == documents.end()) return read.is_broken && reads_like_template(text);
  report_others({found + 1, documents.end()}, read);
  read.document = std::move(*found);
  return true;
}

std::shared_ptr<const TemplateFile> read_template_file(const Workspace& workspace, FileId file) {
  const SourceFile& source = workspace.file(file);
  auto read = std::make_shared<TemplateFile>();
  std::vector<Document> documents = parse_documents(file, source.text(), read->diagnostics);
  read->file = file;
  read->path = source.path();
  read->is_broken = read->diagnostics.has_errors();
  return take_template(std::move(documents), source.text(), *read) ? read : nullptr;
}

std::string path_beside(std::string_view location, const std::string& template_path) {
  namespace fs = std::filesystem;
  const fs::path path(location);
  const bool is_elsewhere = path.empty() || path.is_absolute() || location.find("://") != std::string_view::npos;
  if (is_elsewhere) return {};
  return (fs::path(template_path).parent_path() / path).lexically_normal().generic_string();
}

}  // namespace holdfast::cloudformation

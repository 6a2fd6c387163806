#include "cloudformation/cloudformation.h"

#include "cloudformation/supplied.h"
#include "cloudformation/template.h"
#include "text/search.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace holdfast {
namespace {

using cloudformation::Place;

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

/// Of a text that cannot be read at all, this is what there is to tell by.
bool reads_like_template(std::string_view source) {
  return source.find(kVersion) != std::string_view::npos || mentions_resource_type(source);
}

}  // namespace

bool may_be_cloudformation(std::string_view source) {
  static constexpr std::array<std::string_view, 4> kMarkers = {kVersion, "Resources:", "Resources\"", "Resources'"};
  return mentions_any(source, kMarkers);
}

std::unique_ptr<Deployment> load_cloudformation(Workspace& workspace, FileId file, const Inputs& inputs,
                                                const FunctionTable& functions, ComputedAttributes* computed) {
  const SourceFile& source = workspace.file(file);
  auto deployment = std::make_unique<Deployment>();
  std::vector<Document> documents = parse_documents(file, source.text(), deployment->diagnostics);
  const auto found = std::ranges::find_if(documents, is_template);
  const bool is_broken = deployment->diagnostics.has_errors();
  if (found == documents.end() && !(is_broken && reads_like_template(source.text()))) return nullptr;

  deployment->dialect = Dialect::cloudformation;
  deployment->path = source.path();
  deployment->files.push_back(file);
  if (is_broken) deployment->incomplete_because = "the file has a syntax error";
  if (found == documents.end()) return deployment;

  auto unit = std::make_shared<cloudformation::Template>(workspace, *deployment, functions, inputs);
  deployment->keep_alive.push_back(unit);
  unit->documents.push_back(std::move(*found));
  const Place root{&unit->documents.back(), unit->documents.back().root};
  read_template(*unit, root, read_supplied(inputs, *unit), computed);
  return deployment;
}

}  // namespace holdfast

#include "cloudformation/transform.h"

#include "cloudformation/intrinsic.h"
#include "cloudformation/node_value.h"

#include <filesystem>
#include <string>

namespace holdfast::cloudformation {
namespace {

namespace fs = std::filesystem;

/// Path of an included file; empty when it lies elsewhere. What a template includes stays below its directory.
std::string local_path(std::string_view location, const std::string& template_path) {
  const bool leads_up = *fs::path(location).lexically_normal().begin() == "..";
  return leads_up ? std::string() : path_beside(location, template_path);
}

/// Each file is read once, wherever it is included. Null when there is nothing to be had of it.
const Document* read_included(const std::string& path, Template& unit) {
  const auto [known, is_new] = unit.session.included.try_emplace(path, nullptr);
  if (!is_new) return known->second;
  const Result<FileId> file = unit.workspace.load(path);
  if (!file) return nullptr;
  std::vector<Document> read = parse_documents(*file, unit.workspace.file(*file).text(), unit.deployment.diagnostics);
  if (read.empty() || read[0].is_empty() || read[0].has_errors) return nullptr;
  unit.deployment.files.push_back(*file);
  unit.session.documents.push_back(std::move(read[0]));
  return known->second = &unit.session.documents.back();
}

}  // namespace

Place included_content(const Place& transform, Template& unit) {
  const Place name = transform.find("Name");
  if (!name.exists() || !name.is_scalar() || name.text(unit.arena) != "AWS::Include") return {};
  const Place location = transform.find("Parameters").find("Location");
  if (!location.exists() || transform.document != unit.document) return {};
  const Value given = evaluate(location, unit);
  const std::string path =
      given.is_text() && !given.as_text().empty() ? local_path(given.as_text(), unit.path) : std::string();
  const Document* content = path.empty() ? nullptr : read_included(path, unit);
  return content ? Place{content, content->root, transform.loops} : Place{};
}

bool is_transform(const Place& place) {
  const std::optional<Intrinsic> intrinsic = intrinsic_at(place);
  return intrinsic && intrinsic->name == "Fn::Transform";
}

Place with_include(const Place& place, Template& unit) {
  const Place content = is_transform(place) ? included_content(intrinsic_at(place)->argument, unit) : Place{};
  return content.exists() ? content : place;
}

Value apply_transform(const Intrinsic& intrinsic, Template& unit) {
  const Place content = included_content(intrinsic.argument, unit);
  if (content.exists()) return evaluate(content, unit);
  return unit.at(intrinsic.span, unknown_value(unit.arena, "a transform makes it at deployment"));
}

}  // namespace holdfast::cloudformation

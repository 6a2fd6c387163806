#include "cloudformation/transform.h"

#include "cloudformation/intrinsic.h"
#include "cloudformation/node_value.h"

#include <filesystem>
#include <string>

namespace holdfast::cloudformation {
namespace {

namespace fs = std::filesystem;

/// Files that include each other end here.
constexpr std::size_t kDocumentsMax = 1000;

/// Path of an included file; empty when it lies elsewhere. What a template includes stays below its directory.
std::string local_path(std::string_view location, const std::string& template_path) {
  const bool leads_up = *fs::path(location).lexically_normal().begin() == "..";
  return leads_up ? std::string() : path_beside(location, template_path);
}

}  // namespace

Place included_content(const Place& transform, Template& unit) {
  const Place name = transform.find("Name");
  if (!name.exists() || !name.is_scalar() || name.text(unit.arena) != "AWS::Include") return {};
  const Place location = transform.find("Parameters").find("Location");
  if (!location.exists()) return {};
  const Value given = evaluate(location, unit);
  const std::string path =
      given.is_text() && !given.as_text().empty() ? local_path(given.as_text(), unit.path) : std::string();
  if (path.empty() || unit.session.documents.size() >= kDocumentsMax) return {};
  const Result<FileId> file = unit.workspace.load(path);
  if (!file) return {};
  std::vector<Document> read = parse_documents(*file, unit.workspace.file(*file).text(), unit.deployment.diagnostics);
  if (read.empty() || read[0].is_empty() || read[0].has_errors) return {};
  unit.deployment.files.push_back(*file);
  unit.session.documents.push_back(std::move(read[0]));
  return {&unit.session.documents.back(), unit.session.documents.back().root, transform.loops};
}

Value apply_transform(const Intrinsic& intrinsic, Template& unit) {
  const Place content = included_content(intrinsic.argument, unit);
  if (content.exists()) return evaluate(content, unit);
  return unit.at(intrinsic.span, unknown_value(unit.arena, "a transform makes it at deployment"));
}

}  // namespace holdfast::cloudformation
